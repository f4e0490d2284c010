package io.soundshare.migrations.sqlite.ddl;

import io.soundshare.migrations.sqlite.ddl.Constraint.Kind;
import io.soundshare.migrations.sqlite.ddl.ParsedTable.ParsedColumn;
import io.soundshare.migrations.sqlite.ddl.ParsedTable.ParsedConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Edits of one column's definition.
 */
final class ColumnEdits {

	private final TextEdit edit;

	private final ParsedTable table;

	ColumnEdits(String sql, ParsedTable table) {
		this.edit = new TextEdit(sql);
		this.table = table;
	}

	TextEdit setType(String column, String type) {
		Span span = this.table.column(column).typeSpan();
		if (span.start() == span.end()) {
			return type.isEmpty() ? this.edit : this.edit.insertWords(span.end(), type);
		}
		return type.isEmpty() ? this.edit.deleteWords(span) : this.edit.replace(span, type);
	}

	/** At the end, where Liquibase and SQLite's own ALTER COLUMN write it. */
	TextEdit setNotNull(String column, @Nullable String name) {
		ParsedColumn parsed = this.table.column(column);
		return parsed.value().notNull() ? this.edit : this.edit.insertWords(end(parsed), named(name) + "NOT NULL");
	}

	TextEdit setDefault(String column, String sql, @Nullable String name) {
		ParsedColumn parsed = this.table.column(column);
		String constraint = named(name) + "DEFAULT " + sql;
		return parsed.last(Kind.DEFAULT)
			.map((old) -> replaceDefault(old, sql, (name != null) ? constraint : null))
			.orElseGet(() -> this.edit.insertWords(endOfNotNull(parsed), constraint));
	}

	TextEdit addPrimaryKey(String column, String constraint) {
		return this.edit.insertWords(this.table.column(column).typeSpan().end(), constraint);
	}

	/** Adds AUTOINCREMENT, which SQLite does not take after DESC. */
	TextEdit makeAutoIncrement(Constraint primaryKey) {
		Span span = find(primaryKey).spans().get(0);
		boolean key = false;
		for (Token token : Tokenizer.significant(primaryKey.sql())) {
			Span keyword = new Span(span.start() + token.start(), span.start() + token.end());
			if (key && token.is("DESC")) {
				if (keyword.end() == span.end()) {
					return this.edit.replace(keyword, "AUTOINCREMENT");
				}
				this.edit.deleteWords(keyword);
			}
			key = token.is("KEY");
		}
		return this.edit.insertWords(span.end(), "AUTOINCREMENT");
	}

	TextEdit drop(String column, Kind kind) {
		for (ParsedConstraint constraint : this.table.column(column).constraints()) {
			if (constraint.value().kind() == kind) {
				drop(constraint);
			}
		}
		return this.edit;
	}

	TextEdit drop(Constraint constraint) {
		return drop(find(constraint));
	}

	private TextEdit drop(ParsedConstraint constraint) {
		constraint.spans().forEach(this.edit::deleteWords);
		return this.edit;
	}

	private ParsedConstraint find(Constraint constraint) {
		return this.table.constraint(constraint);
	}

	private TextEdit replaceDefault(ParsedConstraint old, String sql, @Nullable String whole) {
		Span span = old.spans().get(0);
		if (whole != null) {
			return this.edit.replace(span, whole);
		}
		return this.edit.replace(new Span(span.end() - old.value().expression().length(), span.end()), sql);
	}

	// A DEFERRABLE in a later column belongs to this column's REFERENCES, but stands
	// there.
	private int end(ParsedColumn column) {
		Span item = this.table.items().get(this.table.columnIndex(column.value().name())).span();
		return column.constraints()
			.stream()
			.flatMap((constraint) -> constraint.spans().stream())
			.mapToInt(Span::end)
			.filter((end) -> end <= item.end())
			.reduce(column.typeSpan().end(), Math::max);
	}

	private static int endOfNotNull(ParsedColumn column) {
		return column.last(Kind.NOT_NULL)
			.map((constraint) -> constraint.spans().get(0).end())
			.orElse(column.typeSpan().end());
	}

	private static String named(@Nullable String name) {
		return (name != null) ? "CONSTRAINT " + Names.quote(name) + " " : "";
	}

}
