/**
 * What a database holds, read from its own catalogue.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.database;

import org.jspecify.annotations.NullMarked;
