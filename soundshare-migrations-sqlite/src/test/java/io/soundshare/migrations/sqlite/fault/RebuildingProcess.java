package io.soundshare.migrations.sqlite.fault;

import java.sql.Connection;
import java.sql.DriverManager;

import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.change.Change;
import liquibase.change.core.AddDefaultValueChange;
import liquibase.change.core.AddForeignKeyConstraintChange;
import liquibase.change.core.AddUniqueConstraintChange;
import liquibase.change.core.ModifyDataTypeChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;

/**
 * A process that rebuilds tables, one change set after the other, and may be killed.
 */
@SuppressWarnings("deprecation")
public final class RebuildingProcess {

	/** The number of change sets. */
	static final int CHANGE_SETS = 5;

	private RebuildingProcess() {
	}

	/**
	 * Brings a database up to date.
	 * @param args the database's URL
	 * @throws Exception if that fails
	 */
	public static void main(String[] args) throws Exception {
		try (Connection connection = DriverManager.getConnection(args[0])) {
			// Loads what there is to load, so that the time after is that of rebuilds.
			liquibase(connection, 0).update(new Contexts());
			System.out.println("READY");
			liquibase(connection, CHANGE_SETS).update(new Contexts());
			System.out.println("DONE");
		}
	}

	/**
	 * A changelog of the first change sets.
	 * @param connection the database
	 * @param changeSets how many
	 * @return Liquibase with this changelog
	 * @throws Exception if the database cannot be read
	 */
	static Liquibase liquibase(Connection connection, int changeSets) throws Exception {
		Database database = DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(new JdbcConnection(connection));
		DatabaseChangeLog changelog = new DatabaseChangeLog("fault.xml");
		Change[] changes = { unique(), type(), foreignKey(), defaultValue("plays", "7"), parentType() };
		for (int i = 0; i < changeSets; i++) {
			ChangeSet changeSet = new ChangeSet(String.valueOf(i + 1), "test", false, false, "fault.xml", null, null,
					changelog);
			changeSet.addChange(changes[i]);
			changelog.addChangeSet(changeSet);
		}
		return new Liquibase(changelog, new ClassLoaderResourceAccessor(), database);
	}

	private static Change unique() {
		AddUniqueConstraintChange change = new AddUniqueConstraintChange();
		change.setTableName("songs");
		change.setColumnNames("title");
		change.setConstraintName("uk_songs_title");
		return change;
	}

	private static Change type() {
		ModifyDataTypeChange change = new ModifyDataTypeChange();
		change.setTableName("songs");
		change.setColumnName("plays");
		change.setNewDataType("varchar(20)");
		return change;
	}

	private static Change foreignKey() {
		AddForeignKeyConstraintChange change = new AddForeignKeyConstraintChange();
		change.setBaseTableName("songs");
		change.setBaseColumnNames("artist_id");
		change.setReferencedTableName("artists");
		change.setReferencedColumnNames("id");
		change.setConstraintName("fk_songs_artist");
		change.setOnDelete("CASCADE");
		return change;
	}

	private static Change defaultValue(String column, String value) {
		AddDefaultValueChange change = new AddDefaultValueChange();
		change.setTableName("songs");
		change.setColumnName(column);
		change.setDefaultValue(value);
		return change;
	}

	private static Change parentType() {
		ModifyDataTypeChange change = new ModifyDataTypeChange();
		change.setTableName("artists");
		change.setColumnName("name");
		change.setNewDataType("clob");
		return change;
	}

}
