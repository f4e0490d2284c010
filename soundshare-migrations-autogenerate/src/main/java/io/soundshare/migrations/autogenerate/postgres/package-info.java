/**
 * PostgreSQL: its strategy, and what that hands out.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.postgres;

import org.jspecify.annotations.NullMarked;
