package io.soundshare.migrations.sqlite.ddl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A CREATE TABLE with the places of its parts.
 *
 * @param name the table's name
 * @param nameSpan where the name is, without a schema
 * @param items the columns, then the table's constraints
 * @param options the table options in upper case
 */
record ParsedTable(String name, Span nameSpan, List<Item> items, List<String> options) {

	ParsedTable {
		items = List.copyOf(items);
		options = List.copyOf(options);
	}

	List<ParsedColumn> columns() {
		return this.items.stream().map(Item::column).flatMap(Optional::stream).toList();
	}

	List<ParsedConstraint> constraints() {
		return this.items.stream().flatMap((item) -> item.constraints().stream()).toList();
	}

	ParsedColumn column(String name) {
		return columns().get(columnIndex(name));
	}

	int columnIndex(String name) {
		List<ParsedColumn> columns = columns();
		for (int i = 0; i < columns.size(); i++) {
			if (Names.same(columns.get(i).value().name(), name)) {
				return i;
			}
		}
		List<String> names = columns.stream().map((column) -> column.value().name()).toList();
		throw new DdlException("Table " + Names.quote(this.name) + " has no column " + Names.quote(name) + "; it has "
				+ String.join(", ", names));
	}

	/** Whether comments stand between a column and its neighbours. */
	boolean hasCommentsAround(String column, String sql) {
		int index = columnIndex(column);
		int before = (index > 0) ? this.items.get(index - 1).span().end() : sql.indexOf('(', this.nameSpan.end()) + 1;
		return Stream.of(Gap.after(sql, before), Gap.after(sql, this.items.get(index).span().end()))
			.flatMap((gap) -> gap.tokens().stream())
			.anyMatch((token) -> token.kind() == Token.Kind.COMMENT);
	}

	ParsedConstraint constraint(Constraint constraint) {
		return constraints().stream()
			.filter((parsed) -> parsed.value().equals(constraint))
			.findFirst()
			.orElseThrow(() -> new DdlException(
					"Table " + Names.quote(this.name) + " has no constraint '" + constraint.sql() + "'"));
	}

	/**
	 * An entry of the list in parentheses.
	 *
	 * @param span where it is
	 * @param comma the offset of the comma before it, -1 if there is none
	 * @param columnOrNull the column it defines, null for constraints of the table
	 * @param constraints its constraints: normally one for the table, any number for a
	 * column
	 */
	record Item(Span span, int comma, @Nullable ParsedColumn columnOrNull, List<ParsedConstraint> constraints) {

		Item {
			constraints = List.copyOf(constraints);
		}

		Optional<ParsedColumn> column() {
			return Optional.ofNullable(this.columnOrNull);
		}
	}

	/**
	 * A column with its places.
	 *
	 * @param value the column
	 * @param nameSpan where its name is
	 * @param typeSpan where its type is, empty behind the name if it has none
	 * @param constraints its constraints
	 */
	record ParsedColumn(ColumnDefinition value, Span nameSpan, Span typeSpan, List<ParsedConstraint> constraints) {

		ParsedColumn {
			constraints = List.copyOf(constraints);
		}

		Optional<ParsedConstraint> last(Constraint.Kind kind) {
			return this.constraints.stream()
				.filter((constraint) -> constraint.value().kind() == kind)
				.reduce((a, b) -> b);
		}
	}

	/**
	 * A constraint with its places.
	 *
	 * @param value the constraint
	 * @param spans where it is: one place, or two if a column's DEFERRABLE is not next to
	 * its REFERENCES
	 * @param descending whether it is PRIMARY KEY DESC of a column
	 */
	record ParsedConstraint(Constraint value, List<Span> spans, boolean descending) {

		ParsedConstraint {
			spans = List.copyOf(spans);
		}
	}

}
