/**
 * What is said about migrations: values and errors. Knows the JDK only. API.
 */
@NullMarked
package io.soundshare.migrations.model;

import org.jspecify.annotations.NullMarked;
