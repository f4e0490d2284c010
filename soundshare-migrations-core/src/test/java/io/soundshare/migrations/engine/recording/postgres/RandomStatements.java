package io.soundshare.migrations.engine.recording.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes statements up that the schema as it is allows.
 */
final class RandomStatements {

	private static final String[] TYPES = { "integer", "bigint", "text", "varchar(20)", "numeric(8,2)", "boolean",
			"date", "timestamp", "jsonb", "json", "uuid", "double precision", "text[]", "bytea", "char(5)",
			"\"my Mood\"", "positive" };

	private static final String[] VALUES = { "1", "'x'", "'a''b'", "12.5", "true", "'2020-02-29'", "'{\"a\": 1}'",
			"NULL", "'11111111-2222-3333-4444-555555555555'", "'{a,b}'", "E'\\\\x0f'", "DEFAULT", "'happy'", "42", "''",
			"'é \\\\ \"'" };

	private final Connection connection;

	private final Random random;

	private int number;

	RandomStatements(Connection connection, long seed) {
		this.connection = connection;
		this.random = new Random(seed);
	}

	/** What every schema begins with. */
	static String beginning() {
		return """
				CREATE TYPE "my Mood" AS ENUM ('sad', 'happy');
				CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
				CREATE TABLE audit (at integer, what text);
				CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS
					'BEGIN INSERT INTO audit VALUES (1, TG_OP); RETURN coalesce(NEW, OLD); END';
				CREATE FUNCTION twice(i integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * i';
				CREATE TABLE "Tab le" (id serial PRIMARY KEY, name text NOT NULL, code integer UNIQUE);
				INSERT INTO "Tab le" (name, code) VALUES ('one', 1), ('two', 2), ('three', NULL)""";
	}

	/** A statement, or a script of several, that can be run now. */
	String next() throws SQLException {
		List<String> sequences = new ArrayList<>();
		for (String sequence : all("SELECT oid::regclass::text FROM pg_class WHERE relkind = 'S' AND oid >= 16384")) {
			sequences.addAll(all("SELECT format('SELECT setval(%L, %s, %L)', '" + sequence.replace("'", "''")
					+ "', last_value, is_called) FROM " + sequence));
		}
		String sql = find();
		for (String sequence : sequences) {
			run(sequence);
		}
		return sql;
	}

	private String find() throws SQLException {
		for (int i = 0; i < 200; i++) {
			String sql = (this.random.nextInt(8) == 0) ? script() : one();
			if (sql != null && works(sql)) {
				return sql;
			}
		}
		throw new IllegalStateException("nothing works");
	}

	private String script() throws SQLException {
		List<String> statements = new ArrayList<>();
		Savepoint savepoint = this.connection.setSavepoint();
		try {
			for (int i = 0; i < 30 && statements.size() < 3; i++) {
				String sql = one();
				if (sql != null && works(sql) && runs(sql)) {
					statements.add(sql);
				}
			}
		}
		finally {
			this.connection.rollback(savepoint);
		}
		return (this.random.nextBoolean()) ? String.join(";\n", statements)
				: "DO $do$ BEGIN\n" + String.join(";\n", statements) + ";\nEND $do$";
	}

	/** What has worked has moved sequences, and need not work again. */
	private boolean runs(String sql) throws SQLException {
		Savepoint savepoint = this.connection.setSavepoint();
		try {
			run(sql);
			return true;
		}
		catch (SQLException ex) {
			this.connection.rollback(savepoint);
			return false;
		}
	}

