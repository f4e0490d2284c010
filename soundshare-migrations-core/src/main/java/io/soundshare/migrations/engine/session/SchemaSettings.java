package io.soundshare.migrations.engine.session;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import io.soundshare.migrations.engine.connection.AtomicConnection;
import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Wording;
import liquibase.database.Database;
import liquibase.structure.core.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The schemas the settings name, under the names Liquibase gives them in SQL: without
 * quotes as the database folds it, unless there is more than letters and digits in it.
 */
public final class SchemaSettings {

	private final MigrationSettings settings;

	private final Database database;

	public SchemaSettings(LiquibaseSession session) {
		this.settings = session.settings();
		this.database = session.database();
	}

	/** Both, as they are in SQL. */
	public Set<String> names() {
		Set<String> names = new TreeSet<>();
		String defaultName = defaultName();
		if (defaultName != null) {
			names.add(defaultName);
		}
		if (this.settings.tables().schema() != null && this.database.supports(Schema.class)) {
			names.add(sql(this.database.getLiquibaseSchemaName()));
		}
		return names;
	}

	/** The default one, as it is in SQL; {@code null} if no setting names it. */
	public @Nullable String defaultName() {
		return (this.settings.defaultSchema() != null && this.database.supports(Schema.class))
				? sql(this.database.getDefaultSchemaName()) : null;
	}

	/** A history can be nowhere but in a schema that is there. */
	public void require() throws SQLException {
		Kind setting = (this.settings.tables().schema() != null) ? Kind.LIQUIBASE_SCHEMA
				: (this.settings.defaultSchema() != null) ? Kind.DEFAULT_SCHEMA : null;
		if (setting == null || !this.database.supports(Schema.class)) {
			return;
		}
		String name = sql(this.database.getLiquibaseSchemaName());
		Connection connection = AtomicConnection.of(this.database).getUnderlyingConnection();
		List<String> similar = similar(connection, name);
		if (!similar.contains(kept(name, connection.getMetaData()))) {
			String url = DatabaseInfo.withoutCredentials(this.database.getConnection().getURL());
			throw new DatabaseAccessException(url,
					Wording.format("There is no schema %s in the database %s. It is named by %s.%s", name, url + "",
							setting.remedy(),
							similar.isEmpty() ? ""
									: " There is \"" + String.join("\", \"", similar)
											+ "\", which SQL without quotes does not name."),
					Wording.format("Create it (CREATE SCHEMA %s), or correct %s.", name, setting.remedy()), null);
		}
	}

	/** The schemas of a name in any case. Without quotes one of them can be meant. */
	private static List<String> similar(Connection connection, String name) throws SQLException {
		DatabaseMetaData database = connection.getMetaData();
		String kept = kept(name, database);
		boolean anyCase = !database.storesLowerCaseIdentifiers() && !database.storesUpperCaseIdentifiers();
		List<String> similar = new ArrayList<>();
		try (ResultSet schemas = database.getSchemas()) {
			while (schemas.next()) {
				String there = schemas.getString("TABLE_SCHEM");
				if (kept.equalsIgnoreCase(there)) {
					similar.add(anyCase ? kept : there);
				}
			}
		}
		return similar;
	}

	/** As the database keeps a name of SQL. */
	private static String kept(String name, DatabaseMetaData database) throws SQLException {
		if (name.startsWith("\"")) {
			return name.substring(1, name.length() - 1).replace("\"\"", "\"");
		}
		if (database.storesLowerCaseIdentifiers()) {
			return name.toLowerCase(Locale.ROOT);
		}
		return database.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
	}

	private String sql(@Nullable String name) {
		return this.database.escapeObjectName(name, Schema.class);
	}

}
