package io.soundshare.migrations.sqlite.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.TokenList;
import liquibase.database.Database;
import liquibase.datatype.DataTypeFactory;
import liquibase.datatype.LiquibaseDataType;
import liquibase.datatype.core.DateTimeType;
import org.jspecify.annotations.Nullable;

/**
 * A column's type as Liquibase maps it for SQLite, made into something SQLite's grammar
 * takes (words, then at most two numbers), with the constraints some changelogs append to
 * the type, which Liquibase drops with some types and keeps with others.
 *
 * @param type the type as Liquibase holds it, for defaults
 * @param sql the type's text
 * @param tail the constraints that followed the type in the changelog; empty if none
 * @param values the values of an ENUM, as SQL; empty for other types
 */
public record ColumnType(LiquibaseDataType type, String sql, String tail, String values) {

	/** The words that begin a constraint and cannot be a part of a type. */
	private static final List<String> CONSTRAINTS = List.of("COLLATE", "CHECK", "GENERATED", "NULL", "DEFAULT",
			"UNIQUE", "REFERENCES", "CONSTRAINT");

	private static final Pattern PLAIN = Pattern
		.compile("(?i)[^(),]+?(?:\\s*\\(\\s*[+-]?\\d+(?:\\s*,\\s*[+-]?\\d+)?\\s*\\))?");

	private static final Pattern WITH_ARGUMENTS = Pattern.compile("(?s)([^(]+?)\\s*\\((.*?)\\)(.*)");

	private static final Pattern NUMBER = Pattern.compile("^\\s*([+-]?\\d+)\\b.*");

	private static final Pattern INTEGER = Pattern.compile(
			"(?i).*(?:INT|SERIAL|LONG|OID).*|(?:NUMBER|NUMERIC|DECIMAL)(?:\\s*\\(\\s*\\d+(?:\\s*,\\s*0)?\\s*\\))?");

	/**
	 * The type a changelog writes.
	 * @param description the type as written
	 * @param database the database
	 * @return the type
	 */
	public static ColumnType of(String description, Database database) {
		String head = description.replaceFirst("\\{.*}$", "").strip();
		String tail = head.substring(typeEnd(head));
		if (tail.toLowerCase(Locale.ROOT).endsWith(" identity")) {
			tail = "";
		}
		head = head.substring(0, head.length() - tail.length()).strip();
		LiquibaseDataType type = DataTypeFactory.getInstance().fromDescription(head, database);
		return new ColumnType(type, grammatical(type.toDatabaseDataType(database).toString()), tail, values(head));
	}

	/**
	 * The type a statement carries.
	 * @param type the type as Liquibase holds it
	 * @param database the database
	 * @return the type
	 */
	public static ColumnType of(LiquibaseDataType type, Database database) {
		String raw = type.getRawDefinition();
		if (raw != null) {
			return of(raw, database);
		}
		return new ColumnType(type, grammatical(type.toDatabaseDataType(database).toString()), "", "");
	}

	/**
	 * The type as Liquibase without this extension makes it.
	 * @param database the database
	 * @return the type
	 */
	ColumnType stock(Database database) {
		return (this.type instanceof DateTimeType) ? new ColumnType(this.type,
				new DateTimeType().toDatabaseDataType(database).toString(), this.tail, this.values) : this;
	}

	/**
	 * Whether numbers without fractions are kept in such a column.
	 * @return whether it may count up by itself
	 */
	boolean integer() {
		return INTEGER.matcher(this.sql).matches();
	}

	private static int typeEnd(String description) {
		TokenList tokens = TokenList.of(description).outside();
		for (int i = 1; i < tokens.size(); i++) {
			boolean constraint = CONSTRAINTS.stream().anyMatch(tokens.get(i)::is) || tokens.isAt(i, "NOT", "NULL")
					|| tokens.isAt(i, "PRIMARY", "KEY") || tokens.isAt(i, "AS", "(");
			if (constraint) {
				return tokens.get(i).start();
			}
		}
		return description.length();
	}

	/** The values of an ENUM, {@code ('a', 'b')}. */
	private static String values(String description) {
		TokenList tokens = TokenList.of(description);
		int close = tokens.isAt(0, "ENUM", "(") ? tokens.close(1) : -1;
		return (close > 0) ? description.substring(tokens.get(1).start(), tokens.get(close).end()) : "";
	}

	private static String grammatical(String written) {
		// INTERVAL DAY TO SECOND: a keyword cannot be part of a type.
		String mapped = written.replaceFirst("(?i)\\s+TO\\s.*", "");
		Matcher parts = WITH_ARGUMENTS.matcher(mapped);
		if (PLAIN.matcher(mapped).matches() || !parts.matches()) {
			return mapped;
		}
		String name = parts.group(1).strip();
		if (name.equalsIgnoreCase("enum") || name.equalsIgnoreCase("set")) {
			return "TEXT";
		}
		String words = Stream.of(name, parts.group(3).strip())
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.joining(" "));
		List<String> numbers = numbers(parts.group(2));
		return (!numbers.isEmpty()) ? words + "(" + String.join(", ", numbers) + ")" : words;
	}

	/** The numbers of {@code 255 CHAR}; none of {@code MAX}. */
	private static List<String> numbers(String arguments) {
		List<String> numbers = new ArrayList<>();
		for (String argument : arguments.split(",")) {
			Matcher number = NUMBER.matcher(argument);
			if (numbers.size() < 2 && number.matches()) {
				numbers.add(number.group(1));
			}
		}
		return numbers;
	}

	/**
	 * The type of a column, if it has one.
	 * @param type the type as Liquibase holds it, {@code null} for a computed column
	 * @param database the database
	 * @return the type, {@code null} if there is none
	 */
	static @Nullable ColumnType ofNullable(@Nullable LiquibaseDataType type, Database database) {
		return (type != null) ? of(type, database) : null;
	}

}
