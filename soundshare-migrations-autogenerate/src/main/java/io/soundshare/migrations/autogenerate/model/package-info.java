/**
 * A schema as a value: what is compared.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.model;

import org.jspecify.annotations.NullMarked;
