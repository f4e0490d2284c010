/**
 * Where copies of a database are kept.
 */
@NullMarked
package io.soundshare.migrations.backup;

import org.jspecify.annotations.NullMarked;
