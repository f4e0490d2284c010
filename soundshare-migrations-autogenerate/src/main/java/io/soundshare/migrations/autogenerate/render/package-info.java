/**
 * Operations as ordinary Liquibase changes, and those as a file.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.render;

import org.jspecify.annotations.NullMarked;
