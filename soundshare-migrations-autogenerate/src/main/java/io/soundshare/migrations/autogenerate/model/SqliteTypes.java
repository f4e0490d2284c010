package io.soundshare.migrations.autogenerate.model;

import java.util.Locale;

/**
 * SQLite's types, of which it only takes in the affinity (datatype3.html 3.1). What
 * people call by different names and SQLite keeps alike is the same; lengths it ignores
 * are told apart where both are given, because people do.
 */
final class SqliteTypes {

	private SqliteTypes() {
	}

	static boolean same(String one, String other) {
		TypeText first = TypeText.of(one);
		TypeText second = TypeText.of(other);
		Family here = Family.of(first);
		Family there = Family.of(second);
		if (here == Family.OTHER || there == Family.OTHER) {
			return first.equals(second);
		}
		if (here == there) {
			return here == Family.INTEGER || agree(here, first, second);
		}
		if (here == Family.TEXT || there == Family.TEXT) {
			return here.isTime() || there.isTime();
		}
		return (here == Family.INTEGER && whole(there, second)) || (there == Family.INTEGER && whole(here, first));
	}

	/** Whether the lengths do not contradict. */
	private static boolean agree(Family family, TypeText one, TypeText other) {
		if (one.arguments().isEmpty() || other.arguments().isEmpty()) {
			return true;
		}
		if (family == Family.NUMERIC) {
			return one.argument(0, 0) == other.argument(0, 0) && one.argument(1, 0) == other.argument(1, 0);
		}
		return one.arguments().equals(other.arguments());
	}

	private static boolean whole(Family family, TypeText type) {
		return family == Family.NUMERIC && type.argument(1, 0) == 0;
	}

	/**
	 * Family of types, by what people mean.
	 */
	private enum Family {

		INTEGER, NUMERIC, REAL, TEXT, DATE, TIME, MOMENT, BLOB, OTHER;

		/**
		 * Whether it is of those that many a changelog keeps as text, as stock Liquibase
		 * does.
		 */
		boolean isTime() {
			return this == DATE || this == TIME || this == MOMENT;
		}

		static Family of(TypeText type) {
			String name = type.name().toUpperCase(Locale.ROOT);
			if (name.matches("(DATETIME|TIMESTAMP|TIMESTAMPTZ)\\b.*")) {
				return MOMENT;
			}
			if (name.matches("(DATE|TIME)\\b.*")) {
				return name.startsWith("DATE") ? DATE : TIME;
			}
			if (name.contains("INT") && !name.matches("(POINT|INTERVAL)\\b.*")) {
				return INTEGER;
			}
			if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
				return TEXT;
			}
			if (name.isEmpty() || name.contains("BLOB") || name.matches("(VAR)?BINARY|BYTEA")) {
				return BLOB;
			}
			if (name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB")) {
				return REAL;
			}
			if (name.matches("BOOL(EAN)?|BIT|(BIG|SMALL)?SERIAL")) {
				return INTEGER;
			}
			return name.matches("NUMERIC|DECIMAL|DEC|NUMBER") ? NUMERIC : OTHER;
		}

	}

}
