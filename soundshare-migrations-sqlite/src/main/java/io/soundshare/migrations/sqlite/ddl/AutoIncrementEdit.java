package io.soundshare.migrations.sqlite.ddl;

import java.util.Optional;

import io.soundshare.migrations.sqlite.ddl.Constraint.Kind;

/**
 * The edit that makes a column INTEGER PRIMARY KEY AUTOINCREMENT.
 */
final class AutoIncrementEdit {

	private final TableDefinition table;

	private final String column;

	AutoIncrementEdit(TableDefinition table, String column) {
		this.table = table;
		this.column = column;
	}

	TableDefinition apply() {
		if (this.table.withoutRowid()) {
			throw this.table.edit().refused("is WITHOUT ROWID, and SQLite has no AUTOINCREMENT without a rowid");
		}
		Optional<Constraint> primaryKey = primaryKey(this.table);
		TableDefinition typed = isInteger() ? this.table : this.table.edit().setType(this.column, "INTEGER");
		return primaryKey.map((key) -> change(typed, key)).orElseGet(() -> add(typed, "PRIMARY KEY"));
	}

	private static Optional<Constraint> primaryKey(TableDefinition table) {
		return table.constraints().stream().filter((constraint) -> constraint.kind() == Kind.PRIMARY_KEY).findFirst();
	}

	private TableDefinition change(TableDefinition typed, Constraint key) {
		if (key.columns().size() != 1 || !Names.same(key.columns().get(0), this.column)) {
			throw this.table.edit()
				.refused("has the primary key (" + String.join(", ", key.columns()) + "), so that "
						+ Names.quote(this.column) + " cannot be AUTOINCREMENT; drop that primary key first");
		}
		if (key.autoIncrement()) {
			return typed;
		}
		if (!key.tableLevel()) {
			return DefinitionEditor.edited(typed.edit().columns().makeAutoIncrement(key));
		}
		String name = (key.name() != null) ? "CONSTRAINT " + Names.quote(key.name()) + " " : "";
		String conflict = (key.conflict() != null) ? " ON CONFLICT " + key.conflict() : "";
		return add(typed.edit().drop(key), name + "PRIMARY KEY" + conflict);
	}

	private TableDefinition add(TableDefinition typed, String primaryKey) {
		return DefinitionEditor
			.edited(typed.edit().columns().addPrimaryKey(this.column, primaryKey + " AUTOINCREMENT"));
	}

	private boolean isInteger() {
		return this.table.column(this.column)
			.map((definition) -> Names.same(Names.unquote(definition.type()), "INTEGER"))
			.orElse(false);
	}

}
