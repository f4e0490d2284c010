package io.soundshare.migrations.sqlite.clause;

import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.ddl.StringLiteral;
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
 * What stands after DEFAULT. A computed default stays an expression, in SQLite's words, a
 * cast of a literal becomes the literal, and anything but a literal gets the parentheses
 * SQLite asks for.
 *
 * @param sql the text after DEFAULT
 * @param constant whether it is a literal, as {@code ALTER TABLE ADD COLUMN} wants it
 * @param refusal why SQLite cannot have this default, if it cannot
 * @param loss what SQLite has no word for and leaves out, if anything
 */
public record DefaultValue(String sql, boolean constant, @Nullable String refusal, @Nullable String loss) {

	private static final String STRING = "'(?:[^']|'')*'";

	private static final Pattern LITERAL = Pattern.compile(
			"(?is)" + STRING + "|x'[0-9a-f]*'|\"(?:[^\"]|\"\")*\"|[+-]?\\s*(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d+)?"
					+ "|[+-]?\\s*0x[0-9a-f]+|NULL|TRUE|FALSE");

	private static final Pattern CAST = Pattern.compile(
			"(?is)\\(*\\s*(" + STRING + "|[+-]?\\d+(?:\\.\\d+)?|NULL|TRUE|FALSE)\\s*\\)*\\s*::[\\w\\s\".(),\\[\\]]+");

	private static final Pattern PREFIXED = Pattern.compile("(?is)[NE](" + STRING + ")");

	private static final Pattern BITS = Pattern.compile("(?i)B'([01]{1,62})'");

	private static final Set<String> CURRENT = Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");

	private static final Pattern ON_UPDATE = Pattern.compile("(?is)(.+?)\\s+(ON\\s+UPDATE\\s+.+)");

	private static final Pattern SEQUENCE = Pattern
		.compile("(?i)\\b(?:nextval|currval|lastval|setval)\\b|\\bnext\\s+value\\s+for\\b");

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
		String sql = text.strip();
		String loss = null;
		Matcher onUpdate = ON_UPDATE.matcher(sql);
		if (!LITERAL.matcher(sql).matches() && onUpdate.matches()) {
			sql = onUpdate.group(1).strip();
			loss = onUpdate.group(2);
		}
		String literal = literal(sql);
		if (literal != null) {
			return new DefaultValue(literal, true, null, loss);
		}
		if (SEQUENCE.matcher(sql).find()) {
			return refused(sql, sequence(sql));
		}
		SqlExpression expression = SqlExpression.of(inner(sql));
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

	private static @Nullable String literal(String sql) {
		String inner = inner(sql);
		if (LITERAL.matcher(sql).matches()) {
			return sql;
		}
		if (LITERAL.matcher(inner).matches() && !inner.startsWith("\"")) {
			return inner;
		}
		Matcher cast = CAST.matcher(inner);
		if (cast.matches()) {
			return cast.group(1);
		}
		Matcher prefixed = PREFIXED.matcher(inner);
		if (prefixed.matches() && !inner.contains("\\")) {
			return prefixed.group(1);
		}
		Matcher bits = BITS.matcher(inner);
		return bits.matches() ? Long.toString(Long.parseLong(bits.group(1), 2)) : null;
	}

	private static String enclosed(String sql) {
		return CURRENT.contains(sql) ? sql : "(" + sql + ")";
	}

	/** What a text holds within parentheses around the whole of it. */
	private static String inner(String sql) {
		String inner = sql;
		while (inner.startsWith("(") && inner.endsWith(")") && Parentheses.close(inner, 0) == inner.length() - 1) {
			inner = inner.substring(1, inner.length() - 1).strip();
		}
		return inner;
	}

	private static String sequence(String text) {
		return "SQLite has no sequences a default could draw from (" + text.toLowerCase(Locale.ROOT)
				+ "). Let the column count up by itself (autoIncrement on the primary key), or leave the numbers to the"
				+ " application (a JPA generator), which uses the sequence's table";
	}

	/** What Liquibase would leave as it is, or does not know for a truth value. */
	private static boolean isConverted(String text, ValueKind kind) {
		return !text.equalsIgnoreCase("null") && (Moment.isMoment(kind) || kind == ValueKind.BOOLEAN);
	}

	/** The current day or time as the driver reads it back from such a column. */
	private DefaultValue as(ValueKind kind) {
		String converted = SqlExpression.as(inner(this.sql), kind);
		return (this.constant || converted.equals(inner(this.sql))) ? this
				: new DefaultValue(enclosed(converted), false, this.refusal, this.loss);
	}

	private static DefaultValue refused(String sql, String reason) {
		return new DefaultValue(sql, false, reason, null);
	}

}
