package io.soundshare.migrations.autogenerate.random;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A check.
 *
 * @param name its name; {@code null} if it has none
 * @param columns the columns it is about
 * @param template what holds, with {@code %s} for each
 */
record Check(@Nullable String name, List<String> columns, String template) {

}
