package io.soundshare.migrations.sqlite.alter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.Identifiers;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import io.soundshare.migrations.sqlite.schema.StoredObject;

/**
 * The columns an index or a trigger depends on, as far as its text says so.
 */
final class MentionedColumns {

	private MentionedColumns() {
	}

	/** Whether an index is on a column, or mentions it in an expression or its WHERE. */
	static boolean inIndex(StoredObject index, String column) {
		String sql = String.valueOf(index.sql());
		return Tokenizer.tokenize(sql)
			.stream()
			.filter((token) -> token.is("("))
			.findFirst()
			.map((open) -> Identifiers.of(sql.substring(open.start())).contains(Names.fold(column)))
			.orElse(false);
	}

	/** Whether a trigger fires on updates of just this column, among others. */
	static boolean inUpdateOf(StoredObject trigger, String column) {
		List<Token> tokens = Tokenizer.significant(String.valueOf(trigger.sql()));
		Set<String> watched = new LinkedHashSet<>();
		boolean of = false;
		for (int i = 1; i < tokens.size() && !tokens.get(i).is("ON"); i++) {
			of = of || (tokens.get(i).is("OF") && tokens.get(i - 1).is("UPDATE"));
			if (of) {
				tokens.get(i).identifier().map(Names::fold).ifPresent(watched::add);
			}
		}
		return watched.contains(Names.fold(column));
	}

}
