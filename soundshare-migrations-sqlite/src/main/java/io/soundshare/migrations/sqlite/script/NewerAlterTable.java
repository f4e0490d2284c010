package io.soundshare.migrations.sqlite.script;

import java.util.List;
import java.util.Optional;

import io.soundshare.migrations.sqlite.alter.AddConstraint;
import io.soundshare.migrations.sqlite.alter.DropConstraint;
import io.soundshare.migrations.sqlite.alter.DropNotNull;
import io.soundshare.migrations.sqlite.alter.SetNotNull;
import io.soundshare.migrations.sqlite.alter.TableEdit;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteVersion;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * A statement of raw SQL in a form of {@code ALTER TABLE} that
 * <a href="https://sqlite.org/lang_altertable.html">SQLite has since 3.53</a>, so that a
 * changelog written with it runs on an older one. Any other form is left to SQLite.
 */
final class NewerAlterTable {

	private final String sql;

	private final List<Token> tokens;

	private int next;

	private NewerAlterTable(String sql, List<Token> tokens) {
		this.sql = sql;
		this.tokens = tokens;
	}

	/**
	 * The change the statement means, if the database's SQLite has no statement for it.
	 */
	static Optional<TableEdit> in(String statement, Database database) {
		// Scripts are long, and few of their statements are these.
		if (!statement.regionMatches(true, 0, "ALTER", 0, 5) || !isNeeded(database)) {
			return Optional.empty();
		}
		return Optional.ofNullable(new NewerAlterTable(statement, Tokenizer.significant(statement)).edit());
	}

	/** Whether the database's SQLite is too old for these forms. */
	static boolean isNeeded(Database database) {
		return database instanceof SchemaSource source
				&& !source.schema().version().isAtLeast(SqliteVersion.ALTERS_CONSTRAINTS);
	}

	private @Nullable TableEdit edit() {
		if (!skip("ALTER", "TABLE")) {
			return null;
		}
		String table = name();
		if (skip(".")) {
			// The rebuild is of the main database.
			table = (table != null && Names.same(table, "main")) ? name() : null;
		}
		if (table == null) {
			return null;
		}
		TableEdit edit = edit(table);
		return (this.next == this.tokens.size()) ? edit : null;
	}

	private @Nullable TableEdit edit(String table) {
		if (skip("ADD", "CONSTRAINT")) {
			String constraint = name();
			return (constraint != null) ? check(table, constraint) : null;
		}
		if (skip("ADD")) {
			return check(table, null);
		}
		if (skip("DROP", "CONSTRAINT")) {
			String constraint = name();
			return (constraint != null) ? new DropConstraint(table, constraint) : null;
		}
		if (skip("ALTER")) {
			skip("COLUMN");
			String column = name();
			if (column != null && skip("SET", "NOT", "NULL")) {
				return new SetNotNull(table, column);
			}
			return (column != null && skip("DROP", "NOT", "NULL")) ? new DropNotNull(table, column) : null;
		}
		return null;
	}

	private @Nullable TableEdit check(String table, @Nullable String constraint) {
		int start = this.next;
		if (!skip("CHECK", "(")) {
			return null;
		}
		for (int depth = 1; depth > 0 && this.next < this.tokens.size(); this.next++) {
			Token token = this.tokens.get(this.next);
			depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
		}
		return new AddConstraint(table, Constraint.Kind.CHECK, constraint, List.of(),
				this.sql.substring(this.tokens.get(start).start(), this.tokens.get(this.next - 1).end()));
	}

	private @Nullable String name() {
		return (this.next < this.tokens.size()) ? this.tokens.get(this.next++).identifier().orElse(null) : null;
	}

	private boolean skip(String... words) {
		for (int i = 0; i < words.length; i++) {
			if (this.next + i >= this.tokens.size() || !this.tokens.get(this.next + i).is(words[i])) {
				return false;
			}
		}
		this.next += words.length;
		return true;
	}

}
