/**
 * What Liquibase and the drivers throw, in words for people.
 */
@NullMarked
package io.soundshare.migrations.engine.failure;

import org.jspecify.annotations.NullMarked;
