package io.soundshare.migrations.sqlite.clause;

import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.StringLiteral;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.TokenList;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.value.Moment;
import io.soundshare.migrations.sqlite.value.SqlExpression;
import io.soundshare.migrations.sqlite.value.TypedValue;
import io.soundshare.migrations.sqlite.value.ValueKind;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.datatype.LiquibaseDataType;
import liquibase.datatype.core.UnknownType;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SequenceCurrentValueFunction;
import liquibase.statement.SequenceNextValueFunction;
import org.jspecify.annotations.Nullable;

/**
 * The value after DEFAULT. A computed default stays an expression, in SQLite's words, a
 * cast of a literal becomes the literal, and anything but a literal gets the parentheses
 * SQLite asks for.
 *
 * @param sql the text after DEFAULT
 * @param constant whether it is a literal, as {@code ALTER TABLE ADD COLUMN} wants it
 * @param refusal why SQLite cannot have this default, if it cannot
 * @param loss what SQLite has no word for and leaves out, if anything
 */
public record DefaultValue(String sql, boolean constant, @Nullable String refusal, @Nullable String loss) {

	private static final Set<String> SEQUENCES = Set.of("nextval", "currval", "lastval", "setval");

	private static final Set<String> CURRENT = Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");

	/**
	 * The default a changelog asks for.
	 * @param value the default as Liquibase holds it
	 * @param type the column's type, if it has one
	 * @param database the database
	 * @return the default
	 */
	public static DefaultValue of(Object value, @Nullable LiquibaseDataType type, Database database) {
		return of(value, ValueKind.of(type), type, database);
	}

	/**
	 * The default a changelog asks for without a type. The column may be of another type
	 * by then, so nothing is refused for this one.
	 * @param value the default as Liquibase holds it
	 * @param kind what the column holds now
	 * @param database the database
	 * @return the default
	 */
	public static DefaultValue of(Object value, ValueKind kind, Database database) {
		boolean fits = value instanceof String text && isConverted(text, kind)
				&& TypedValue.ofText(text, kind).refusal() == null;
		return of(value, (fits || !(value instanceof String)) ? kind : ValueKind.OTHER, null, database);
	}

	private static DefaultValue of(Object value, ValueKind kind, @Nullable LiquibaseDataType type, Database database) {
		if (value instanceof SequenceNextValueFunction || value instanceof SequenceCurrentValueFunction) {
			return refused(value.toString(), sequence(value.toString()));
		}
		try {
			TypedValue typed = (value instanceof Date || value instanceof Number
					|| (value instanceof String text && isConverted(text, kind))) ? TypedValue.of(value, kind)
							: new TypedValue(value, null);
			if (typed.refusal() != null) {
				return refused(value.toString(), typed.refusal());
			}
			DefaultValue defaultValue = ofText(text(Objects.requireNonNull(typed.value()), type, database)).as(kind);
			String unknown = unknownFunction(defaultValue, database);
			return (unknown != null) ? refused(defaultValue.sql(), unknown) : defaultValue;
		}
		catch (UnexpectedLiquibaseException ex) {
			return refused(value.toString(), String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * The default that a text of SQL stands for, in the words of any database.
	 * @param text the SQL after DEFAULT
	 * @return the default
	 */
	public static DefaultValue ofText(String text) {
		String all = text.strip();
		TokenList outside = TokenList.of(all).outside();
		int onUpdate = outside.indexOf("ON", "UPDATE");
		boolean updated = onUpdate > 0 && onUpdate + 2 < outside.size();
		int end = updated ? outside.get(onUpdate).start() : all.length();
		return ofText(all.substring(0, end).strip(), updated ? all.substring(end) : null);
	}

	private static DefaultValue ofText(String sql, @Nullable String loss) {
		String literal = DefaultLiteral.of(sql);
		if (literal != null) {
			return new DefaultValue(literal, true, null, loss);
		}
		if (drawsFromSequence(sql)) {
			return refused(sql, sequence(sql));
		}
		SqlExpression expression = SqlExpression.of(TokenList.inner(sql));
		return new DefaultValue(enclosed(expression.sql()), false, expression.refusal(), loss);
	}

	/**
	 * Why this default cannot be, if it cannot.
	 * @return the reason and the alternative
	 */
	public Optional<String> refused() {
		return Optional.ofNullable(this.refusal);
	}

	/**
	 * SQLite takes any function in a default, and fails with the first row that needs it.
	 */
	private static @Nullable String unknownFunction(DefaultValue value, Database database) {
		if (value.constant() || !value.sql().startsWith("(") || !(database instanceof SchemaSource source)
				|| !(database.getConnection() instanceof JdbcConnection)) {
			return null;
		}
		return source.schema()
			.whyNotCompiles("SELECT " + value.sql())
			.filter((reason) -> reason.contains("no such function"))
			.map((reason) -> "the default " + value.sql() + " cannot be computed: " + reason
					+ ". Give SQLite a default of its own with a property per dbms")
			.orElse(null);
	}

	private static String text(Object value, @Nullable LiquibaseDataType type, Database database) {
		if (value instanceof DatabaseFunction function) {
			return function.toString();
		}
		if (value.toString().equalsIgnoreCase("null")) {
			return "NULL";
		}
		if (type == null || type instanceof UnknownType) {
			// Liquibase puts quotes around numbers of types it does not know, and leaves
			// those within strings alone.
			if (value instanceof Boolean truth) {
				return bit(truth);
			}
			return (value instanceof String string) ? StringLiteral.quote(string) : value.toString();
		}
		String sql = type.objectToSql(value, database);
		return (value instanceof Boolean truth && sql.equalsIgnoreCase(truth.toString())) ? bit(truth) : sql;
	}

	/** SQLite's booleans are numbers. */
	private static String bit(Boolean truth) {
		return truth ? "1" : "0";
	}

	private static String enclosed(String sql) {
		return CURRENT.contains(sql) ? sql : "(" + sql + ")";
	}

	private static boolean drawsFromSequence(String sql) {
		TokenList tokens = TokenList.of(sql);
		return tokens.has("NEXT", "VALUE", "FOR") || tokens.tokens()
			.stream()
			.filter((token) -> token.kind() != Token.Kind.STRING)
			.flatMap((token) -> token.identifier().stream())
			.anyMatch((word) -> SEQUENCES.contains(Names.fold(word)));
	}

	private static String sequence(String text) {
		return "SQLite has no sequences a default could draw from (" + text.toLowerCase(Locale.ROOT)
				+ "). Let the column count up by itself (autoIncrement on the primary key), or leave the numbers to the"
				+ " application (a JPA generator), which uses the sequence's table";
	}

	/**
	 * Whether Liquibase would leave this as it is, or does not know for a truth value.
	 */
	private static boolean isConverted(String text, ValueKind kind) {
		return !text.equalsIgnoreCase("null") && (Moment.isMoment(kind) || kind == ValueKind.BOOLEAN);
	}

	/** The current day or time as the driver reads it back from such a column. */
	private DefaultValue as(ValueKind kind) {
		String converted = SqlExpression.as(TokenList.inner(this.sql), kind);
		return (this.constant || converted.equals(TokenList.inner(this.sql))) ? this
				: new DefaultValue(enclosed(converted), false, this.refusal, this.loss);
	}

	private static DefaultValue refused(String sql, String reason) {
		return new DefaultValue(sql, false, reason, null);
	}

}
