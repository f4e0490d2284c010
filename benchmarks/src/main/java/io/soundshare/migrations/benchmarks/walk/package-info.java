/**
 * A changelog up and down, revision by revision, and what was different on the way back.
 */
@NullMarked
package io.soundshare.migrations.benchmarks.walk;

import org.jspecify.annotations.NullMarked;
