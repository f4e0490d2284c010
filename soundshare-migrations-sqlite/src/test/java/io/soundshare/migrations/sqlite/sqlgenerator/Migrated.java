package io.soundshare.migrations.sqlite.sqlgenerator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;

/**
 * A SQLite file with changelogs beside it.
 */
public final class Migrated implements AutoCloseable {

	public static final String YAML = "changelog.yaml";

	private final Path directory;

	private final Connection connection;

	private Migrated(Path directory, Connection connection) {
		this.directory = directory;
		this.connection = connection;
	}

	public static Migrated in(Path directory) {
		return in(directory, SqliteDrivers.MANAGED, true);
	}

	public static Migrated in(Path directory, SqliteDrivers driver, boolean foreignKeys) {
		return new Migrated(directory, driver.open(directory.resolve("test.db"), foreignKeys));
	}

	public Migrated file(String name, String content) {
		try {
			Files.writeString(this.directory.resolve(name), content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Runs change sets in YAML, one for each text, ids counting from {@code id}. */
	public Migrated update(String id, String... changes) throws LiquibaseException {
		StringBuilder yaml = new StringBuilder("databaseChangeLog:\n");
		for (int i = 0; i < changes.length; i++) {
			yaml.append("- changeSet:\n    id: ").append(id).append(i).append("\n    author: test\n");
			yaml.append(changes[i].stripTrailing().indent(4));
		}
		return file(YAML, yaml.toString()).run(YAML);
	}

	public Migrated run(String changelog) throws LiquibaseException {
		liquibase(changelog).update(new Contexts(), new LabelExpression());
		return this;
	}

	@SuppressWarnings("deprecation")
	public String sql(String changelog) throws LiquibaseException {
		StringWriter sql = new StringWriter();
		liquibase(changelog).update(new Contexts(), new LabelExpression(), sql);
		return sql.toString();
	}

	public Migrated rollback(String changelog, int changeSets) throws LiquibaseException {
		liquibase(changelog).rollback(changeSets, new Contexts(), new LabelExpression());
		return this;
	}

	public Migrated execute(String... statements) {
		try (Statement statement = own().createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
			return this;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Rows, their cells joined by a bar. */
	public List<String> rows(String query) {
		try (Statement statement = own().createStatement(); ResultSet row = statement.executeQuery(query)) {
			List<String> rows = new ArrayList<>();
			while (row.next()) {
				List<String> cells = new ArrayList<>();
				for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
					cells.add(Objects.toString(row.getString(i)));
				}
				rows.add(String.join("|", cells));
			}
			return rows;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public List<String> objects() {
		return rows("SELECT type || ' ' || name FROM sqlite_master WHERE tbl_name NOT LIKE 'DATABASECHANGELOG%'"
				+ " AND name NOT LIKE 'sqlite%' ORDER BY 1");
	}

	public List<String> history() {
		return rows("SELECT id || ' ' || exectype FROM DATABASECHANGELOG ORDER BY orderexecuted");
	}

	private Connection own() throws SQLException {
		this.connection.setAutoCommit(true);
		return this.connection;
	}

	private Liquibase liquibase(String changelog) throws LiquibaseException {
		try {
			return new Liquibase(changelog, new DirectoryResourceAccessor(this.directory), DatabaseFactory.getInstance()
				.findCorrectDatabaseImplementation(new JdbcConnection(this.connection)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
