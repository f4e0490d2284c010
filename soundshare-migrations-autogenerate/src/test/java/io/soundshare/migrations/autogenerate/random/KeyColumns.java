package io.soundshare.migrations.autogenerate.random;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An index or a unique constraint.
 *
 * @param name its name; {@code null} if it has none
 * @param columns its columns
 * @param descending those that are sorted downwards
 * @param unique whether the values differ
 */
record KeyColumns(@Nullable String name, List<String> columns, List<String> descending, boolean unique) {

}
