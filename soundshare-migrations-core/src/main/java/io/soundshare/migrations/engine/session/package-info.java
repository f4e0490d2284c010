/**
 * One connection with Liquibase around it, and how Liquibase is bent.
 */
@NullMarked
package io.soundshare.migrations.engine.session;

import org.jspecify.annotations.NullMarked;
