/**
 * Liquibase statements that carry what the ordinary ones have no room for.
 */
@NullMarked
package io.soundshare.migrations.sqlite.statement;

import org.jspecify.annotations.NullMarked;
