package io.soundshare.migrations.autogenerate.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.ColumnDefinition;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.ForeignKeyDefinition;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Features of a table of SQLite that its statement has beyond what the model of a table
 * holds: options, the order of columns, what is done in a conflict.
 */
final class SqliteFeatures {

	private final TableDefinition table;

	private SqliteFeatures(TableDefinition table) {
		this.table = table;
	}

	static String of(TableDefinition table) {
		SqliteFeatures features = new SqliteFeatures(table);
		return Stream
			.of(features.options(), table.columns().stream().map(features::column),
					table.constraints().stream().flatMap(features::constraint).sorted())
			.flatMap((lines) -> lines)
			.reduce((a, b) -> a + "\n" + b)
			.orElse("");
	}

	private Stream<String> options() {
		return Stream.of(this.table.strict() ? "STRICT" : "", this.table.withoutRowid() ? "WITHOUT ROWID" : "")
			.filter((option) -> !option.isEmpty());
	}

	private String column(ColumnDefinition column) {
		String collation = column.collation().orElse("BINARY").toUpperCase(Locale.ROOT);
		return Names.fold(column.name()) + (collation.equals("BINARY") ? "" : " COLLATE " + collation)
				+ (column.stored() ? " STORED" : "");
	}

	private Stream<String> constraint(Constraint constraint) {
		String conflict = (constraint.conflict() != null && !constraint.conflict().equals("ABORT"))
				? " ON CONFLICT " + constraint.conflict() : "";
		String columns = " " + fold(constraint.columns());
		return switch (constraint.kind()) {
			case PRIMARY_KEY -> Stream.of("PRIMARY KEY" + columns + sorting(constraint)
					+ (constraint.autoIncrement() ? " AUTOINCREMENT" : "") + conflict);
			case UNIQUE -> (conflict.isEmpty() && sorting(constraint).isEmpty()) ? Stream.empty()
					: Stream.of("UNIQUE" + columns + sorting(constraint) + conflict);
			case NOT_NULL, CHECK -> conflict.isEmpty() ? Stream.empty()
					: Stream.of(constraint.kind() + " " + constraint.column() + columns + conflict);
			case FOREIGN_KEY -> Stream.ofNullable(constraint.foreignKey())
				.map((key) -> "FOREIGN KEY" + columns + " " + foreignKey(key));
			case NULL, DEFAULT, COLLATE, GENERATED -> Stream.empty();
		};
	}

	private static String foreignKey(ForeignKeyDefinition key) {
		return Names.fold(key.table()) + " " + (key.deferrable() ? "DEFERRABLE " : "")
				+ (key.initiallyDeferred() ? "DEFERRED " : "") + action(key.onDelete()) + " " + action(key.onUpdate());
	}

	private static String action(@Nullable String action) {
		return (action != null) ? action : "NO ACTION";
	}

	/** Words that sort the columns of a key, which it seldom has. */
	private static String sorting(Constraint key) {
		List<String> words = new ArrayList<>();
		List<Token> tokens = Tokenizer.significant(key.sql());
		for (int i = 0; i < tokens.size(); i++) {
			if (tokens.get(i).is("DESC")) {
				words.add("DESC");
			}
			else if (tokens.get(i).is("COLLATE")) {
				words.add("COLLATE " + tokens.get(i + 1).text());
			}
		}
		return words.isEmpty() ? "" : " " + words;
	}

	private static List<String> fold(List<String> names) {
		return names.stream().map(Names::fold).toList();
	}

}
