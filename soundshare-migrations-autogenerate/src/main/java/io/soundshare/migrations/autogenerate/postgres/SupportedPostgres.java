package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.database.DefinitionReader;
import io.soundshare.migrations.autogenerate.database.SchemaReader;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;

/**
 * PostgreSQL (12 and later), which folds names to lower case and has types with several
 * names each.
 */
public final class SupportedPostgres implements SupportedProduct {

	/** The one there is. */
	public static final SupportedProduct INSTANCE = new SupportedPostgres();

	private SupportedPostgres() {
	}

	@Override
	public String name() {
		return "PostgreSQL";
	}

	@Override
	public String key(String name) {
		return name;
	}

	@Override
	public String keeps(String name, boolean quoted) {
		return PostgresNames.kept(name, quoted);
	}

	@Override
	public boolean sameType(String one, String other) {
		return PostgresTypes.same(one, other);
	}

	@Override
	public boolean converts(String from, String to) {
		return PostgresTypes.converts(from, to);
	}

	@Override
	public boolean numbersRowsByKey() {
		return false;
	}

	@Override
	public boolean namesChecks() {
		return true;
	}

	@Override
	public SchemaReader schemas() {
		return new PostgresSchemaReader();
	}

	@Override
	public DefinitionReader definitions() {
		return new PostgresDefinitions();
	}

	@Override
	public boolean accepts(String url) {
		return url.contains(":postgresql:");
	}

	@Override
	public boolean hasServer() {
		return true;
	}

	@Override
	public ShadowDatabases shadows(Function<String, DataSource> connector, String url) {
		return new PostgresShadows(connector, url);
	}

	@Override
	public ShadowDatabases given(DataSource database) {
		return PostgresShadows.given(database);
	}

	@Override
	public Database liquibase() {
		return new PostgresDatabase();
	}

	@Override
	public boolean hasSchemas() {
		return true;
	}

	@Override
	public String plainType(String type) {
		return PostgresTypes.plain(type);
	}

	@Override
	public List<String> spellings(String type) {
		return PostgresTypes.spellings(type);
	}

	@Override
	public String bytes(String hex) {
		return "'\\x" + hex + "'::bytea";
	}

	@Override
	public String noBytes() {
		return bytes("");
	}

	@Override
	public List<String> addIdentity(String table, String column, String quoted) {
		return PostgresStatements.addIdentity(table, column, quoted);
	}

	@Override
	public String dropIdentity(String table, String quoted) {
		return PostgresStatements.dropIdentity(table, quoted);
	}

	@Override
	public List<String> startSequence(String sequence, long from, long to) {
		return PostgresStatements.startSequence(sequence, from, to);
	}

	/** Names are capital letters and lower-case ones. */
	@Override
	public String collation(String name) {
		return name.startsWith("\"") ? name : '"' + name + '"';
	}

	@Override
	public String generatedKeyword() {
		return "STORED";
	}

	@Override
	public List<NamedType> missingTypes(Connection connection, List<NamedType> types) throws SQLException {
		return NamedTypes.missing(connection, types);
	}

	@Override
	public Map<ObjectName, List<String>> labels(Connection connection) throws SQLException {
		return NamedTypes.labels(connection);
	}

	@Override
	public String searchFirst(Connection connection, String schema) throws SQLException {
		return SearchPath.begin(connection, schema);
	}

	@Override
	public void search(Connection connection, String path) throws SQLException {
		SearchPath.set(connection, path);
	}

	@Override
	public String toString() {
		return name();
	}

}
