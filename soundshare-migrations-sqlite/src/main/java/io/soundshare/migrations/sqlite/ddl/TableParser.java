package io.soundshare.migrations.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.ParsedTable.Item;
import io.soundshare.migrations.sqlite.ddl.ParsedTable.ParsedColumn;
import io.soundshare.migrations.sqlite.ddl.ParsedTable.ParsedConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CREATE TABLE by SQLite's grammar
 * (<a href="https://sqlite.org/src/file/src/parse.y">parse.y</a>).
 */
final class TableParser {

	// Words that are never a name for SQLite, so that they end a type.
	private static final Set<String> AFTER_TYPE = Set.of("CONSTRAINT", "DEFAULT", "NULL", "NOT", "PRIMARY", "UNIQUE",
			"CHECK", "REFERENCES", "DEFERRABLE", "COLLATE", "AS");

	private static final Set<String> TABLE_CONSTRAINT = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

	private final String sql;

	private final TokenCursor cursor;

	private final List<RawItem> items = new ArrayList<>();

	private final ConstraintParser constraints;

	TableParser(String sql) {
		this.sql = sql;
		this.cursor = new TokenCursor(sql);
		this.constraints = new ConstraintParser(sql, this.cursor);
	}

	ParsedTable parse() {
		String name = header();
		Token nameToken = this.cursor.previous();
		this.cursor.reads("The definition of table " + Names.quote(name));
		if (this.cursor.at("AS")) {
			throw new DdlException("The definition of table " + Names.quote(name)
					+ " is a CREATE TABLE AS, which has no columns to read; take the text from sqlite_master");
		}
		this.cursor.expect("(");
		items();
		this.cursor.expect(")");
		return new ParsedTable(name, Span.of(nameToken, nameToken), build(), options());
	}

	private String header() {
		this.cursor.expect("CREATE");
		if (!this.cursor.skip("TEMP")) {
			this.cursor.skip("TEMPORARY");
		}
		this.cursor.expect("TABLE");
		this.cursor.skip("IF", "NOT", "EXISTS");
		String name = this.cursor.name();
		return this.cursor.skip(".") ? this.cursor.name() : name;
	}

	private void items() {
		int comma = -1;
		do {
			if (!this.items.isEmpty()) {
				comma = this.cursor.previous().start();
			}
			if (this.cursor.atAny(TABLE_CONSTRAINT) && !this.items.isEmpty()) {
				tableConstraints(comma);
			}
			else {
				column(comma);
			}
		}
		while (this.cursor.skip(","));
	}

	private void column(int comma) {
		Token first = this.cursor.peek();
		String name = this.cursor.name();
		Span nameSpan = Span.of(first, first);
		RawColumn column = type(name, nameSpan);
		List<ConstraintBuilder> own = this.constraints.ofColumn(name);
		this.items.add(new RawItem(new Span(first.start(), this.cursor.end()), comma, column, own));
	}

	// GENERATED ALWAYS is part of the type for the grammar; SQLite takes it off later,
	// also where no AS follows.
	private RawColumn type(String name, Span nameSpan) {
		int start = this.cursor.peek().start();
		int end = nameSpan.end();
		while (isTypeWord(0) && !atGeneratedAlways()) {
			end = this.cursor.take().end();
		}
		if (end > nameSpan.end() && this.cursor.at("(")) {
			end = this.cursor.parentheses().end();
		}
		String type = (end > nameSpan.end()) ? this.sql.substring(start, end) : "";
		if (atGeneratedAlways() && !this.cursor.at("GENERATED", "ALWAYS", "AS")) {
			this.cursor.skip("GENERATED", "ALWAYS");
			end = this.cursor.end();
		}
		Span span = new Span((end > nameSpan.end()) ? start : end, end);
		return new RawColumn(name, nameSpan, span, type);
	}

	private boolean isTypeWord(int distance) {
		Token token = this.cursor.peek(distance);
		return token.identifier().isPresent() && AFTER_TYPE.stream().noneMatch(token::is);
	}

	private boolean atGeneratedAlways() {
		return this.cursor.at("GENERATED", "ALWAYS") && !isTypeWord(2) && !this.cursor.peek(2).is("(");
	}

	// SQLite takes table constraints without a comma between them.
	private void tableConstraints(int comma) {
		int before = comma;
		while (this.cursor.atAny(TABLE_CONSTRAINT)) {
			Token first = this.cursor.peek();
			List<ConstraintBuilder> one = this.constraints.ofTable();
			this.items.add(new RawItem(new Span(first.start(), this.cursor.end()), before, null, one));
			before = -1;
		}
	}

	private List<String> options() {
		List<String> options = new ArrayList<>();
		while (!this.cursor.atEnd() && !this.cursor.at(";")) {
			if (!options.isEmpty()) {
				this.cursor.expect(",");
			}
			String option = this.cursor.skip("WITHOUT") ? "WITHOUT " + this.cursor.name() : this.cursor.name();
			options.add(option.toUpperCase(Locale.ROOT));
		}
		while (this.cursor.skip(";")) {
			// Each is the end of the same statement.
		}
		if (!this.cursor.atEnd()) {
			throw this.cursor.unexpected("the end");
		}
		return options;
	}

	private List<Item> build() {
		List<String> columns = this.items.stream()
			.map(RawItem::column)
			.filter((column) -> column != null)
			.map((column) -> (column != null) ? column.name() : "")
			.toList();
		return this.items.stream().map((item) -> item.build(this.sql, columns)).toList();
	}

	private record RawColumn(String name, Span nameSpan, Span typeSpan, String type) {
	}

	private record RawItem(Span span, int comma, @Nullable RawColumn column, List<ConstraintBuilder> constraints) {

		Item build(String sql, List<String> columns) {
			List<ParsedConstraint> built = this.constraints.stream()
				.map((constraint) -> constraint.build(sql, columns))
				.toList();
			return new Item(this.span, this.comma, buildColumn(sql, built), built);
		}

		private @Nullable ParsedColumn buildColumn(String sql, List<ParsedConstraint> built) {
			if (this.column == null) {
				return null;
			}
			List<Constraint> values = built.stream().map(ParsedConstraint::value).toList();
			ColumnDefinition value = new ColumnDefinition(this.column.name(), this.column.type(), values,
					this.span.in(sql));
			return new ParsedColumn(value, this.column.nameSpan(), this.column.typeSpan(), built);
		}
	}

}
