/**
 * What comparing entities, changelog and database needs of an application.
 */
@NullMarked
package io.soundshare.migrations.boot.autogenerate;

import org.jspecify.annotations.NullMarked;
