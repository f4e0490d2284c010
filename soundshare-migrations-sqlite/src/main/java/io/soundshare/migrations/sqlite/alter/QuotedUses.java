package io.soundshare.migrations.sqlite.alter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * Views and triggers that write a dropped column in double quotes. To SQLite a
 * {@code "name"} that is no column is a string
 * (<a href="https://sqlite.org/quirks.html#dblquote">quirk 8</a>), so they go on to
 * compile, and mean something else.
 */
final class QuotedUses {

	private final SqliteSchema schema;

	private final List<Use> uses = new ArrayList<>();

	QuotedUses(SqliteSchema schema) {
		this.schema = schema;
	}

	/** Notes who uses a column, before it is dropped. */
	void note(String table, String column) {
		List<StoredObject> suspects = objects().filter((object) -> quotes(object, column)).toList();
		if (suspects.isEmpty()) {
			return;
		}
		List<StoredObject> renamed;
		try {
			renamed = this.schema.ifRenamed(table, column);
		}
		catch (UnexpectedLiquibaseException ex) {
			// Something in the schema is broken already: nobody can say.
			renamed = List.of();
		}
		for (StoredObject suspect : suspects) {
			if (!renamed.contains(suspect)) {
				this.uses.add(new Use(suspect, table, column));
			}
		}
	}

	void verify() {
		for (Use use : this.uses) {
			StoredObject object = use.object();
			this.schema.object(object.type(), object.name())
				.filter((now) -> isGone(use) && meaning(now).equals(meaning(object)))
				.ifPresent((now) -> {
					throw new AlterRefusedException("%s %s uses column %s of table %s".formatted(
							object.type().equals("view") ? "View" : "Trigger", object.name(), use.column(), use.table())
							+ ", and SQLite would take its name in double quotes for a string from now on."
							+ " Drop or replace it in the same change set.");
				});
		}
	}

	private boolean isGone(Use use) {
		return this.schema.table(use.table()).flatMap((table) -> table.column(use.column())).isEmpty();
	}

	private Stream<StoredObject> objects() {
		return this.schema.objects()
			.stream()
			.filter((object) -> object.type().equals("view") || object.type().equals("trigger"));
	}

	private static boolean quotes(StoredObject object, String column) {
		return Tokenizer.tokenize(String.valueOf(object.sql()))
			.stream()
			.anyMatch((token) -> token.kind() == Token.Kind.QUOTED && token.text().startsWith("\"")
					&& Names.same(Names.unquote(token.text()), column));
	}

	// SQLite's own DROP COLUMN writes "name" as 'name'.
	private static String meaning(StoredObject object) {
		return Tokenizer.tokenize(String.valueOf(object.sql()))
			.stream()
			.filter(Token::isSignificant)
			.map((token) -> token.identifier().orElse(token.text()))
			.collect(Collectors.joining(" "));
	}

	private record Use(StoredObject object, String table, String column) {
	}

}
