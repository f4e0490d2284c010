package io.soundshare.migrations.sqlite.ddl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A random CREATE TABLE that SQLite takes, with everything its grammar has.
 */
final class RandomTable {

	private static final List<String> NAMES = List.of("a", "Name", "key", "desc", "action", "\"order\"", "\"a\"\"b\"",
			"[x y]", "`t``k`", "'str'", "größe", "\"\"", "\"😀 ü\"", "_1$", "end", "match", "\"primary\"", "[check]",
			"generated", "\"if\"", "\"--\"", "\"/*\"", "\"a,b\"", "\"(\"", "[)]", "no", "\"cast\"", "like", "row",
			"after");

	private static final List<String> TYPES = List.of("", "INT", "integer", "TEXT", "varchar(20)", "DECIMAL (10 , 2)",
			"double precision", "timestamp with time zone", "unsigned big int", "\"INTEGER\"", "[my type](3)", "'x'",
			"blob", "NUMERIC(-1,+2)", "real", "key desc action");

	private static final List<String> VALUES = List.of("1", "-1", "+ 2.5e-3", "'it''s'", "'-- no'", "(1 + (2))",
			"( ')' || '/*' )", "CURRENT_TIMESTAMP", "NULL", "x'0a'", "true", "word", "(datetime('now'))", "0x1F", ".5",
			"\"q\"", "(CASE WHEN 1 THEN 2 END)");

	private static final List<String> ACTIONS = List.of("SET NULL", "SET DEFAULT", "CASCADE", "RESTRICT", "NO ACTION");

	private static final List<String> SPACES = List.of("", "", " ", " ", " ", "  ", "\n", "\n  ", "\t", " /* c */ ",
			"/* , ( */", " -- it's )\n", "\r\n");

	private final Random random;

	private final List<String> pieces = new ArrayList<>();

	private final List<String> names;

	private boolean primaryKey;

	private RandomTable(long seed) {
		this.random = new Random(seed);
		List<String> shuffled = new ArrayList<>(NAMES);
		Collections.shuffle(shuffled, this.random);
		this.names = shuffled.subList(0, 2 + this.random.nextInt(5));
	}

	static String create(long seed) {
		return new RandomTable(seed).build();
	}

	private String build() {
		boolean withoutRowid = chance(5);
		add("CREATE", "TABLE", pick(NAMES), "(");
		for (int i = 0; i < this.names.size(); i++) {
			column(i, i == 0);
			add(",");
		}
		this.pieces.remove(this.pieces.size() - 1);
		tableConstraints(withoutRowid);
		add(")");
		if (withoutRowid) {
			add("WITHOUT", "ROWID");
		}
		StringBuilder sql = new StringBuilder();
		boolean plain = this.random.nextBoolean();
		for (String piece : this.pieces) {
			// A comment before GENERATED would be part of the type that SQLite shows.
			String space = (plain || piece.equals("GENERATED ALWAYS")) ? " " : pick(SPACES);
			boolean needed = !sql.isEmpty() && space.isEmpty()
					&& !Tokenizer.tokenize(last(sql) + piece).get(0).text().equals(last(sql));
			sql.append(sql.isEmpty() ? "" : (needed ? " " : space)).append(piece);
		}
		return sql.toString();
	}

	private static String last(StringBuilder sql) {
		List<Token> tokens = Tokenizer.tokenize(sql.toString());
		return tokens.get(tokens.size() - 1).text();
	}

	private void column(int index, boolean first) {
		add(this.names.get(index));
		String type = pick(TYPES);
		if (!type.isEmpty()) {
			Tokenizer.significant(type).forEach((token) -> add(token.text()));
		}
		boolean generated = !first && chance(6);
		if (generated) {
			generated(type);
		}
		for (int i = this.random.nextInt(4); i > 0; i--) {
			if (chance(4)) {
				add("CONSTRAINT", pick(NAMES));
			}
			columnConstraint(index, type, generated);
		}
	}

	private void generated(String type) {
		if (this.random.nextBoolean()) {
			this.pieces.add("GENERATED ALWAYS");
		}
		add("AS", "(", this.names.get(0).startsWith("'") ? "1" : this.names.get(0), "||", "')'", ")");
		if (this.random.nextBoolean()) {
			add(pick(List.of("STORED", "virtual")));
		}
	}

