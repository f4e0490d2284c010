/**
 * Entities and changelog compared: what is missing, as a revision that can be undone.
 */
@NullMarked
package io.soundshare.migrations.autogenerate;

import org.jspecify.annotations.NullMarked;
