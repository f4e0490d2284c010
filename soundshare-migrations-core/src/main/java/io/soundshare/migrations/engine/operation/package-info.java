/**
 * The operations, each from its first look to its result.
 */
@NullMarked
package io.soundshare.migrations.engine.operation;

import org.jspecify.annotations.NullMarked;
