package io.soundshare.migrations.autogenerate.sqlite;

import java.util.Locale;

/**
 * Affinity: what SQLite makes of a value by the type of its column (<a href=
 * "https://sqlite.org/datatype3.html#determination_of_column_affinity">datatype3,
 * 3.1</a>).
 */
enum SqliteAffinity {

	INTEGER, TEXT, BLOB, REAL, NUMERIC;

	static SqliteAffinity of(String type) {
		String upper = type.toUpperCase(Locale.ROOT);
		if (upper.contains("INT")) {
			return INTEGER;
		}
		if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
			return TEXT;
		}
		if (upper.isEmpty() || upper.contains("BLOB") || upper.equals("ANY")) {
			return BLOB;
		}
		return (upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB")) ? REAL : NUMERIC;
	}

	boolean isNumeric() {
		return this == INTEGER || this == REAL || this == NUMERIC;
	}

}
