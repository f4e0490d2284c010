package io.soundshare.migrations.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.engine.friend.TestBench;
import io.soundshare.migrations.test.clone.Clone;
import io.soundshare.migrations.test.clone.SwitchedDataSource;
import io.soundshare.migrations.test.data.Contents;
import io.soundshare.migrations.test.data.Tables;
import org.jspecify.annotations.Nullable;

/**
 * A place to work with one clone after another, by a changelog that is parsed once.
 *
 * @param dataSource leads to the clone
 * @param migrations the migrations of the clone
 * @param engine moves it up and down
 * @param schema the schema its tables are in; {@code null} for the connection's own
 * @param hooks what the application says
 */
record Bench(SwitchedDataSource dataSource, Migrations migrations, TestBench engine, @Nullable String schema,
		Hooks hooks) {

	static Bench of(MigrationsInternals migrations, Clone clone, @Nullable String schema, Hooks hooks) {
		SwitchedDataSource switched = new SwitchedDataSource(clone.dataSource());
		Migrations there = migrations.on(switched);
		return new Bench(switched, there, TestBench.of(there), schema, hooks);
	}

	/** Let an application do something. */
	void run(List<DatabaseWork> works) throws SQLException {
		if (works.isEmpty()) {
			return;
		}
		try (Connection connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			for (DatabaseWork work : works) {
				work.with(connection);
			}
			connection.commit();
		}
	}

	Tables tables(Connection connection) throws SQLException {
		return Tables.read(connection, this.schema,
				(table) -> this.engine.isOwn(table) || this.hooks.leftAlone.contains(table));
	}

	/** What is in tables that are known. */
	Contents contents(Tables tables) throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			return Contents.read(connection, this.engine.schema(connection), tables);
		}
	}

	Map<String, String> definitions() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			return this.engine.schema(connection);
		}
	}

}
