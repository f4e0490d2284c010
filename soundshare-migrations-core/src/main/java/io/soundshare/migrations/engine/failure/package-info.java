/**
 * Failures of Liquibase and of the drivers, in words for people.
 */
@NullMarked
package io.soundshare.migrations.engine.failure;

import org.jspecify.annotations.NullMarked;
