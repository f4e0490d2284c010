package io.soundshare.migrations.autogenerate.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.diff.ListedValues;
import io.soundshare.migrations.autogenerate.diff.MentionedNames;
import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.sql.TextLiteral;
import io.soundshare.migrations.sqlite.ddl.Names;

/**
 * A row that is made up: NULL where it may be, the values a check lists in turn, what is
 * distinct by its number.
 */
final class TrialRow {

	private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|(?<![\\w.'])\\d+(?:\\.\\d+)?(?![\\w.'])");

	private final Table table;

	private final SupportedProduct product;

	private final List<Column> columns;

	private final Map<ObjectName, List<String>> labels;

	private final Set<String> removed;

	/**
	 * Make up rows.
	 * @param removed the literals that no row may have in the end
	 */
	TrialRow(Table table, SupportedProduct product, Map<ObjectName, List<String>> labels, Set<String> removed) {
		this.table = table;
		this.removed = removed;
		this.labels = labels;
		this.product = product;
		this.columns = TrialRows.columns(table);
	}

	String insert(int number, int attempt) {
		String into = "INSERT INTO " + quoted(this.table.name());
		if (this.columns.isEmpty()) {
			return into + " DEFAULT VALUES";
		}
		return into
				+ this.columns.stream()
					.map((column) -> Names.quote(column.name()))
					.collect(Collectors.joining(", ", " (", ") VALUES ("))
				+ this.columns.stream()
					.map((column) -> value(column, number, attempt))
					.collect(Collectors.joining(", ", "", ")"));
	}

	/** The number of rows it takes for each value that is listed to be in one. */
	int variety() {
		return this.columns.stream()
			.mapToInt((column) -> listed(column).size() + (column.nullable() ? 1 : 0))
			.max()
			.orElse(0);
	}

	private String value(Column column, int number, int attempt) {
		if (column.nullable()) {
			int place = number % (listed(column).size() + 1);
			return (place == 0 || attempt > 0) ? "NULL" : listed(column).get(place - 1);
		}
		for (ForeignKey key : this.table.foreignKeys()) {
			int place = key.columns().indexOf(column.name());
			if (place >= 0) {
				return "(SELECT " + Names.quote(key.referencedColumns().get(place)) + " FROM "
						+ quoted(key.referencedTable()) + " LIMIT 1 OFFSET " + number % TrialRows.ROWS + ")";
			}
		}
		List<String> values = listed(column);
		if (values.isEmpty()) {
			for (CheckConstraint check : this.table.checks()) {
				String condition = check.expression().canonical();
				if (MentionedNames.mentions(condition, column.name())) {
					LITERAL.matcher(condition).results().map(MatchResult::group).forEach(values::add);
				}
			}
			values.removeAll(this.removed);
			values.add(ofType(column.type().canonical().toLowerCase(Locale.ROOT), number + 1));
			return values.get(attempt % values.size());
		}
		return values.get((number + attempt) % values.size());
	}

	/** The values that a check or an enum lists for a column. */
	private List<String> listed(Column column) {
		List<String> values = new ArrayList<>();
		for (CheckConstraint check : this.table.checks()) {
			ListedValues listed = ListedValues.of(check.expression().canonical());
			if (listed != null && listed.column().equalsIgnoreCase(column.name())) {
				values.addAll(listed.values());
			}
		}
		this.labels.getOrDefault(NamedType.name(column.type().canonical(), this.product), List.of())
			.forEach((label) -> values.add(TextLiteral.of(label)));
		values.removeAll(this.removed);
		return values;
	}

	private String ofType(String type, int number) {
		if (type.contains("[]")) {
			return "'{}'";
		}
		if (type.contains("json")) {
			return "'{}'";
		}
		if (type.contains("char") || type.contains("text") || type.contains("clob")) {
			return "'" + number + "'";
		}
		if (type.contains("bool")) {
			return "FALSE";
		}
		if (type.startsWith("timestamp") || type.startsWith("datetime")) {
			return "'2001-01-01 00:00:" + two(number) + "'";
		}
		if (type.startsWith("date")) {
			return "'2001-01-" + two(number) + "'";
		}
		if (type.startsWith("time")) {
			return "'00:00:" + two(number) + "'";
		}
		if (type.equals("uuid")) {
			return "'00000000-0000-0000-0000-0000000000" + two(number) + "'";
		}
		if (type.contains("blob") || type.equals("bytea")) {
			return this.product.bytes(two(number));
		}
		return type.startsWith("interval") ? "'" + number + " seconds'" : String.valueOf(number);
	}

	private static String two(int number) {
		return ((number < 10) ? "0" : "") + number;
	}

	static String quoted(ObjectName name) {
		return (name.schema() != null) ? Names.quote(name.schema()) + '.' + Names.quote(name.name())
				: Names.quote(name.name());
	}

}
