package io.soundshare.migrations.engine.recording.sqlite;

import java.util.List;
import java.util.Set;

/**
 * A virtual table: no trigger can be on it.
 *
 * @param name its name
 * @param module the module that makes it
 * @param content where a module of full text search has the rows; {@code own} if it has
 * them itself, empty if nobody has
 */
record VirtualTable(String name, String module, String content) {

	private static final String OWN = "own";

	private static final Set<String> SEARCH = Set.of("fts3", "fts4", "fts5");

	private static final Set<String> ROWS = Set.of("rtree", "rtree_i32", "geopoly");

	/** They show what others have. */
	private static final Set<String> VIEWS = Set.of("fts5vocab", "fts4aux", "dbstat");

	static VirtualTable of(SchemaObject table) {
		List<Token> tokens = table.tokens();
		String module = "";
		String content = OWN;
		for (int i = 0; i + 1 < tokens.size(); i++) {
			if (module.isEmpty() && tokens.get(i).is("USING")) {
				module = Names.fold(tokens.get(i + 1).text());
			}
			if (tokens.get(i).is("content") && tokens.get(i + 1).isSymbol('=')) {
				boolean named = i + 2 < tokens.size() && tokens.get(i + 2).isName();
				content = (named) ? tokens.get(i + 2).text() : "";
			}
		}
		return new VirtualTable(table.name(), module, content);
	}

	static void refuseOpaque(SchemaObject table) {
		if (!table.isVirtual()) {
			return;
		}
		VirtualTable virtual = of(table);
		if (!virtual.isDerived() && (virtual.content.isEmpty()
				|| (!SEARCH.contains(virtual.module) && !ROWS.contains(virtual.module)))) {
			throw new ObstacleException("it has to do with the rows of the virtual table " + table.name()
					+ ", which cannot be read as they were written");
		}
	}

	/** Whether what is in it comes from other tables. */
	boolean isDerived() {
		return VIEWS.contains(this.module)
				|| (SEARCH.contains(this.module) && !this.content.isEmpty() && !this.content.equals(OWN));
	}

	/** The statement that has it read the other table again. */
	String refresh() {
		String quoted = Names.quote(this.name);
		return (VIEWS.contains(this.module)) ? "SELECT 1"
				: "INSERT INTO " + quoted + " (" + quoted + ") VALUES ('rebuild')";
	}

}
