/**
 * The copies of a database: when they are made, what they are called, and whether they
 * are whole.
 */
@NullMarked
package io.soundshare.migrations.engine.backup;

import org.jspecify.annotations.NullMarked;
