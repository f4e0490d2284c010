package io.soundshare.migrations.autogenerate.sqlite;

import java.sql.Connection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.database.DefinitionReader;
import io.soundshare.migrations.autogenerate.database.SchemaReader;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import io.soundshare.migrations.sqlite.SqliteDatabase;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * SQLite, which ignores the case of names, knows affinities rather than types, and keeps
 * a value whatever the type.
 */
public final class SupportedSqlite implements SupportedProduct {

	/** The one there is. */
	public static final SupportedProduct INSTANCE = new SupportedSqlite();

	/** The collations there are unless the application brings others. */
	private static final Set<String> COLLATIONS = Set.of("BINARY", "NOCASE", "RTRIM");

	private SupportedSqlite() {
	}

	@Override
	public String name() {
		return "SQLite";
	}

	@Override
	public String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	@Override
	public String keeps(String name, boolean quoted) {
		return name;
	}

	@Override
	public boolean sameType(String one, String other) {
		return SqliteTypes.same(one, other);
	}

	@Override
	public boolean converts(String from, String to) {
		return true;
	}

	/** A key that is an INTEGER is the number of the row. */
	@Override
	public boolean numbersRowsByKey() {
		return true;
	}

	@Override
	public boolean namesChecks() {
		return false;
	}

	@Override
	public SchemaReader schemas() {
		return new SqliteSchemaReader();
	}

	@Override
	public DefinitionReader definitions() {
		return new SqliteDefinitions();
	}

	@Override
	public boolean accepts(String url) {
		return url.contains(":sqlite:");
	}

	@Override
	public boolean hasServer() {
		return false;
	}

	@Override
	public ShadowDatabases shadows(Function<String, DataSource> connector, String url) {
		return new SqliteShadows(connector);
	}

	@Override
	public Database liquibase() {
		return new SqliteDatabase();
	}

	@Override
	public boolean hasSchemas() {
		return false;
	}

	@Override
	public boolean keepsSequencesInTables() {
		return true;
	}

	@Override
	public boolean knowsCollation(String collation) {
		return COLLATIONS.contains(collation.toUpperCase(Locale.ROOT));
	}

	@Override
	public String ownType(Column column) {
		return column.type().canonical();
	}

	@Override
	public String bytes(String hex) {
		return "X'" + hex + "'";
	}

	/** PostgreSQL's literal, of which the changes of a changelog make SQLite's. */
	@Override
	public String noBytes() {
		return "'\\x'::bytea";
	}

	@Override
	public String collation(String name) {
		return name;
	}

	/** Stored ones cannot be added; what is computed is the same. */
	@Override
	public String generatedKeyword() {
		return "VIRTUAL";
	}

	/**
	 * ALTER TABLE refuses rows for which the condition is NULL, though a check takes them
	 * (alter.c: IS NOT TRUE).
	 */
	@Override
	public String conditionBesideRows(String condition) {
		return "(" + condition + ") IS NOT FALSE";
	}

	@Override
	public @Nullable String objection(Connection connection, Column column) {
		return SqliteDefaults.objection(connection, column);
	}

	@Override
	public String toString() {
		return name();
	}

}
