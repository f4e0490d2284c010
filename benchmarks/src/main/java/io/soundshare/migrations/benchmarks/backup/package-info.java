/**
 * What copies of a database cost.
 */
@NullMarked
package io.soundshare.migrations.benchmarks.backup;

import org.jspecify.annotations.NullMarked;
