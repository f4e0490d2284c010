/**
 * What an upgrade would do, tried out on a copy of the database.
 */
@NullMarked
package io.soundshare.migrations.engine.rehearsal;

import org.jspecify.annotations.NullMarked;
