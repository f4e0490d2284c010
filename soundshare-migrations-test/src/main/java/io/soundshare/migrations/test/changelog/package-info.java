/**
 * The text of a changelog, as it is before anything runs.
 */
@NullMarked
package io.soundshare.migrations.test.changelog;

import org.jspecify.annotations.NullMarked;
