/**
 * What must not be shown, and where it is in a text. API.
 */
@NullMarked
package io.soundshare.migrations.secret;

import org.jspecify.annotations.NullMarked;
