/**
 * Databases made for a test, and copies of them.
 */
@NullMarked
package io.soundshare.migrations.test.clone;

import org.jspecify.annotations.NullMarked;
