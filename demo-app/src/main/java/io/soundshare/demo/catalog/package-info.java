/**
 * What there is to hear: artists, albums and songs.
 */
@NullMarked
package io.soundshare.demo.catalog;

import org.jspecify.annotations.NullMarked;
