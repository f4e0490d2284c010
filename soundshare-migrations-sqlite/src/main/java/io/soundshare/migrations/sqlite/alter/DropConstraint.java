package io.soundshare.migrations.sqlite.alter;

import java.util.stream.Collectors;

import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;

/**
 * Drops a CHECK or NOT NULL by its name, as SQLite does by itself since 3.53: it takes
 * these two kinds only, and a changelog means the same on each version.
 *
 * @param table the table
 * @param name its name
 */
public record DropConstraint(String table, String name) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		Constraint found = shape.definition()
			.constraints()
			.stream()
			.filter((constraint) -> constraint.name() != null && Names.same(constraint.name(), this.name))
			.findFirst()
			.orElseThrow(() -> missing(shape));
		if (found.kind() != Constraint.Kind.CHECK && found.kind() != Constraint.Kind.NOT_NULL) {
			throw new AlterRefusedException("Table " + shape.table() + ": " + found.sql()
					+ " is neither a check nor a NOT NULL, and SQLite's DROP CONSTRAINT drops only these."
					+ " Use the change that drops its kind, such as dropUniqueConstraint.");
		}
		return shape.edit((table) -> table.drop(found));
	}

	private AlterRefusedException missing(TableShape shape) {
		String existing = shape.definition()
			.constraints()
			.stream()
			.filter((constraint) -> constraint.name() != null)
			.map(Constraint::sql)
			.collect(Collectors.joining("; "));
		return new AlterRefusedException("Table " + shape.table() + " has no constraint " + this.name
				+ ((!existing.isEmpty()) ? ". It has: " + existing + "." : ", nor any other with a name."));
	}

}
