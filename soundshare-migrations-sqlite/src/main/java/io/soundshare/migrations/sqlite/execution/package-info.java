/**
 * The statements of change sets, run or written down: what may be collected is, what must
 * be watched is.
 */
@NullMarked
package io.soundshare.migrations.sqlite.execution;

import org.jspecify.annotations.NullMarked;
