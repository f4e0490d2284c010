package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.autogenerate.entity.ColumnDefinitionText.Check;
import io.soundshare.migrations.autogenerate.entity.ColumnDefinitionText.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Takes a {@code columnDefinition} apart: a type, then clauses in any order. What it does
 * not know it steps over.
 */
final class ColumnDefinitionParser {

	private static final Set<String> CLAUSES = Set.of("NOT", "NULL", "DEFAULT", "CHECK", "COLLATE", "REFERENCES",
			"GENERATED", "AS", "UNIQUE", "PRIMARY", "CONSTRAINT", "COMMENT", "ON", "DEFERRABLE", "INITIALLY",
			"AUTO_INCREMENT", "AUTOINCREMENT");

	private final String sql;

	private final List<DefinitionToken> tokens;

	private final List<Check> checks = new ArrayList<>();

	private int next;

	private boolean notNull;

	private boolean identity;

	private boolean unique;

	private @Nullable String defaultValue;

	private @Nullable String generatedAs;

	private @Nullable String collation;

	private @Nullable String comment;

	private @Nullable Reference reference;

	ColumnDefinitionParser(String sql) {
		this.sql = sql;
		this.tokens = DefinitionToken.of(sql);
	}

	ColumnDefinitionText parse() {
		String type = untilClause(0);
		String name = null;
		while (this.next < this.tokens.size()) {
			String clause = this.tokens.get(this.next++).word();
			clause(clause, name);
			name = clause.equals("CONSTRAINT") ? untilClause(1) : null;
		}
		return new ColumnDefinitionText(type, this.notNull, this.defaultValue, this.generatedAs, this.identity,
				this.unique, this.collation, this.comment, this.checks, this.reference);
	}

	private void clause(String clause, @Nullable String name) {
		switch (clause) {
			case "NOT":
				this.notNull = accept("NULL") || this.notNull;
				break;
			case "DEFAULT":
				String value = untilClause(1);
				this.defaultValue = (value.isEmpty() || value.equalsIgnoreCase("null")) ? null : value;
				break;
			case "CHECK":
				this.checks.add(new Check(name, inside()));
				break;
			case "COLLATE":
				this.collation = untilClause(1).replaceAll("^[\"`']|[\"`']$", "");
				break;
			case "COMMENT":
				this.comment = unquoted(untilClause(1));
				break;
			case "GENERATED", "AS":
				generated(clause);
				break;
			case "REFERENCES":
				this.reference = reference(name);
				break;
			case "UNIQUE":
				this.unique = true;
				break;
			case "AUTO_INCREMENT", "AUTOINCREMENT":
				this.identity = true;
				break;
			case "ON":
				// Of MySQL: a timestamp that keeps itself up to date.
				untilClause(1);
				break;
			default:
				break;
		}
	}

	private void generated(String clause) {
		if (!clause.equals("AS")) {
			if (!accept("ALWAYS") && accept("BY")) {
				accept("DEFAULT");
			}
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

	private @Nullable Reference reference(@Nullable String name) {
		String table = untilClause(1);
		if (table.isEmpty()) {
			return null;
		}
		List<DefinitionToken> parts = DefinitionToken.of(table);
		DefinitionToken last = parts.get(parts.size() - 1);
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
			skip(1);
			if (accept("SET")) {
				return accept("NULL") || accept("DEFAULT");
			}
			return accept("NO") ? accept("ACTION") : skip(1);
		}
		if (accept("MATCH") || accept("INITIALLY")) {
			return skip(1);
		}
		boolean not = this.next + 1 < this.tokens.size() && this.tokens.get(this.next).is("NOT")
				&& this.tokens.get(this.next + 1).is("DEFERRABLE");
		return not ? skip(2) : accept("DEFERRABLE");
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

	private boolean skip(int count) {
		this.next = Math.min(this.next + count, this.tokens.size());
		return true;
	}

	private String inside() {
		boolean there = this.next < this.tokens.size() && this.tokens.get(this.next).parenthesis();
		return there ? this.tokens.get(this.next++).inside() : "";
	}

	private static String unquoted(String literal) {
		boolean quoted = literal.length() > 1 && literal.startsWith("'") && literal.endsWith("'");
		return quoted ? literal.substring(1, literal.length() - 1).replace("''", "'") : literal;
	}

}
