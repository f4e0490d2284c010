/**
 * Tests of its migrations that an application inherits, and what they are told.
 */
@NullMarked
package io.soundshare.migrations.test;

import org.jspecify.annotations.NullMarked;
