/**
 * Types that Liquibase maps for SQLite otherwise than the driver and Hibernate need.
 */
@NullMarked
package io.soundshare.migrations.sqlite.datatype;

import org.jspecify.annotations.NullMarked;
