package io.soundshare.migrations.autogenerate.database;

import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.Names;
import org.jspecify.annotations.Nullable;

/**
 * Names for checks that have none: {@code ck_song_rating} for one of a column,
 * {@code ck_song_1} for one of the table.
 */
final class MadeUpNames {

	private static final int LONGEST = 63;

	private MadeUpNames() {
	}

	static String check(String table, @Nullable String column, Set<String> taken) {
		String base = "ck_" + table;
		int number = 1;
		String name = cut(base + "_" + ((column != null) ? column : String.valueOf(number)));
		while (taken.contains(Names.fold(name))) {
			number++;
			name = cut(base + "_" + ((column != null) ? column + "_" : "") + number);
		}
		return name;
	}

	private static String cut(String name) {
		if (name.length() <= LONGEST) {
			return name;
		}
		String hash = String.format("_%08x", name.hashCode());
		return name.substring(0, LONGEST - hash.length()) + hash;
	}

}
