/**
 * Spring Boot wiring: takes the place of Boot's Liquibase bean, with the same properties.
 */
@NullMarked
package io.soundshare.migrations.boot;

import org.jspecify.annotations.NullMarked;
