/**
 * A connection with Liquibase around it, and the ways Liquibase is bent.
 */
@NullMarked
package io.soundshare.migrations.engine.session;

import org.jspecify.annotations.NullMarked;
