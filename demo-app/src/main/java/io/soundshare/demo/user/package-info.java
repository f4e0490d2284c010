/**
 * Who listens, and how they like it.
 */
@NullMarked
package io.soundshare.demo.user;

import org.jspecify.annotations.NullMarked;
