package io.soundshare.migrations.benchmarks.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.soundshare.migrations.benchmarks.random.LiveSchema.Column;
import io.soundshare.migrations.benchmarks.random.LiveSchema.Table;

/**
 * SQL as people write it, rows and schema mixed.
 */
final class RandomStatements {

	private final Dice dice;

	private final LiveSchema schema;

	RandomStatements(Dice dice, LiveSchema schema) {
		this.dice = dice;
		this.schema = schema;
	}

	String script() {
		List<String> statements = new ArrayList<>();
		for (int i = 1 + this.dice.below(4); i > 0; i--) {
			statements.add(statement());
		}
		return String.join(";\n", statements);
	}

	private String statement() {
		Table table = this.dice.table(this.schema);
		Column column = this.dice.column(table);
		String name = table.name();
		return switch (this.dice.below(26)) {
			case 0, 1, 2, 3 -> insert(table);
			case 4, 5, 6 -> "UPDATE " + name + " SET " + column.name() + " = " + this.dice.literal(column) + " WHERE "
					+ this.dice.condition(table);
			case 7 -> "DELETE FROM " + name + " WHERE " + this.dice.condition(table);
			case 8 -> "INSERT INTO " + name + " SELECT * FROM " + name + " WHERE " + this.dice.condition(table);
			case 9 -> insert(table) + " ON CONFLICT DO NOTHING";
			case 10 -> upsert(table);
			case 11 -> "CREATE TABLE " + this.dice.fresh("copy") + " AS SELECT * FROM " + name;
			case 12 -> "ALTER TABLE " + name + " ADD COLUMN " + this.dice.fresh("r") + " " + added();
			case 13 -> "ALTER TABLE " + name + " DROP COLUMN " + column.name();
			case 14 -> "ALTER TABLE " + name + " RENAME COLUMN " + column.name() + " TO " + this.dice.fresh("n");
			case 15 -> "ALTER TABLE " + name + " RENAME TO " + this.dice.fresh("t");
			case 16 -> "CREATE " + this.dice.any(List.of("", "UNIQUE ")) + "INDEX " + this.dice.fresh("ix") + " ON "
					+ name + " (" + column.name() + this.dice.any(List.of("", " DESC")) + ")"
					+ this.dice.any(List.of("", " WHERE " + column.name() + " IS NOT NULL"));
			case 17 -> table.indexes().isEmpty() ? "DROP INDEX IF EXISTS none"
					: "DROP INDEX " + this.dice.any(table.indexes());
			case 18 -> "CREATE VIEW " + this.dice.fresh("v") + " AS SELECT " + column.name()
					+ " AS c1, count(*) AS c2 FROM " + name + " GROUP BY " + column.name();
			case 19 -> this.schema.views().isEmpty() ? "DROP VIEW IF EXISTS none"
					: "DROP VIEW " + this.dice.any(this.schema.views());
			case 20 -> "DROP TABLE " + name;
			case 21 -> "CREATE TABLE " + this.dice.fresh("t") + " (id INTEGER PRIMARY KEY, a " + this.dice.type()
					+ ", b VARCHAR(30) DEFAULT 'it''s' NOT NULL, CHECK (b <> 'never'), UNIQUE (a, b))";
			case 22 -> "UPDATE " + name + " SET " + column.name() + " = (SELECT min(x." + column.name() + ") FROM "
					+ name + " x)";
			default -> this.dice.postgres() ? postgres(table, column) : sqlite(table, column);
		};
	}

	private String added() {
		String type = this.dice.type();
		return type + this.dice.any(List.of("", " DEFAULT " + this.dice.literal(type, false),
				" DEFAULT " + this.dice.literal(type, false) + " NOT NULL"));
	}

	private String insert(Table table) {
		return "INSERT INTO " + table.name() + " ("
				+ table.columns().stream().map(Column::name).collect(Collectors.joining(", ")) + ") VALUES ("
				+ values(table) + "), (" + values(table) + ")";
	}

