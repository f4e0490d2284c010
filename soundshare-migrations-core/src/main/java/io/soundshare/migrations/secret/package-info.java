/**
 * Secrets that must not be shown, and where they are in a text. API.
 */
@NullMarked
package io.soundshare.migrations.secret;

import org.jspecify.annotations.NullMarked;
