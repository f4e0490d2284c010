package io.soundshare.migrations.sqlite.clause;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.TokenList;
import io.soundshare.migrations.sqlite.value.SqlExpression;
import liquibase.database.Database;
import liquibase.statement.AutoIncrementConstraint;
import liquibase.statement.ForeignKeyConstraint;
import liquibase.structure.core.Column;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a column, put together piece by piece, in the order of the calls.
 */
final class ColumnWriter {

	private static final List<String> STORAGE = List.of("STORED", "VIRTUAL", "PERSISTED", "PERSISTENT");

	private final String table;

	private final String column;

	private final @Nullable ColumnType type;

	private final Database database;

	/** The name, or the whole definition of a computed column. */
	private String head = "";

	/** The type, empty if there is none. */
	private String typeSql = "";

	private final List<String> constraints = new ArrayList<>();

	private final List<String> errors = new ArrayList<>();

	private final List<String> warnings = new ArrayList<>();

	private boolean primaryKey;

	private boolean autoIncrement;

	private @Nullable Long start;

	private boolean notNull;

	private boolean unique;

	private boolean foreignKey;

	private boolean generated;

	private boolean stored;

	private boolean hasDefault;

	private boolean constantDefault = true;

	ColumnWriter(String table, String column, @Nullable ColumnType type, Database database) {
		this.table = table;
		this.column = column;
		this.type = type;
		this.database = database;
	}

	/**
	 * The name and the type; of a computed column the name may hold the whole definition.
	 */
	void head(boolean computed) {
		boolean definition = computed && this.column.contains("(");
		this.head = definition ? this.column : this.database.escapeObjectName(this.column, Column.class);
		if (definition) {
			generated(TokenList.of(this.column));
		}
		if (this.type != null && !definition) {
			this.typeSql = this.type.sql();
		}
		if (this.type != null && !this.type.values().isEmpty()) {
			check(this.database.escapeObjectName(this.column, Column.class) + " IN " + this.type.values());
		}
	}

	void primaryKey(@Nullable String name) {
		this.primaryKey = true;
		add(ForeignKeyClause.named(name, this.database) + "PRIMARY KEY");
	}

	/**
	 * AUTOINCREMENT has its place right behind PRIMARY KEY, and turns the type into
	 * INTEGER.
	 */
	void autoIncrement(@Nullable AutoIncrementConstraint counter, boolean onlyKey) {
		if (counter == null) {
			return;
		}
		if (!onlyKey) {
			this.errors.add(subject() + " cannot count up by itself: on SQLite only a primary key of one column can."
					+ " Make it the primary key (primaryKey: true on this column alone), or drop autoIncrement");
			return;
		}
		if (this.type == null || !this.type.integer()) {
			this.errors.add(subject() + " cannot count up by itself: it is no integer, but "
					+ ((this.type != null) ? this.type.sql() : "computed") + ". Make it bigint, or drop autoIncrement");
			return;
		}
		BigInteger increment = counter.getIncrementBy();
		if (increment != null && !increment.equals(BigInteger.ONE)) {
			this.errors.add(subject() + " cannot count up by " + increment
					+ ": SQLite counts by 1. Drop incrementBy, or let the application hand out the numbers");
		}
		if ("ALWAYS".equalsIgnoreCase(counter.getGenerationType())) {
			this.warnings.add(subject() + ": SQLite takes a number that is given, also with generationType ALWAYS");
		}
		startWith(counter.getStartWith());
		this.autoIncrement = true;
		this.typeSql = "INTEGER";
		add("AUTOINCREMENT");
	}

	private void startWith(@Nullable BigInteger first) {
		if (first == null) {
			return;
		}
		if (first.signum() < 1 || first.bitLength() > 63) {
			this.errors.add(subject() + " cannot start at " + first
					+ ": SQLite counts from a number between 1 and 9223372036854775807");
		}
		else if (!first.equals(BigInteger.ONE)) {
			this.start = first.longValueExact();
		}
	}

