/**
 * Entities and shadow databases of an application, for comparing them with its changelog.
 */
@NullMarked
package io.soundshare.migrations.boot.autogenerate;

import org.jspecify.annotations.NullMarked;
