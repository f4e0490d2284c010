package io.soundshare.migrations.benchmarks.random;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is in a database at the moment, as far as a next change has to know it.
 *
 * @param tables the tables
 * @param views the names of the views
 */
record LiveSchema(List<Table> tables, List<String> views) {

	static LiveSchema read(Connection connection) throws SQLException {
		DatabaseMetaData metaData = connection.getMetaData();
		String schema = connection.getSchema();
		List<Table> tables = new ArrayList<>();
		for (String name : names(metaData.getTables(null, schema, "%", new String[] { "TABLE" }), "TABLE_NAME")) {
			Table table = table(metaData, schema, name);
			if (!isOwn(name) && !table.columns().isEmpty()) {
				tables.add(table);
			}
		}
		List<String> views = names(metaData.getTables(null, schema, "%", new String[] { "VIEW" }), "TABLE_NAME");
		return new LiveSchema(tables, views);
	}

	private static boolean isOwn(String table) {
		String name = table.toLowerCase(Locale.ROOT);
		return name.startsWith("databasechangelog") || name.startsWith("sqlite_") || name.startsWith("ssm_");
	}

	private static Table table(DatabaseMetaData metaData, String schema, String name) throws SQLException {
		List<Column> columns = new ArrayList<>();
		try (ResultSet rows = metaData.getColumns(null, schema, name, "%")) {
			while (rows.next()) {
				columns
					.add(new Column(rows.getString("COLUMN_NAME"), rows.getString("TYPE_NAME").toLowerCase(Locale.ROOT),
							"YES".equals(rows.getString("IS_NULLABLE")), rows.getString("COLUMN_DEF") != null));
			}
		}
		List<String> key = names(metaData.getPrimaryKeys(null, schema, name), "COLUMN_NAME");
		List<String> keyNames = names(metaData.getPrimaryKeys(null, schema, name), "PK_NAME");
		List<String> foreignKeys = names(metaData.getImportedKeys(null, schema, name), "FK_NAME");
		List<String> indexes = names(metaData.getIndexInfo(null, schema, name, false, true), "INDEX_NAME");
		return new Table(name, columns, key, keyNames, foreignKeys, indexes);
	}

	/** The values of a column that are there, each once. */
	private static List<String> names(ResultSet result, String column) throws SQLException {
		Set<String> names = new LinkedHashSet<>();
		try (result) {
			while (result.next()) {
				String name = result.getString(column);
				if (name != null && !name.isEmpty()) {
					names.add(name);
				}
			}
		}
		return List.copyOf(names);
	}

	/**
	 * A table.
	 *
	 * @param name its name
	 * @param columns its columns
	 * @param key the columns of its primary key
	 * @param keyNames the name of its primary key, if it has one
	 * @param foreignKeys the names of its foreign keys
	 * @param indexes the names of its indexes, those of constraints too
	 */
	record Table(String name, List<Column> columns, List<String> key, List<String> keyNames, List<String> foreignKeys,
			List<String> indexes) {

	}

	/**
	 * A column.
	 *
	 * @param name its name
	 * @param type its type, in lower case
	 * @param nullable whether it may be NULL
	 * @param defaulted whether it has a default
	 */
	record Column(String name, String type, boolean nullable, boolean defaulted) {

		boolean isNumber() {
			return this.type.contains("int") || this.type.contains("serial") || this.type.startsWith("num")
					|| this.type.startsWith("dec") || this.type.startsWith("float") || this.type.startsWith("double");
		}

		boolean isBoolean() {
			return this.type.startsWith("bool");
		}

		boolean isMoment() {
			return this.type.startsWith("timestamp") || this.type.startsWith("date");
		}

		boolean isBinary() {
			return this.type.equals("blob") || this.type.equals("bytea");
		}

	}

}
