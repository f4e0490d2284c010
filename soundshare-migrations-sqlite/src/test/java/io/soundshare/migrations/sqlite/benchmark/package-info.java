/**
 * A rebuild of a large table beside the script somebody would write by hand.
 */
@NullMarked
package io.soundshare.migrations.sqlite.benchmark;

import org.jspecify.annotations.NullMarked;
