package io.soundshare.migrations.engine.recording.sqlite;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Strings in double quotes, which SQLite takes for such where no name fits.
 */
final class QuotedStrings {

	private QuotedStrings() {
	}

	/** Whether there may be some in the texts of tables and indexes. */
	static boolean mayBeIn(Schema schema) {
		Set<String> objects = new HashSet<>();
		for (SchemaObject object : schema.objects()) {
			objects.add(Names.fold(object.name()));
		}
		return schema.objects()
			.stream()
			.filter((object) -> object.sql().indexOf('"') >= 0)
			.anyMatch((object) -> mayBeIn(object, schema, objects));
	}

	private static boolean mayBeIn(SchemaObject object, Schema schema, Set<String> objects) {
		SchemaObject table = schema.table(object.table());
		Set<String> columns = (table != null) ? columns(table) : Set.of();
		List<Token> tokens = object.tokens();
		int foreign = -1;
		for (int i = 1; i < tokens.size(); i++) {
			Token token = tokens.get(i);
			Token before = tokens.get(i - 1);
			if (token.is("REFERENCES")) {
				foreign = i;
			}
			String name = Names.fold(token.text());
			boolean column = columns.contains(name) && !before.is("DEFAULT");
			boolean parent = foreign >= 0 && i == foreign + 1 && objects.contains(name);
			boolean other = before.is("CONSTRAINT") || before.is("COLLATE") || isName(object, i);
			boolean named = column || parent || other || isForeignColumn(tokens, foreign, i);
			if (token.kind() == Token.Kind.QUOTED && !named) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The name of the object, and the table of an index, come before the first bracket.
	 */
	private static boolean isName(SchemaObject object, int index) {
		List<Token> tokens = object.tokens();
		for (int i = 0; i < index; i++) {
			if (tokens.get(i).isSymbol('(')) {
				return false;
			}
		}
		return true;
	}

	/** The columns behind a table that is referred to. */
	private static boolean isForeignColumn(List<Token> tokens, int foreign, int index) {
		if (foreign < 0 || index < foreign + 3 || !tokens.get(foreign + 2).isSymbol('(')) {
			return false;
		}
		return tokens.subList(foreign + 3, index).stream().noneMatch((token) -> token.isSymbol(')'));
	}

	/** The names of its columns, and the words its constraints begin with. */
	private static Set<String> columns(SchemaObject table) {
		Set<String> names = new HashSet<>();
		int depth = 0;
		boolean first = false;
		for (Token token : table.tokens()) {
			if (first && token.isName()) {
				names.add(Names.fold(token.text()));
			}
			depth += (token.isSymbol('(')) ? 1 : (token.isSymbol(')')) ? -1 : 0;
			first = depth == 1 && (token.isSymbol('(') || token.isSymbol(','));
		}
		return names;
	}

}
