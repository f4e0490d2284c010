package io.soundshare.migrations.sqlite.alter;

import java.util.List;
import java.util.stream.Collectors;

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
		String clause = ((this.name != null) ? "CONSTRAINT " + Names.quote(this.name) + " " : "") + this.sql;
		TableShape edited = shape.edit((definition) -> definition.addConstraint(clause));
		if (this.kind == Constraint.Kind.PRIMARY_KEY) {
			refuseSecondPrimaryKey(edited);
			return edited.prove(noNulls(edited));
		}
		return edited;
	}

	/** SQLite lets NULLs into most primary keys, which no other database does. */
	private Proof noNulls(TableShape shape) {
		String isNull = this.columns.stream()
			.map((column) -> Names.quote(column) + " IS NULL")
			.collect(Collectors.joining(" OR "));
		return new Proof("SELECT 1 FROM main." + Names.quote(shape.table()) + " WHERE " + isNull + " LIMIT 1",
				"Table " + shape.table() + " has rows with NULL in " + String.join(", ", this.columns)
						+ ", which cannot be its primary key. Fill them first.");
	}

	static void refuseSecondPrimaryKey(TableShape shape) {
		if (shape.constraints(Constraint.Kind.PRIMARY_KEY).count() > 1) {
			throw new AlterRefusedException("Table " + shape.table() + " has a primary key already: "
					+ shape.constraint(Constraint.Kind.PRIMARY_KEY).orElseThrow().sql() + ". Drop it first.");
		}
	}

}