	void defaultValue(@Nullable Object value, @Nullable String name) {
		if (value == null) {
			return;
		}
		String text = value.toString().strip();
		TokenList tokens = TokenList.of(text);
		boolean always = tokens.isAt(0, "GENERATED", "ALWAYS");
		if ((always || tokens.isAt(0, "GENERATED", "BY", "DEFAULT")) && tokens.has("IDENTITY")) {
			this.errors
				.add(subject() + " cannot be " + text + " on SQLite. Write autoIncrement: true on the primary key");
			return;
		}
		if (always && tokens.size() > 2) {
			generated(tokens);
			add(text);
			return;
		}
		DefaultValue defaultValue = DefaultValue.of(value, (this.type != null) ? this.type.type() : null,
				this.database);
		defaultValue.refused().ifPresent((reason) -> this.errors.add(subject() + ": " + reason));
		if (defaultValue.loss() != null) {
			this.warnings.add(subject() + ": SQLite has no " + defaultValue.loss() + ". Write a trigger instead");
		}
		this.hasDefault = true;
		this.constantDefault = defaultValue.constant();
		add(ForeignKeyClause.named(name, this.database) + "DEFAULT " + defaultValue.sql());
	}

	void notNull(@Nullable String name) {
		this.notNull = true;
		add(ForeignKeyClause.named(name, this.database) + "NOT NULL");
	}

	void unique(@Nullable String name) {
		this.unique = true;
		add(ForeignKeyClause.named(name, this.database) + "UNIQUE");
	}

	void check(String text) {
		String check = SqlExpression.of(text).sql();
		TokenList tokens = TokenList.of(check);
		int word = tokens.isAt(0, "CONSTRAINT") ? tokens.indexOf("CHECK", "(") : 0;
		if (tokens.isAt(word, "CHECK", "(") && tokens.isAt(tokens.size() - 1, ")")) {
			add(check);
			return;
		}
		add(tokens.isEnclosed() ? "CHECK " + check : "CHECK (" + check + ")");
	}

	void foreignKey(ForeignKeyConstraint key) {
		this.foreignKey = true;
		add(ForeignKeyClause.named(key.getForeignKeyName(), this.database)
				+ ForeignKeyClause.references(key, this.database));
	}

	/** The constraints that the changelog appended to the type. */
	void tail() {
		if (this.type == null || this.type.tail().isEmpty()) {
			return;
		}
		TokenList tail = TokenList.of(this.type.tail());
		TokenList words = tail.outside();
		this.notNull |= words.has("NOT", "NULL");
		this.unique |= words.has("UNIQUE");
		this.primaryKey |= words.has("PRIMARY", "KEY");
		this.foreignKey |= words.has("REFERENCES");
		if (words.has("DEFAULT")) {
			this.hasDefault = true;
			this.constantDefault = false;
		}
		if (words.isAt(0, "GENERATED") || words.isAt(0, "AS")) {
			generated(tail);
		}
		add(this.type.tail());
	}

	private void generated(TokenList tokens) {
		int last = tokens.size() - 1;
		boolean storage = STORAGE.stream().anyMatch((word) -> tokens.isAt(last, word));
		int as = tokens.indexOf("AS", "(");
		this.generated = as >= 0 && tokens.isAt(storage ? last - 1 : last, ")");
		this.stored = this.generated && tokens.isAt(last, "STORED");
	}

	private void add(String clause) {
		this.constraints.add(clause);
	}

	private String subject() {
		return "Column " + this.column + " of table " + this.table;
	}

	ColumnClause toClause() {
		String sql = Stream.concat(Stream.of(this.head, this.typeSql), this.constraints.stream())
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(" "));
		return new ColumnClause(this.column, sql, this.primaryKey, this.autoIncrement, this.start, this.notNull,
				this.unique, this.foreignKey, this.generated, this.stored, this.hasDefault, this.constantDefault,
				this.errors, this.warnings);
	}

}
