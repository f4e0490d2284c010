/**
 * The seam of database products: their strategies, and readers of what a database holds.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.database;

import org.jspecify.annotations.NullMarked;
