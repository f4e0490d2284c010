package io.soundshare.migrations.autogenerate.sqlite;

import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.autogenerate.database.SqlWords;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.sqlite.SqliteDatabase;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import liquibase.database.Database;
import liquibase.datatype.DataTypeFactory;

/**
 * The type of a column of SQLite. It is told as Liquibase makes it, so that NUMERIC is
 * the NUMBER a changelog would have got, unless Liquibase makes something of another
 * affinity of it: UUID, which Liquibase turns into TEXT, is told as it is, and written so
 * that Liquibase takes it for a type it does not know.
 */
final class SqliteType {

	private static final String KEY = "INTEGER";

	private static final Database DATABASE = new SqliteDatabase();

	private SqliteType() {
	}

	/**
	 * The type of a column.
	 * @param declared the type as written, empty if there is none
	 * @param onlyKey whether the column alone is the primary key, where INTEGER is more
	 * than a type
	 * @return the type
	 */
	static DeclaredSql of(String declared, boolean onlyKey) {
		if (declared.isEmpty()) {
			return of("blob", onlyKey);
		}
		List<String> words = words(declared);
		String written = new SqlWords(words).toString();
		String made = new SqlWords(words(made(declared))).toString();
		boolean sameKey = !onlyKey || made.equals(KEY) == written.equals(KEY);
		if (SqliteAffinity.of(made) == SqliteAffinity.of(written) && sameKey) {
			return new DeclaredSql(declared, made);
		}
		int size = words.contains("(") ? words.indexOf("(") : words.size();
		return new DeclaredSql("\"`" + String.join(" ", words.subList(0, size)) + "`\""
				+ new SqlWords(words.subList(size, words.size())), written);
	}

	private static String made(String declared) {
		return DataTypeFactory.getInstance()
			.fromDescription(declared, DATABASE)
			.toDatabaseDataType(DATABASE)
			.toString();
	}

	private static List<String> words(String type) {
		return Tokenizer.significant(type)
			.stream()
			.map((token) -> Names.unquote(token.identifier().orElse(token.text())).toUpperCase(Locale.ROOT))
			.toList();
	}

}
