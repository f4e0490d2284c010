/**
 * A connection as it is: the product behind it, the file it is of, and who is at this
 * end.
 */
@NullMarked
package io.soundshare.migrations.engine.connection;

import org.jspecify.annotations.NullMarked;
