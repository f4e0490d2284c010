package io.soundshare.migrations.sqlite.sequence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * The stand-in that Hibernate uses where there are no sequences: a table of the
 * sequence's name with one row and the one column {@code next_val}, as its
 * {@code TableStructure} makes it. A comment in the definition keeps how the sequence
 * starts and counts.
 *
 * @param name the sequence's name
 * @param start its first value
 * @param increment what is added with each value
 */
record SequenceTable(String name, BigInteger start, BigInteger increment) {

	private static final String COLUMN = "next_val";

	private static final Pattern COMMENT = Pattern.compile("/\\* START WITH (-?[0-9]+) INCREMENT BY (-?[0-9]+) \\*/");

	/** The sequence of that name, which must exist. */
	static SequenceTable existing(String name, Database database) {
		SqliteSchema schema = schema(database);
		TableDefinition table = schema.table(name)
			.orElseThrow(() -> new UnexpectedLiquibaseException(
					"There is no sequence " + name + ". On SQLite it is a table with the one column next_val."));
		if (table.columns().size() != 1 || !Names.same(table.columns().get(0).name(), COLUMN)) {
			throw new UnexpectedLiquibaseException("Table " + name
					+ " is not a sequence. On SQLite a sequence is a table with the one column next_val.");
		}
		Matcher comment = COMMENT.matcher(table.sql());
		return comment.find()
				? new SequenceTable(table.name(), new BigInteger(comment.group(1)), new BigInteger(comment.group(2)))
				: new SequenceTable(table.name(), BigInteger.ONE, BigInteger.ONE);
	}

	/** A sequence that starts and counts like this, or by default. */
	static SequenceTable of(String name, @Nullable BigInteger start, @Nullable BigInteger increment,
			@Nullable BigInteger min, @Nullable BigInteger max) {
		BigInteger by = (increment != null) ? increment : BigInteger.ONE;
		BigInteger first = Optional.ofNullable(start)
			.or(() -> Optional.ofNullable((by.signum() < 0) ? max : min))
			.orElse((by.signum() < 0) ? BigInteger.ONE.negate() : BigInteger.ONE);
		return new SequenceTable(name, first, by);
	}

	static SqliteSchema schema(Database database) {
		return ((SchemaSource) database).schema();
	}

	List<String> create() {
		return List.of(createTable(this.name),
				"INSERT INTO " + Names.quote(this.name) + " (" + COLUMN + ") VALUES (" + this.start + ")");
	}

	String drop() {
		return "DROP TABLE " + Names.quote(this.name);
	}

	String rename(String to) {
		return "ALTER TABLE " + Names.quote(this.name) + " RENAME TO " + Names.quote(to);
	}

	/**
	 * Counts in other steps from the last value taken on, as other databases do. The
	 * comment is in the stored definition: the table is made anew.
	 */
	List<String> incrementBy(BigInteger by, SqliteSchema schema) {
		String free = this.name + "_new";
		while (schema.isTaken(free)) {
			free += "_";
		}
		List<String> sql = new ArrayList<>();
		sql.add(new SequenceTable(this.name, this.start, by).createTable(free));
		sql.add("INSERT INTO " + Names.quote(free) + " SELECT CASE " + COLUMN + " WHEN " + this.start + " THEN "
				+ COLUMN + " ELSE " + COLUMN + " + " + by.subtract(this.increment) + " END FROM "
				+ Names.quote(this.name));
		sql.add("PRAGMA legacy_alter_table = ON");
		sql.add(drop());
		sql.add(new SequenceTable(free, this.start, by).rename(this.name));
		sql.add("PRAGMA legacy_alter_table = OFF");
		schema.objectsOf("index", this.name).stream().map(StoredObject::sql).forEach(sql::add);
		schema.objectsOf("trigger", this.name).stream().map(StoredObject::sql).forEach(sql::add);
		return sql;
	}

	/** The value that is taken after some others of the same statement. */
	String next(int taken) {
		BigInteger ahead = this.increment.multiply(BigInteger.valueOf(taken));
		return "(SELECT " + COLUMN + ((ahead.signum() != 0) ? " + " + ahead : "") + " FROM " + Names.quote(this.name)
				+ ")";
	}

	String current() {
		return "(SELECT " + COLUMN + " - " + this.increment + " FROM " + Names.quote(this.name) + ")";
	}

	String take(int values) {
		return "UPDATE " + Names.quote(this.name) + " SET " + COLUMN + " = " + COLUMN + " + "
				+ this.increment.multiply(BigInteger.valueOf(values));
	}

	/**
	 * Also by 1 from 1: without the comment nothing tells it from a table made by hand.
	 */
	private String createTable(String table) {
		return "CREATE TABLE " + Names.quote(table) + " (" + COLUMN + " bigint /* START WITH " + this.start
				+ " INCREMENT BY " + this.increment + " */)";
	}

}
