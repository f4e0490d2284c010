/**
 * How one schema becomes another: operations as data.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.diff;

import org.jspecify.annotations.NullMarked;
