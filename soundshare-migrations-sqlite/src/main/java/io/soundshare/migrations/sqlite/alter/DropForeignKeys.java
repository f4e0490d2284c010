package io.soundshare.migrations.sqlite.alter;

import java.util.List;
import java.util.stream.Collectors;

import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.ForeignKeyDefinition;
import io.soundshare.migrations.sqlite.ddl.ImpliedNames;
import io.soundshare.migrations.sqlite.ddl.Names;
import org.jspecify.annotations.Nullable;

/**
 * Drops foreign keys of a table.
 *
 * @param table the table
 * @param name the name of the one to drop, which must exist; one without is known by the
 * name PostgreSQL would give it; {@code null} for all
 * @param parent drop only those that refer to this table; {@code null} for any
 */
public record DropForeignKeys(String table, @Nullable String name, @Nullable String parent) implements TableEdit {

	@Override
	public TableShape applyTo(TableShape shape) {
		if (this.name != null) {
			Constraint named = ImpliedNames.find(shape.definition(), Constraint.Kind.FOREIGN_KEY, this.name)
				.orElseThrow(() -> missing(shape));
			return shape.edit((table) -> table.drop(named));
		}
		List<Constraint> dropped = shape.constraints(Constraint.Kind.FOREIGN_KEY).filter(this::refersToParent).toList();
		TableShape edited = shape;
		for (int i = dropped.size(); i > 0; i--) {
			// The last first: what comes before keeps its place in the text.
			Constraint constraint = dropped.get(i - 1);
			edited = edited.edit((table) -> table.drop(constraint));
		}
		return edited;
	}

	private boolean refersToParent(Constraint constraint) {
		ForeignKeyDefinition key = constraint.foreignKey();
		return this.parent == null || (key != null && Names.same(key.table(), this.parent));
	}

	private AlterRefusedException missing(TableShape shape) {
		String existing = shape.constraints(Constraint.Kind.FOREIGN_KEY)
			.map(Constraint::sql)
			.collect(Collectors.joining("; "));
		return new AlterRefusedException("Table " + shape.table() + " has no foreign key " + this.name
				+ ((!existing.isEmpty()) ? ". It has: " + existing + "." : ", nor any other."));
	}

}
