package io.soundshare.migrations.sqlite.ddl;

import java.util.List;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type as it is written, empty if it has none
 * @param constraints its own constraints, in their order
 * @param sql the whole definition as it is written
 */
public record ColumnDefinition(String name, String type, List<Constraint> constraints, String sql) {

	public ColumnDefinition {
		constraints = List.copyOf(constraints);
	}

	/**
	 * The constraint of a kind.
	 * @param kind the kind
	 * @return the last one, which is the one that counts for SQLite, or empty
	 */
	public Optional<Constraint> constraint(Constraint.Kind kind) {
		return this.constraints.stream().filter((constraint) -> constraint.kind() == kind).reduce((a, b) -> b);
	}

	/**
	 * Whether the column says NOT NULL; a primary key may forbid NULL without that.
	 * @return true if it does
	 */
	public boolean notNull() {
		return constraint(Constraint.Kind.NOT_NULL).isPresent();
	}

	/**
	 * The default value.
	 * @return what follows DEFAULT as it is written, with its parentheses, or empty
	 */
	public Optional<String> defaultSql() {
		return constraint(Constraint.Kind.DEFAULT).map(Constraint::expression);
	}

	/**
	 * The collation.
	 * @return the collation's name, or empty if it is the default one
	 */
	public Optional<String> collation() {
		return constraint(Constraint.Kind.COLLATE).map(Constraint::expression);
	}

	/**
	 * Whether the column's value is computed.
	 * @return true if it is
	 */
	public boolean generated() {
		return constraint(Constraint.Kind.GENERATED).isPresent();
	}

	/**
	 * Whether the column's value is computed when a row is written.
	 * @return true for STORED, false for VIRTUAL and for an ordinary column
	 */
	public boolean stored() {
		return constraint(Constraint.Kind.GENERATED).map(Constraint::sql)
			.map(Tokenizer::significant)
			.filter((tokens) -> tokens.get(tokens.size() - 1).is("STORED"))
			.isPresent();
	}

}
