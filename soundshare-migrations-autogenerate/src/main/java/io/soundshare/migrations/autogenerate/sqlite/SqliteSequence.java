package io.soundshare.migrations.autogenerate.sqlite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Sequence;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;

/**
 * The table that stands for a sequence on SQLite, for Hibernate and for the extension: a
 * single number {@code next_val}, no key. How it starts and counts is in a comment, if
 * the extension made it. Without the comment the start is the number the table holds, and
 * the increment unknown.
 */
final class SqliteSequence {

	private static final String COLUMN = "next_val";

	private static final Pattern COMMENT = Pattern
		.compile("/\\* START WITH (-?\\d{1,19}) INCREMENT BY (-?\\d{1,19}) \\*/");

	private SqliteSequence() {
	}

	static boolean isOne(TableDefinition table) {
		return table.columns().size() == 1 && Names.same(table.columns().get(0).name(), COLUMN)
				&& Names.fold(table.columns().get(0).type()).contains("int")
				&& table.constraints()
					.stream()
					.allMatch((constraint) -> constraint.kind() == Constraint.Kind.NOT_NULL
							|| constraint.kind() == Constraint.Kind.NULL);
	}

	static Sequence read(TableDefinition table, SqliteSchema schema) {
		ObjectName name = ObjectName.of(table.name());
		Matcher comment = COMMENT.matcher(table.sql());
		if (comment.find()) {
			return new Sequence(name, Long.parseLong(comment.group(1)), Long.parseLong(comment.group(2)));
		}
		long next = schema
			.query("SELECT " + COLUMN + " FROM main." + Names.quote(table.name()) + " LIMIT 1", (row) -> row.getLong(1))
			.stream()
			.findFirst()
			.orElse(1L);
		return new Sequence(name, next, 0);
	}

}