	private void columnConstraint(int index, String type, boolean generated) {
		switch (this.random.nextInt(9)) {
			case 0 -> conflict("NOT", "NULL");
			case 1 -> conflict("NULL");
			case 2 -> conflict("UNIQUE");
			case 3 -> add("CHECK", "(", literalOr(index), "<>", "')'", "AND", "(", "1", ")", ")");
			case 4, 5 -> {
				if (!generated) {
					add("DEFAULT", pick(VALUES));
				}
			}
			case 6 -> add("COLLATE", pick(List.of("NOCASE", "\"RTRIM\"", "[binary]")));
			case 7 -> references();
			default -> primaryKey(type, generated);
		}
	}

	private void primaryKey(String type, boolean generated) {
		if (this.primaryKey || generated) {
			return;
		}
		this.primaryKey = true;
		add("PRIMARY", "KEY");
		String direction = pick(List.of("", "ASC", "DESC"));
		if (!direction.isEmpty()) {
			add(direction);
		}
		conflict();
	}

	private void conflict(String... words) {
		add(words);
		if (chance(4)) {
			add("ON", "CONFLICT", pick(List.of("REPLACE", "ignore", "FAIL", "ABORT", "ROLLBACK")));
		}
	}

	private void references() {
		add("REFERENCES", pick(NAMES));
		if (this.random.nextBoolean()) {
			add("(", pick(NAMES), ")");
		}
		actions();
		deferrable();
	}

	private void actions() {
		for (int i = this.random.nextInt(3); i > 0; i--) {
			if (chance(5)) {
				add("MATCH", pick(NAMES));
			}
			add("ON", pick(List.of("DELETE", "update")));
			add(pick(ACTIONS).split(" "));
		}
	}

	private void deferrable() {
		if (chance(3)) {
			if (chance(3)) {
				add("NOT");
			}
			add("DEFERRABLE");
			add(pick(List.of("", "INITIALLY DEFERRED", "INITIALLY IMMEDIATE")).split(" "));
		}
	}

	private void tableConstraints(boolean withoutRowid) {
		boolean first = true;
		for (int i = this.random.nextInt(5); i > 0; i--) {
			if (first || !chance(4)) {
				add(",");
			}
			first = false;
			if (chance(3)) {
				add("CONSTRAINT", pick(NAMES));
			}
			tableConstraint();
		}
		if (withoutRowid && !this.primaryKey) {
			add(",", "PRIMARY", "KEY");
			key();
		}
	}

	private void tableConstraint() {
		switch (this.random.nextInt(4)) {
			case 0 -> {
				add("UNIQUE");
				key();
				conflict();
			}
			case 1 -> {
				add("FOREIGN", "KEY", "(", this.names.get(0), ",", this.names.get(1), ")", "REFERENCES", pick(NAMES));
				if (this.random.nextBoolean()) {
					add("(", "x", ",", "\"y\"", ")");
				}
				actions();
				deferrable();
			}
			default -> conflict("CHECK", "(", literalOr(0), "IS", "NOT", "(", literalOr(1), ")", ")");
		}
	}

	private void key() {
		int size = 1 + this.random.nextInt(2);
		add("(");
		IntStream.range(0, size).forEach((i) -> {
			add((i > 0) ? "," : "", this.names.get(i));
			add(pick(List.of("", "", "COLLATE NOCASE")).split(" "));
			add(pick(List.of("", "ASC", "DESC")));
		});
		add(")");
	}

	// In an expression some names need quotes, and a string is a string.
	private String literalOr(int index) {
		String name = this.names.get(index);
		return Names.quote(Names.unquote(name));
	}

	private void add(String... words) {
		for (String word : words) {
			if (!word.isEmpty()) {
				this.pieces.add(word);
			}
		}
	}

	private boolean chance(int oneIn) {
		return this.random.nextInt(oneIn) == 0;
	}

	private <T> T pick(List<T> from) {
		return from.get(this.random.nextInt(from.size()));
	}

}
