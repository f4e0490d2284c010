/**
 * The SoundShare service: who listens to which songs.
 */
@NullMarked
package io.soundshare.demo;

import org.jspecify.annotations.NullMarked;
