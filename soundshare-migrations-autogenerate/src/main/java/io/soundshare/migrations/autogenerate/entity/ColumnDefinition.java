package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A {@code columnDefinition} taken apart: people write more than a type into it.
 */
final class ColumnDefinition {

	private static final Set<String> CLAUSES = Set.of("NOT", "NULL", "DEFAULT", "CHECK", "COLLATE", "REFERENCES",
			"GENERATED", "AS", "UNIQUE", "PRIMARY", "CONSTRAINT", "COMMENT", "ON", "DEFERRABLE", "INITIALLY",
			"AUTO_INCREMENT", "AUTOINCREMENT");

	private final String sql;

	private final List<SqlToken> tokens;

	private int next;

	private String type = "";

	private @Nullable String defaultValue;

	private @Nullable String generatedAs;

	private @Nullable String collation;

	private @Nullable String comment;

	private @Nullable Reference reference;

	private final List<Check> checks = new ArrayList<>();

	private boolean notNull;

	private boolean unique;

	private boolean identity;

	private ColumnDefinition(String sql) {
		this.sql = sql;
		this.tokens = SqlToken.of(sql);
	}

	static ColumnDefinition of(String sql) {
		ColumnDefinition definition = new ColumnDefinition(sql.strip());
		definition.read();
		return definition;
	}

	String type() {
		return this.type;
	}

	@Nullable String defaultValue() {
		return this.defaultValue;
	}

	@Nullable String generatedAs() {
		return this.generatedAs;
	}

	@Nullable String collation() {
		return this.collation;
	}

	@Nullable String comment() {
		return this.comment;
	}

	@Nullable Reference reference() {
		return this.reference;
	}

	List<Check> checks() {
		return this.checks;
	}

	boolean notNull() {
		return this.notNull;
	}

	boolean unique() {
		return this.unique;
	}

	boolean identity() {
		return this.identity;
	}

	private void read() {
		this.type = untilClause(0);
		String name = null;
		while (this.next < this.tokens.size()) {
			String clause = this.tokens.get(this.next++).word();
			switch (clause) {
				case "NOT" -> this.notNull = accept("NULL") || this.notNull;
				case "DEFAULT" -> this.defaultValue = nullIfNull(untilClause(1));
				case "CHECK" -> this.checks.add(new Check(name, inside()));
				case "COLLATE" -> this.collation = untilClause(1).replaceAll("^[\"`']|[\"`']$", "");
				case "COMMENT" -> this.comment = unquoted(untilClause(1));
				case "GENERATED", "AS" -> generated(clause);
				case "REFERENCES" -> this.reference = reference(name);
				case "UNIQUE" -> this.unique = true;
				case "AUTO_INCREMENT", "AUTOINCREMENT" -> this.identity = true;
				// Of MySQL: a timestamp that keeps itself up to date.
				case "ON" -> untilClause(1);
				default -> {
				}
			}
			name = clause.equals("CONSTRAINT") ? untilClause(1) : null;
		}
	}

	private void generated(String clause) {
		boolean always = clause.equals("AS") || accept("ALWAYS");
		if (!always && accept("BY")) {
			accept("DEFAULT");
		}
		if (!clause.equals("AS")) {
			accept("AS");
		}
		if (accept("IDENTITY")) {
			this.identity = true;
		}
		else {
			this.generatedAs = inside();
		}
		untilClause(0);
	}

	private Reference reference(@Nullable String name) {
		String table = untilClause(1);
		List<SqlToken> parts = SqlToken.of(table);
		SqlToken last = parts.get(parts.size() - 1);
		String columns = last.parenthesis() ? last.inside() : null;
		String referenced = last.parenthesis() ? table.substring(0, last.start()).strip() : table;
		int start = this.next;
		while (acceptAction()) {
			// One after the other.
		}
		return new Reference(name, referenced, columns, text(start, this.next));
	}

	private boolean acceptAction() {
		if (accept("ON")) {
			this.next++;
			return accept("SET") ? accept("NULL") || accept("DEFAULT") : accept("NO") ? accept("ACTION") : skip(1);
		}
		if (accept("MATCH") || accept("INITIALLY")) {
			return skip(1);
		}
		boolean not = this.next + 1 < this.tokens.size() && this.tokens.get(this.next).is("NOT")
				&& this.tokens.get(this.next + 1).is("DEFERRABLE");
		return not ? skip(2) : accept("DEFERRABLE");
	}

	private boolean skip(int tokens) {
		this.next = Math.min(this.next + tokens, this.tokens.size());
		return true;
	}

	/** The text up to the next clause, but with this many tokens at least. */
	private String untilClause(int least) {
		int start = this.next;
		while (this.next < this.tokens.size()
				&& (this.next - start < least || !CLAUSES.contains(this.tokens.get(this.next).word()))) {
			this.next++;
		}
		return text(start, this.next);
	}

	private String text(int from, int to) {
		return (from < to) ? this.sql.substring(this.tokens.get(from).start(), this.tokens.get(to - 1).end()) : "";
	}

	private boolean accept(String word) {
		boolean there = this.next < this.tokens.size() && this.tokens.get(this.next).is(word);
		this.next += there ? 1 : 0;
		return there;
	}

	private String inside() {
		boolean there = this.next < this.tokens.size() && this.tokens.get(this.next).parenthesis();
		return there ? this.tokens.get(this.next++).inside() : "";
	}

	private static @Nullable String nullIfNull(String value) {
		return (value.isEmpty() || value.equalsIgnoreCase("null")) ? null : value;
	}

	private static String unquoted(String literal) {
		boolean quoted = literal.length() > 1 && literal.startsWith("'") && literal.endsWith("'");
		return quoted ? literal.substring(1, literal.length() - 1).replace("''", "'") : literal;
	}

	/**
	 * A check.
	 *
	 * @param name its name; {@code null} if none is given
	 * @param expression what it says
	 */
	record Check(@Nullable String name, String expression) {

	}

	/**
	 * A reference to another table.
	 *
	 * @param name its name; {@code null} if none is given
	 * @param table the table as written
	 * @param column the column as written; {@code null} for the primary key
	 * @param actions what follows
	 */
	record Reference(@Nullable String name, String table, @Nullable String column, String actions) {

	}

}
