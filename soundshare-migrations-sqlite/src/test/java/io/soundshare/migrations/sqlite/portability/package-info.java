/**
 * Changelogs written for other databases, applied on PostgreSQL and on SQLite and
 * compared.
 */
@NullMarked
package io.soundshare.migrations.sqlite.portability;

import org.jspecify.annotations.NullMarked;
