package io.soundshare.migrations.sqlite.suite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

import liquibase.ChecksumVersion;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.sqlite.JDBC;

/**
 * The history that Liquibase makes of changelogs, as it is found by the thread's class
 * loader: with our extension or without. Speaks in types of the JDK, so that it can be
 * called across class loaders.
 */
public final class HistoryReader {

	private static final Logger LOGGER = Logger.getLogger("liquibase");

	private HistoryReader() {
	}

	/**
	 * Checksum, description and confirmations of each change set.
	 * @param directories each with a {@code changelog.yaml}
	 * @return by change set
	 * @throws Exception if a changelog cannot be read
	 */
	public static Map<String, String> changeSets(List<Path> directories) throws Exception {
		LOGGER.setLevel(Level.OFF);
		Map<String, String> found = new TreeMap<>();
		for (Path directory : directories) {
			ResourceAccessor accessor = new DirectoryResourceAccessor(directory);
			ChangeLogParameters parameters = new ChangeLogParameters(
					DatabaseFactory.getInstance().getDatabase("sqlite"));
			DatabaseChangeLog changeLog = ChangeLogParserFactory.getInstance()
				.getParser("changelog.yaml", accessor)
				.parse("changelog.yaml", parameters, accessor);
			Scope.child(Scope.Attr.resourceAccessor, accessor, () -> {
				for (ChangeSet changeSet : changeLog.getChangeSets()) {
					found.put(directory.getFileName() + " " + changeSet, describe(changeSet));
				}
			});
		}
		return found;
	}

	/**
	 * The history an update writes, without its dates.
	 * @param directory with a {@code changelog.yaml}
	 * @return the table's text and its rows
	 * @throws Exception if the update fails
	 */
	public static Map<String, String> history(Path directory) throws Exception {
		LOGGER.setLevel(Level.OFF);
		Map<String, String> found = new TreeMap<>();
		try (Connection connection = new JDBC().connect("jdbc:sqlite::memory:", new Properties())) {
			Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> new Liquibase("changelog.yaml",
					new DirectoryResourceAccessor(directory),
					DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)))
				.update(""));
			try (Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL "
							+ "UNION ALL SELECT id || author, filename || orderexecuted || exectype || md5sum"
							+ " || coalesce(description, '-') || coalesce(comments, '-') || coalesce(tag, '-')"
							+ " || liquibase || coalesce(contexts, '-') || coalesce(labels, '-')"
							+ " FROM DATABASECHANGELOG")) {
				while (rows.next()) {
					found.put(rows.getString(1), rows.getString(2));
				}
			}
		}
		return found;
	}

	private static String describe(ChangeSet changeSet) {
		StringBuilder text = new StringBuilder(changeSet.generateCheckSum(ChecksumVersion.latest()).toString());
		text.append(' ').append(changeSet.getDescription());
		for (Change change : changeSet.getChanges()) {
			text.append(' ')
				.append(change.generateCheckSum())
				.append(' ')
				.append(new TreeSet<>(change.getSerializableFields()));
		}
		return text.toString();
	}

}
