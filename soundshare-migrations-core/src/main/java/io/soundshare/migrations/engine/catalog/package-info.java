/**
 * Changelog and history side by side, and whether the changelog can be run.
 */
@NullMarked
package io.soundshare.migrations.engine.catalog;

import org.jspecify.annotations.NullMarked;