	private String values(Table table) {
		return table.columns()
			.stream()
			.map((column) -> (table.key().contains(column.name()) && column.isNumber())
					? String.valueOf(100 + this.dice.below(900)) : this.dice.literal(column))
			.collect(Collectors.joining(", "));
	}

	private String upsert(Table table) {
		Column column = this.dice.column(table);
		return insert(table) + " ON CONFLICT (" + String.join(", ", table.key()) + ") DO UPDATE SET " + column.name()
				+ " = excluded." + column.name();
	}

	private String postgres(Table table, Column column) {
		String alter = "ALTER TABLE " + table.name() + " ";
		return switch (this.dice.below(16)) {
			case 0 -> alter + "ALTER COLUMN " + column.name() + " TYPE text USING " + column.name() + "::text";
			case 1 -> alter + "ALTER COLUMN " + column.name() + " SET DEFAULT " + this.dice.literal(column);
			case 2 -> alter + "ALTER COLUMN " + column.name() + " DROP DEFAULT";
			case 3 ->
				alter + "ALTER COLUMN " + column.name() + this.dice.any(List.of(" SET NOT NULL", " DROP NOT NULL"));
			case 4 -> alter + "ADD CONSTRAINT " + this.dice.fresh("ck") + " CHECK (" + column.name()
					+ " IS NOT NULL OR 1 = 1)";
			case 5 ->
				"COMMENT ON COLUMN " + table.name() + "." + column.name() + " IS 'it''s " + this.dice.below(9) + "'";
			case 6 -> "COMMENT ON TABLE " + table.name() + " IS 'some'";
			case 7 -> "TRUNCATE TABLE " + table.name() + this.dice.any(List.of("", " CASCADE"));
			case 8 -> "CREATE TYPE " + this.dice.fresh("mood") + " AS ENUM ('low', 'it''s', 'high')";
			case 9 -> "CREATE MATERIALIZED VIEW " + this.dice.fresh("mv") + " AS SELECT * FROM " + table.name();
			case 10 -> "CREATE SEQUENCE " + this.dice.fresh("sq") + " START 5 INCREMENT 3";
			case 11 -> "CREATE DOMAIN " + this.dice.fresh("dm") + " AS varchar(20) DEFAULT 'x' CHECK (VALUE <> '')";
			case 12 -> alter + "ADD COLUMN " + this.dice.fresh("g") + " int GENERATED ALWAYS AS (1 + 1) STORED";
			case 13 -> alter + "ADD COLUMN " + this.dice.fresh("id") + " int GENERATED BY DEFAULT AS IDENTITY";
			case 14 -> "DROP TABLE " + table.name() + " CASCADE";
			default -> alter + "ADD COLUMN " + this.dice.fresh("ser") + " SERIAL, DROP COLUMN " + column.name();
		};
	}

	private String sqlite(Table table, Column column) {
		return switch (this.dice.below(6)) {
			case 0 -> "INSERT OR REPLACE INTO " + table.name() + " ("
					+ table.columns().stream().map(Column::name).collect(Collectors.joining(", ")) + ") VALUES ("
					+ values(table) + ")";
			case 1 -> "UPDATE OR IGNORE " + table.name() + " SET " + column.name() + " = " + this.dice.literal(column);
			case 2 -> "CREATE TABLE " + this.dice.fresh("t") + " (k TEXT PRIMARY KEY, v ANY) WITHOUT ROWID";
			case 3 -> "CREATE TABLE " + this.dice.fresh("t") + " (k INTEGER PRIMARY KEY AUTOINCREMENT, v TEXT, "
					+ "g TEXT GENERATED ALWAYS AS (v || '!') VIRTUAL) ";
			case 4 -> "REPLACE INTO " + table.name() + " SELECT * FROM " + table.name();
			default -> "ALTER TABLE " + table.name() + " ADD COLUMN " + this.dice.fresh("g") + " GENERATED ALWAYS AS ("
					+ column.name() + ")";
		};
	}

}
