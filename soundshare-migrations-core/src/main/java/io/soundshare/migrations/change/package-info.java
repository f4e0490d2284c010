/**
 * Changes that say more than Liquibase's own of how they are undone.
 */
@NullMarked
package io.soundshare.migrations.change;

import org.jspecify.annotations.NullMarked;
