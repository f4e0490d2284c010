package io.soundshare.migrations.sqlite.view;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;
import io.soundshare.migrations.sqlite.schema.UsedTables;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * A view of the database, with what hangs on it.
 *
 * @param name its name
 * @param sql the statement that made it
 * @param triggers its INSTEAD OF triggers
 * @param users the other views and triggers that read or write it
 */
record StoredView(String name, String sql, List<StoredObject> triggers, List<StoredObject> users) {

	static StoredView existing(String name, SqliteSchema schema) {
		StoredObject view = schema.object("view", name)
			.orElseThrow(() -> new UnexpectedLiquibaseException("There is no view " + name + "."));
		List<StoredObject> users = Stream.of("view", "trigger")
			.flatMap((type) -> schema.objects(type).stream())
			.filter((user) -> !(user.type().equals("view") && Names.same(user.name(), name))
					&& !(user.type().equals("trigger") && Names.same(user.table(), name)))
			.filter((user) -> UsedTables.has(text(user), name))
			.toList();
		return new StoredView(view.name(), text(view), schema.objectsOf("trigger", name), users);
	}

	String drop() {
		return "DROP VIEW " + Names.quote(this.name);
	}

	/** The statements that make the triggers of the view, which SQLite drops with it. */
	List<String> createTriggers() {
		return this.triggers.stream().map(StoredView::text).toList();
	}

	/** The statements that make the view and its triggers under another name. */
	List<String> createAs(String newName) {
		return Stream
			.concat(Stream.of(renamed(this.sql, "VIEW", newName)),
					this.triggers.stream().map((trigger) -> renamed(trigger, newName)))
			.toList();
	}

	/** Statements that fail if what uses the view does not work with it. */
	List<String> checks() {
		return this.users.stream()
			.filter((user) -> user.type().equals("view"))
			.map((user) -> "SELECT 1 FROM " + Names.quote(user.name()) + " LIMIT 0")
			.toList();
	}

	void refuseIfUsed(String change) {
		if (!this.users.isEmpty()) {
			throw new UnexpectedLiquibaseException("View " + this.name + " cannot be " + change + ": "
					+ String.join(", ", this.users.stream().map((user) -> user.type() + " " + user.name()).toList())
					+ " would no longer work. Drop or change those first.");
		}
	}

	private String renamed(StoredObject trigger, String newName) {
		String sql = text(trigger);
		if (UsedTables.has(sql, this.name)) {
			throw new UnexpectedLiquibaseException("View " + this.name + " cannot be renamed: its trigger "
					+ trigger.name() + " uses it by its name. Drop that trigger first.");
		}
		return renamed(sql, "ON", newName);
	}

	/** Puts a new name after the first keyword, instead of the one that stands there. */
	private static String renamed(String sql, String keyword, String newName) {
		List<Token> tokens = Tokenizer.significant(sql);
		int at = 0;
		while (!tokens.get(at).is(keyword)) {
			at++;
		}
		at++;
		Token old = (tokens.get(at + 1).is(".")) ? tokens.get(at + 2) : tokens.get(at);
		return sql.substring(0, old.start()) + Names.quote(newName) + sql.substring(old.end());
	}

	private static String text(StoredObject object) {
		return Objects.requireNonNull(object.sql(), object.name());
	}

}