	private boolean works(String sql) throws SQLException {
		Savepoint savepoint = this.connection.setSavepoint();
		try {
			run(sql);
			run("SET CONSTRAINTS ALL IMMEDIATE");
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
		finally {
			this.connection.rollback(savepoint);
		}
	}

	private void run(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private String one() throws SQLException {
		String table = any(
				"SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
						+ " AND relname NOT LIKE 'kept_%' AND relname <> 'audit'");
		if (table == null) {
			return createTable();
		}
		String column = column(table);
		String alter = "ALTER TABLE " + table + " ";
		return switch (this.random.nextInt(44)) {
			case 0, 1 -> createTable();
			case 2, 3 -> alter + "ADD COLUMN " + name() + " " + type()
					+ pick("", "", " NOT NULL", " DEFAULT " + value(), " UNIQUE", " REFERENCES \"Tab le\"(id)",
							" GENERATED ALWAYS AS (1 + 1) STORED", " CHECK (true)");
			case 4, 5 -> alter + "DROP COLUMN " + column + pick("", " CASCADE");
			case 6, 7 -> {
				String type = type();
				yield alter + "ALTER COLUMN " + column + " DROP DEFAULT, ALTER COLUMN " + column + " TYPE " + type
						+ pick("", " USING " + column + "::text::" + type, " USING NULL");
			}
			case 8 -> alter + "ALTER COLUMN " + column + pick(" SET DEFAULT " + value(), " DROP DEFAULT");
			case 9 -> alter + "ALTER COLUMN " + column + pick(" SET NOT NULL", " DROP NOT NULL");
			case 10 -> alter + "ADD CONSTRAINT " + name()
					+ pick(" UNIQUE (" + column + ")", " PRIMARY KEY (" + column + ")",
							" CHECK (" + column + " IS NOT NULL)",
							" FOREIGN KEY (" + column + ") REFERENCES \"Tab le\"(id)" + pick("", " ON DELETE CASCADE",
									" ON DELETE SET NULL ON UPDATE CASCADE", " DEFERRABLE INITIALLY DEFERRED"));
			case 11 -> constraint(table, alter);
			case 12 -> "CREATE " + pick("", "UNIQUE ") + "INDEX " + name() + " ON " + table + " (" + column + ")"
					+ pick("", " WHERE " + column + " IS NOT NULL");
			case 13 -> drop("INDEX",
					"SELECT indexrelid::regclass::text FROM pg_index WHERE indexrelid >= 16384 AND NOT indisprimary");
			case 14 -> "CREATE " + pick("", "OR REPLACE ") + "VIEW " + pick(name(), "view1", "view2") + " AS SELECT "
					+ column + pick("", ", 1 AS one") + " FROM " + table;
			case 15 -> drop("VIEW", "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'v' AND oid >= 16384");
			case 16 -> "CREATE TRIGGER " + name() + " " + pick("BEFORE", "AFTER") + " INSERT OR UPDATE OR DELETE ON "
					+ table + " FOR EACH ROW EXECUTE FUNCTION noted()";
			case 17 -> {
				String trigger = any(
						"SELECT quote_ident(tgname) FROM pg_trigger WHERE NOT tgisinternal AND tgname NOT LIKE '%~undo%' AND tgrelid = '"
								+ table.replace("'", "''") + "'::regclass");
				yield (trigger != null)
						? pick("DROP TRIGGER " + trigger + " ON " + table, alter + "DISABLE TRIGGER " + trigger) : null;
			}
			case 18 -> alter + "RENAME TO " + name();
			case 19 -> alter + "RENAME COLUMN " + column + " TO " + name();
			case 20 -> "CREATE OR REPLACE FUNCTION twice(i integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT "
					+ this.random.nextInt(9) + " * i'";
			case 21 -> "CREATE INDEX " + name() + " ON " + table + " (twice(" + column + "))";
			case 22 -> pick("ALTER TYPE \"my Mood\" ADD VALUE 'v" + this.number++ + "'" + pick("", " BEFORE 'happy'"),
					"ALTER TYPE \"my Mood\" RENAME VALUE 'sad' TO 's" + this.number++ + "'",
					"ALTER DOMAIN positive DROP CONSTRAINT positive_check",
					"ALTER DOMAIN positive ADD CONSTRAINT " + name() + " CHECK (VALUE < 1000)");
			case 23 -> "COMMENT ON COLUMN " + table + "." + column + " IS " + pick("NULL", "'it''s \\\\'");
			case 24 -> pick("GRANT ", "REVOKE ") + pick("SELECT", "INSERT, UPDATE", "SELECT (" + column + ")") + " ON "
					+ table + pick(" TO", " FROM") + " PUBLIC";
			case 25 -> "DROP TABLE " + table + pick("", " CASCADE");
			case 26 -> "TRUNCATE " + table + pick("", " RESTART IDENTITY") + pick("", " CASCADE");
			case 27 -> alter + "ALTER COLUMN " + column + pick(" ADD GENERATED ALWAYS AS IDENTITY", " DROP IDENTITY",
					" SET GENERATED BY DEFAULT", " SET STATISTICS 50", " SET STORAGE EXTERNAL");
			case 28 -> pick("CREATE SEQUENCE " + name() + " INCREMENT 3", "SELECT nextval('\"Tab le_id_seq\"')",
					"SELECT setval('\"Tab le_id_seq\"', 77)", "ALTER SEQUENCE \"Tab le_id_seq\" INCREMENT 7 RESTART 5");
			case 29 -> "CREATE TABLE " + name() + " AS SELECT * FROM " + table;
			case 30 -> pick("CREATE MATERIALIZED VIEW " + name() + " AS SELECT * FROM " + table,
					"CREATE TABLE " + name() + " () INHERITS (" + table + ")", alter + "SET (fillfactor = 70)",
					alter + "ENABLE ROW LEVEL SECURITY", "CREATE RULE " + name() + " AS ON INSERT TO " + table
							+ " DO ALSO INSERT INTO audit VALUES (2, 'rule')");
			case 31, 32 -> "DELETE FROM " + table + pick("", " WHERE " + column + " IS NULL", " WHERE ctid = '(0,1)'");
			case 33, 34, 35 -> "UPDATE " + table + " SET " + column + " = " + pick(value(), value(), column(table))
					+ pick("", " WHERE " + column(table) + " IS NULL", " WHERE ctid = '(0,2)'");
			default -> insert(table);
		};
	}

	private String createTable() {
		return "CREATE TABLE " + name() + " ("
				+ IntStream.range(0, 1 + this.random.nextInt(5))
					.mapToObj((i) -> name() + " " + ((i == 0)
							? pick("serial PRIMARY KEY", "integer", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
									"integer GENERATED BY DEFAULT AS IDENTITY", "text PRIMARY KEY")
							: type() + pick("", "", " NOT NULL", " UNIQUE", " DEFAULT " + value(),
									" REFERENCES \"Tab le\"(id)")))
					.collect(Collectors.joining(", "))
				+ ")";
	}

	private String constraint(String table, String alter) throws SQLException {
		String constraint = any("SELECT quote_ident(conname) FROM pg_constraint WHERE conrelid = '"
				+ table.replace("'", "''") + "'::regclass");
		return (constraint != null) ? alter + pick("DROP CONSTRAINT " + constraint + pick("", " CASCADE"),
				"RENAME CONSTRAINT " + constraint + " TO " + name()) : null;
	}

	private String drop(String kind, String query) throws SQLException {
		String name = any(query);
		return (name != null) ? pick("DROP " + kind + " " + name, "ALTER " + kind + " " + name + " RENAME TO " + name())
				: null;
	}

	private String insert(String table) throws SQLException {
		List<String> columns = columns(table);
		return columns.isEmpty() ? null
				: "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES "
						+ IntStream.range(0, 1 + this.random.nextInt(3))
							.mapToObj((i) -> columns.stream()
								.map((column) -> fitting(table, column))
								.collect(Collectors.joining(", ", "(", ")")))
							.collect(Collectors.joining(", "))
						+ pick("", "", " ON CONFLICT DO NOTHING");
	}

	private String fitting(String table, String column) {
		try {
			String type = any(
					"SELECT typcategory::text || format_type(t.oid, NULL) FROM pg_attribute JOIN pg_type t ON t.oid = atttypid"
							+ " WHERE attrelid = '" + table.replace("'", "''")
							+ "'::regclass AND quote_ident(attname) = '" + column.replace("'", "''") + "'")
					+ "";
			if (this.random.nextInt(4) == 0) {
				return pick("DEFAULT", "DEFAULT", "NULL");
			}
			return switch (type.charAt(0)) {
				case 'N' -> pick("1", "2", "3", String.valueOf(this.random.nextInt(900) + 1));
				case 'S' -> pick("'a'", "'b\\\\'", "'" + this.random.nextInt(99) + "'", "''", "'ü'''");
				case 'B' -> pick("true", "false");
				case 'D' -> pick("'2024-02-29'", "'1999-12-31'");
				case 'A' -> pick("'{}'", "'{a,NULL,\"b c\"}'");
				case 'E' -> "'happy'";
				default -> type.contains("json") ? pick("'{\"a\": [1,  2]}'", "'null'")
						: type.contains("uuid") ? "gen_random_uuid()" : "'\\x00ff'";
			};
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<String> columns(String table) throws SQLException {
		return all(
				"SELECT quote_ident(attname) FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped AND attgenerated = ''"
						+ " AND attrelid = '" + table.replace("'", "''") + "'::regclass");
	}

	private String column(String table) throws SQLException {
		List<String> columns = all("SELECT quote_ident(attname) FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped"
				+ " AND attrelid = '" + table.replace("'", "''") + "'::regclass");
		return columns.isEmpty() ? "nothing" : columns.get(this.random.nextInt(columns.size()));
	}

	private String type() {
		return TYPES[this.random.nextInt(TYPES.length)];
	}

	private String value() {
		return VALUES[this.random.nextInt(VALUES.length)];
	}

	private String pick(String... texts) {
		return texts[this.random.nextInt(texts.length)];
	}

	private String name() {
		int number = this.number++;
		return pick("n" + number, "\"N " + number + "\"", "\"q\"\"" + number + "\"", "\"o'" + number + "\"");
	}

	private String any(String sql) throws SQLException {
		List<String> all = all(sql + " ORDER BY 1");
		return all.isEmpty() ? null : all.get(this.random.nextInt(all.size()));
	}

	private List<String> all(String sql) throws SQLException {
		List<String> all = new ArrayList<>();
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				all.add(rows.getString(1));
			}
		}
		return all;
	}

}
