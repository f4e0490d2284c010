/**
 * What a database holds, and databases to throw away.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.database;

import org.jspecify.annotations.NullMarked;
