/**
 * What it costs to take down what undoes each revision.
 */
@NullMarked
package io.soundshare.migrations.benchmarks.recording;

import org.jspecify.annotations.NullMarked;
