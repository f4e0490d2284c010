/**
 * Starts of an application, whole processes.
 */
@NullMarked
package io.soundshare.migrations.benchmarks.start;

import org.jspecify.annotations.NullMarked;
