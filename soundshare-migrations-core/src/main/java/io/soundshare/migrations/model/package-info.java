/**
 * Values and errors of migrations. Knows the JDK only. API.
 */
@NullMarked
package io.soundshare.migrations.model;

import org.jspecify.annotations.NullMarked;
