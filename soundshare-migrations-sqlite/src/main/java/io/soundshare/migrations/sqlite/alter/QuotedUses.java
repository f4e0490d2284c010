package io.soundshare.migrations.sqlite.alter;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import io.soundshare.migrations.sqlite.schema.SchemaProbe;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;

/**
 * Views and triggers that write the name of a column, dropped or renamed, in double
 * quotes. To SQLite a {@code "name"} that is no column is a string
 * (<a href="https://sqlite.org/quirks.html#dblquote">quirk 8</a>), so they go on to
 * compile, and mean something else. A {@code [name]} is never a string: what works with
 * that before, and not afterwards, used the column.
 */
final class QuotedUses {

	private final SqliteSchema schema;

	private final SchemaProbe probe;

	private final List<Use> uses = new ArrayList<>();

	QuotedUses(SqliteSchema schema, SchemaProbe probe) {
		this.schema = schema;
		this.probe = probe;
	}

	/** Notes who may use a column, before it is dropped or gets another name. */
	void note(String table, String column) {
		if (column.contains("]")) {
			return;
		}
		this.schema.objects()
			.stream()
			.filter((object) -> object.type().equals("view") || object.type().equals("trigger"))
			.filter((object) -> count(object, Token.Kind.QUOTED, column) > 0)
			.filter((object) -> this.probe.worksAs(object, bracketed(object, column)))
			.forEach((object) -> this.uses.add(new Use(object, table, column)));
	}

	void verify() {
		for (Use use : this.uses) {
			StoredObject before = use.object();
			this.schema.object(before.type(), before.name()).filter((now) -> isString(use, now)).ifPresent((now) -> {
				throw new AlterRefusedException("%s %s uses column %s of table %s".formatted(
						before.type().equals("view") ? "View" : "Trigger", before.name(), use.column(), use.table())
						+ ", and SQLite would take its name in double quotes for a string from now on."
						+ " Drop or replace it in the same change set.");
			});
		}
	}

	// SQLite's own DROP COLUMN and RENAME COLUMN write a "name" that is none as 'name'.
	private boolean isString(Use use, StoredObject now) {
		return count(now, Token.Kind.STRING, use.column()) > count(use.object(), Token.Kind.STRING, use.column())
				|| (count(now, Token.Kind.QUOTED, use.column()) > 0
						&& !this.probe.worksAs(now, bracketed(now, use.column())));
	}

	private static long count(StoredObject object, Token.Kind kind, String column) {
		return Tokenizer.tokenize(String.valueOf(object.sql()))
			.stream()
			.filter((token) -> token.kind() == kind && isWritten(token, column))
			.count();
	}

	private static boolean isWritten(Token token, String column) {
		return (token.kind() == Token.Kind.STRING || token.text().startsWith("\""))
				&& Names.same(Names.unquote(token.text()), column);
	}

	private static String bracketed(StoredObject object, String column) {
		StringBuilder sql = new StringBuilder();
		for (Token token : Tokenizer.tokenize(String.valueOf(object.sql()))) {
			boolean use = token.kind() == Token.Kind.QUOTED && isWritten(token, column);
			sql.append(use ? "[" + Names.unquote(token.text()) + "]" : token.text());
		}
		return sql.toString();
	}

	private record Use(StoredObject object, String table, String column) {
	}

}
