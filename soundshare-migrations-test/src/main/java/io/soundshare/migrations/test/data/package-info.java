/**
 * Schemas and rows: read, made up and compared.
 */
@NullMarked
package io.soundshare.migrations.test.data;

import org.jspecify.annotations.NullMarked;
