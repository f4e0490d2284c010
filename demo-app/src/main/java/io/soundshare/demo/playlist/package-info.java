/**
 * Songs in an order somebody chose.
 */
@NullMarked
package io.soundshare.demo.playlist;

import org.jspecify.annotations.NullMarked;
