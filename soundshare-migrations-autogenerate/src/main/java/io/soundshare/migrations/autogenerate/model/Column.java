package io.soundshare.migrations.autogenerate.model;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param name the name
 * @param type the type, without NOT NULL and the like
 * @param nullable whether it takes NULL
 * @param defaultValue the SQL of its default; {@code null} if it has none
 * @param generatedAs the SQL it is computed by; {@code null} if it is an ordinary column
 * @param identity whether the database numbers its rows
 * @param comment what is said about it; {@code null} if nothing is
 * @param collation the collation, if it is not the usual one
 */
public record Column(String name, Spelling type, boolean nullable, @Nullable Spelling defaultValue,
		@Nullable Spelling generatedAs, boolean identity, @Nullable Spelling comment, @Nullable Spelling collation) {

}
