package io.soundshare.migrations.sqlite.alter;

import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;
import org.jspecify.annotations.Nullable;

/**
 * Adds a constraint to a table. Fails if rows violate it.
 *
 * @param table the table
 * @param kind what kind of constraint
 * @param name its name, {@code null} for none
 * @param columns the columns it is on
 * @param sql the constraint without its name
 */
public record AddConstraint(String table, Constraint.Kind kind, @Nullable String name, List<String> columns,
		String sql) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		this.columns.forEach(shape::column);
		shape.definition()
			.constraints()
			.stream()
			.filter((existing) -> this.name != null && existing.name() != null
					&& Names.same(existing.name(), this.name))
			.findFirst()
			.ifPresent((existing) -> {
				throw new AlterRefusedException("Table " + shape.table() + " has a constraint " + this.name
						+ " already: " + existing.sql() + ". Choose another name, or drop that one first.");
			});
		if (this.kind == Constraint.Kind.PRIMARY_KEY) {
			return addPrimaryKey(shape);
		}
		return shape.edit((table) -> table.addConstraint(clause(this.name)));
	}

	/**
	 * Elsewhere the columns of a primary key refuse NULL. SQLite has to be told, but for
	 * a STRICT table, by constraints of the key's own name, so that they go with it.
	 */
	private TableShape addPrimaryKey(TableShape shape) {
		String keyName = (this.name != null) ? this.name : "PK_" + shape.table().toUpperCase(Locale.ROOT);
		TableShape edited = shape.edit((table) -> table.addConstraint(clause(keyName)));
		refuseSecondPrimaryKey(edited);
		for (String column : this.columns) {
			if (!edited.definition().strict() && !edited.column(column).notNull()) {
				edited = edited.edit((table) -> table.setNotNull(column, keyName));
			}
		}
		return edited.proveNoNulls(this.columns, "They cannot be its primary key. Fill them first.");
	}

	private String clause(@Nullable String constraintName) {
		return ((constraintName != null) ? "CONSTRAINT " + Names.quote(constraintName) + " " : "") + this.sql;
	}

	static void refuseSecondPrimaryKey(TableShape shape) {
		if (shape.constraints(Constraint.Kind.PRIMARY_KEY).count() > 1) {
			throw new AlterRefusedException("Table " + shape.table() + " has a primary key already: "
					+ shape.constraint(Constraint.Kind.PRIMARY_KEY).orElseThrow().sql() + ". Drop it first.");
		}
	}

}
