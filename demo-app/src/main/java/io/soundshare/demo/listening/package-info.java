/**
 * Plays, likes and the charts they make.
 */
@NullMarked
package io.soundshare.demo.listening;

import org.jspecify.annotations.NullMarked;
