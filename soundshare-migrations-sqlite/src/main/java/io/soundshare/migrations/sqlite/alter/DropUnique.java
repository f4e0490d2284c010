package io.soundshare.migrations.sqlite.alter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.ImpliedNames;
import io.soundshare.migrations.sqlite.ddl.Names;
import org.jspecify.annotations.Nullable;

/**
 * Drops a UNIQUE constraint.
 *
 * @param table the table
 * @param name its name; one without is known by the name PostgreSQL would give it
 * @param columns its columns, to find one without a name; may be empty
 */
public record DropUnique(String table, @Nullable String name, List<String> columns) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		Constraint found = Optional.ofNullable(this.name)
			.flatMap((key) -> ImpliedNames.find(shape.definition(), Constraint.Kind.UNIQUE, key))
			.or(() -> unnamed(shape))
			.orElseThrow(() -> missing(shape));
		return shape.edit((table) -> table.drop(found));
	}

	private Optional<Constraint> unnamed(TableShape shape) {
		return shape.constraints(Constraint.Kind.UNIQUE)
			.filter((unique) -> unique.name() == null && unique.columns().size() == this.columns.size())
			.filter((unique) -> unique.columns()
				.stream()
				.allMatch((column) -> this.columns.stream().anyMatch((other) -> Names.same(column, other))))
			.findFirst();
	}

	private AlterRefusedException missing(TableShape shape) {
		String existing = shape.constraints(Constraint.Kind.UNIQUE)
			.map(Constraint::sql)
			.collect(Collectors.joining("; "));
		boolean index = shape.indexes()
			.stream()
			.anyMatch((candidate) -> this.name != null && Names.same(candidate.name(), this.name));
		return new AlterRefusedException(
				"Table " + shape.table() + " has no unique constraint "
						+ ((this.name != null) ? this.name : "on " + String.join(", ", this.columns))
						+ ((index) ? "; that is an index: use dropIndex."
								: (!existing.isEmpty()) ? ". It has: " + existing
										+ ". One without a name is found by its columns: give them as uniqueColumns."
										: ", nor any other."));
	}

}
