/**
 * Operations that make one schema of another, as data.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.diff;

import org.jspecify.annotations.NullMarked;
