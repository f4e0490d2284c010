package io.soundshare.migrations.sqlite.ddl;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The names by which the keys of a table are known. SQLite gives a key without a name
 * none, yet Liquibase cannot compare or drop one that has none. So it is known by the
 * name PostgreSQL would have given it, which is also what changelogs written there say:
 * {@code song_pkey}, {@code song_album_id_title_key}, {@code song_album_id_fkey}.
 */
public final class ImpliedNames {

	private static final int LONGEST = 63;

	private final Map<String, Constraint> named = new LinkedHashMap<>();

	private final Set<String> taken = new HashSet<>();

	private ImpliedNames() {
	}

	/**
	 * The keys of a table by their names, written or implied.
	 * @param table the table
	 * @return its primary key, unique constraints and foreign keys
	 */
	public static Map<String, Constraint> of(TableDefinition table) {
		ImpliedNames names = new ImpliedNames();
		List<Constraint> keys = table.constraints().stream().filter((key) -> label(key) != null).toList();
		keys.forEach((key) -> names.add(key.name(), key));
		for (Constraint key : keys) {
			String implied = implied(table.name(), key);
			int number = 0;
			// A name may be there twice: the second is as good as none.
			while (!names.named.containsValue(key) && !names.add((number != 0) ? implied + number : implied, key)) {
				number++;
			}
		}
		return names.named;
	}

	/**
	 * The key a name denotes.
	 * @param table the table
	 * @param kind the kind of key
	 * @param name its name, written or implied, in any case
	 * @return the key, if the table has it
	 */
	public static Optional<Constraint> find(TableDefinition table, Constraint.Kind kind, String name) {
		return of(table).entrySet()
			.stream()
			.filter((entry) -> entry.getValue().kind() == kind && Names.same(entry.getKey(), name))
			.map(Map.Entry::getValue)
			.findFirst();
	}

	private boolean add(@Nullable String name, Constraint key) {
		if (name == null || !this.taken.add(Names.fold(name))) {
			return false;
		}
		this.named.put(name, key);
		return true;
	}

	private static String implied(String table, Constraint key) {
		String label = "_" + label(key);
		if (key.kind() == Constraint.Kind.PRIMARY_KEY) {
			return cut(table, LONGEST - label.length()) + label;
		}
		String columns = String.join("_", key.columns());
		int first = table.length();
		int second = columns.length();
		while (first + second > LONGEST - label.length() - 1) {
			if (first > second) {
				first--;
			}
			else {
				second--;
			}
		}
		return cut(table, first) + "_" + cut(columns, second) + label;
	}

	private static String cut(String name, int length) {
		return name.substring(0, Math.min(length, name.length()));
	}

	private static @Nullable String label(Constraint key) {
		return switch (key.kind()) {
			case PRIMARY_KEY -> "pkey";
			case UNIQUE -> "key";
			case FOREIGN_KEY -> "fkey";
			default -> null;
		};
	}

}
