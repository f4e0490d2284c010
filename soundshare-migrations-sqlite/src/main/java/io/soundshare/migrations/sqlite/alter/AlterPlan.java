package io.soundshare.migrations.sqlite.alter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.schema.SchemaProbe;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;

/**
 * The changes of one table, as they are made: the statements, complete and in order.
 *
 * @param table the table, as its definition writes it
 * @param rebuild whether the table is made anew and its rows are copied
 * @param sql the statements; empty if the table is as wanted already
 * @param proofs what must hold of the data before
 * @param losses what goes with a dropped column, such as its indexes
 * @param dropped the columns dropped
 */
public record AlterPlan(String table, boolean rebuild, List<String> sql, List<Proof> proofs, List<String> losses,
		List<String> dropped) {

	/**
	 * Plans changes of one table, as few statements as they allow: those of SQLite itself
	 * if it has one for each of the changes, otherwise one rebuild for all of them.
	 * @param schema the schema, which is only read
	 * @param edits the changes, in order, all of the same table
	 * @return the plan
	 * @throws AlterRefusedException if a change cannot be carried out faithfully
	 */
	public static AlterPlan of(SqliteSchema schema, List<TableEdit> edits) {
		TableShape before = TableShape.of(schema, edits.get(0).table());
		TableShape after = before;
		List<String> statements = new ArrayList<>();
		boolean everyNative = true;
		for (TableEdit edit : edits) {
			TableShape edited = edit.applyTo(after);
			if (!edited.equals(after)) {
				// With a view or trigger that is broken SQLite's own DROP COLUMN fails,
				// whatever that is about.
				List<String> own = (edit instanceof DropColumn && !new SchemaProbe(schema).broken().isEmpty())
						? List.of() : edit.nativeSql(after, schema.version());
				everyNative = everyNative && !own.isEmpty();
				statements.addAll(own);
			}
			after = edited;
		}
		if (!everyNative) {
			refuseTemporary(schema, before.table());
		}
		List<String> kept = after.kept();
		return new AlterPlan(before.table(), !everyNative,
				(everyNative) ? statements : new Rebuild(schema, before, after).sql(), after.proofs(), after.losses(),
				before.kept().stream().filter((column) -> !kept.contains(column)).toList());
	}

	/**
	 * Temporary triggers would go with the table, and indexes and triggers be made for a
	 * temporary one of its name.
	 */
	private static void refuseTemporary(SqliteSchema schema, String table) {
		List<String> temporary = schema.temporaryOf(table);
		if (!temporary.isEmpty()) {
			throw new AlterRefusedException("Table " + table + " cannot be rebuilt beside the temporary "
					+ String.join(", ", temporary) + " of this connection. Drop that first.");
		}
	}

	/**
	 * Says what went wrong in the words of the table, not of the one that was to take its
	 * place.
	 * @param failure what SQLite said
	 * @return the same, to be thrown
	 */
	public AlterRefusedException explain(Exception failure) {
		String reason = String.valueOf(failure.getMessage());
		int statement = reason.indexOf(" [Failed SQL");
		String message = (statement > 0) ? reason.substring(0, statement) : reason;
		String renamed = message.replaceAll("\\bnew_" + Pattern.quote(this.table) + "(_\\d+)?\\.",
				Matcher.quoteReplacement(this.table + "."));
		AlterRefusedException explained = new AlterRefusedException("Table " + this.table + " cannot be changed: "
				+ renamed + ". If its rows violate what is wanted, mend them first.");
		if (renamed.equals(message)) {
			explained.initCause(failure);
		}
		else {
			// As the cause it would be what people are told: a table nobody has heard of.
			explained.addSuppressed(failure);
		}
		return explained;
	}

	/**
	 * Whether there is nothing to do: the table is as wanted already.
	 * @return whether there is nothing
	 */
	public boolean isEmpty() {
		return this.sql.isEmpty();
	}

}
