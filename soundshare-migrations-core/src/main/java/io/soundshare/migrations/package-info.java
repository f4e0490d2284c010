/**
 * The door: one database and its changelog, and all that can be done with them from Java.
 */
@NullMarked
package io.soundshare.migrations;

import org.jspecify.annotations.NullMarked;
