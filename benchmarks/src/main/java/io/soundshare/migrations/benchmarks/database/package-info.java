/**
 * Databases to try things on, and what is in them.
 */
@NullMarked
package io.soundshare.migrations.benchmarks.database;

import org.jspecify.annotations.NullMarked;
