package io.soundshare.migrations.sqlite.alter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.ColumnDefinition;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.DefinitionEditor;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * A table while it is edited: what it will look like, and what of its contents stays.
 *
 * @param definition the table
 * @param kept the columns whose values are kept: those that were there from the start
 * @param indexes the indexes to keep
 * @param triggers the triggers to keep
 * @param sequenceStart the next number to give out, {@code null} to leave that as it is
 * @param proofs what must hold of the data there is
 * @param losses what goes with something dropped, to be told to the user
 */
record TableShape(TableDefinition definition, List<String> kept, List<StoredObject> indexes,
		List<StoredObject> triggers, @Nullable Long sequenceStart, List<Proof> proofs, List<String> losses) {

	static TableShape of(SqliteSchema schema, String table) {
		StoredObject stored = schema.object("table", table)
			.orElseThrow(() -> new AlterRefusedException("There is no table " + table
					+ ((schema.object("view", table).isPresent()) ? ": " + table + " is a view" : "")
					+ ". Check the spelling, and the order of the change sets."));
		TableDefinition definition = schema.table(stored.name()).orElseThrow();
		return new TableShape(definition, definition.columns().stream().map(ColumnDefinition::name).toList(),
				schema.objectsOf("index", stored.name()), schema.objectsOf("trigger", stored.name()), null, List.of(),
				List.of());
	}

	String table() {
		return this.definition.name();
	}

	ColumnDefinition column(String name) {
		return this.definition.column(name)
			.orElseThrow(() -> new AlterRefusedException("Table " + table() + " has no column " + name + ". It has: "
					+ String.join(", ", columnNames()) + "."));
	}

	List<String> columnNames() {
		return this.definition.columns().stream().map(ColumnDefinition::name).toList();
	}

	Optional<Constraint> constraint(Constraint.Kind kind) {
		return this.definition.constraints().stream().filter((constraint) -> constraint.kind() == kind).findFirst();
	}

	Stream<Constraint> constraints(Constraint.Kind kind) {
		return this.definition.constraints().stream().filter((constraint) -> constraint.kind() == kind);
	}

	TableShape edit(Function<DefinitionEditor, TableDefinition> edit) {
		return new TableShape(edit.apply(this.definition.edit()), this.kept, this.indexes, this.triggers,
				this.sequenceStart, this.proofs, this.losses);
	}

	/** The values of a column go. */
	TableShape forget(String column) {
		return new TableShape(this.definition, without(this.kept, (name) -> Names.same(name, column)), this.indexes,
				this.triggers, this.sequenceStart, this.proofs, this.losses);
	}

	TableShape dropIndexes(Predicate<StoredObject> which) {
		List<String> losses = new ArrayList<>(this.losses);
		this.indexes.stream().filter(which).forEach((index) -> losses.add("index " + index.name()));
		return new TableShape(this.definition, this.kept, without(this.indexes, which), this.triggers,
				this.sequenceStart, this.proofs, losses);
	}

	/** Drops a constraint because of something else, which the user is told. */
	TableShape lose(Constraint constraint) {
		List<String> losses = new ArrayList<>(this.losses);
		losses.add(constraint.sql());
		return new TableShape(this.definition.edit().drop(constraint), this.kept, this.indexes, this.triggers,
				this.sequenceStart, this.proofs, losses);
	}

	TableShape startWith(@Nullable Long start) {
		return new TableShape(this.definition, this.kept, this.indexes, this.triggers, start, this.proofs, this.losses);
	}

	TableShape prove(Proof proof) {
		List<Proof> proofs = new ArrayList<>(this.proofs);
		proofs.add(proof);
		return new TableShape(this.definition, this.kept, this.indexes, this.triggers, this.sequenceStart, proofs,
				this.losses);
	}

	/** Refuses a change that NULLs among the values kept would violate. */
	TableShape proveNoNulls(List<String> columns, String wayOut) {
		List<String> filled = columns.stream()
			.filter((column) -> this.kept.stream().anyMatch((name) -> Names.same(name, column)))
			.toList();
		if (filled.isEmpty()) {
			return this;
		}
		return prove(
				new Proof(
						"SELECT 1 FROM main." + Names.quote(table()) + " WHERE "
								+ String.join(" OR ",
										filled.stream().map((name) -> Names.quote(name) + " IS NULL").toList())
								+ " LIMIT 1",
						"Table " + table() + " has rows with NULL in " + String.join(", ", filled) + ". " + wayOut));
	}

	private static <T> List<T> without(List<T> all, Predicate<T> which) {
		return all.stream().filter(which.negate()).toList();
	}

}
