/**
 * SQL instead of effects.
 */
@NullMarked
package io.soundshare.migrations.engine.script;

import org.jspecify.annotations.NullMarked;
