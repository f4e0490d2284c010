package io.soundshare.migrations.autogenerate.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.diff.Identifiers;
import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Table;

/**
 * A row that is made up: NULL where it may be, values a check lists, what is distinct by
 * its number.
 */
final class TrialRow {

	private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|(?<![\\w.'])\\d+(?:\\.\\d+)?(?![\\w.'])");

	private final Table table;

	private final Product product;

	private final List<Column> columns;

	private final Map<ObjectName, List<String>> labels;

	TrialRow(Table table, Product product, Map<ObjectName, List<String>> labels) {
		this.table = table;
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
					.map((column) -> quoted(column.name()))
					.collect(Collectors.joining(", ", " (", ") VALUES ("))
				+ this.columns.stream()
					.map((column) -> value(column, number, attempt))
					.collect(Collectors.joining(", ", "", ")"));
	}

	private String value(Column column, int number, int attempt) {
		if (column.nullable()) {
			return "NULL";
		}
		for (ForeignKey key : this.table.foreignKeys()) {
			int place = key.columns().indexOf(column.name());
			if (place >= 0) {
				return "(SELECT " + quoted(key.referencedColumns().get(place)) + " FROM "
						+ quoted(key.referencedTable()) + " LIMIT 1 OFFSET " + number + ")";
			}
		}
		List<String> values = new ArrayList<>();
		for (CheckConstraint check : this.table.checks()) {
			String condition = check.expression().read();
			if (Identifiers.mentions(condition, column.name())) {
				LITERAL.matcher(condition).results().map(MatchResult::group).forEach(values::add);
			}
		}
		this.labels.getOrDefault(NamedType.name(column.type().read()), List.of())
			.forEach((label) -> values.add("'" + label.replace("'", "''") + "'"));
		values.add(ofType(column.type().read().toLowerCase(Locale.ROOT), number + 1));
		return values.get(attempt % values.size());
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
			return "'2001-01-01 00:00:0" + number + "'";
		}
		if (type.startsWith("date")) {
			return "'2001-01-0" + number + "'";
		}
		if (type.startsWith("time")) {
			return "'00:00:0" + number + "'";
		}
		if (type.equals("uuid")) {
			return "'00000000-0000-0000-0000-00000000000" + number + "'";
		}
		if (type.contains("blob") || type.equals("bytea")) {
			return (this.product == Product.SQLITE) ? "X'0" + number + "'" : "'\\x0" + number + "'";
		}
		return type.startsWith("interval") ? "'" + number + " seconds'" : String.valueOf(number);
	}

	static String quoted(ObjectName name) {
		return (name.schema() != null) ? quoted(name.schema()) + '.' + quoted(name.name()) : quoted(name.name());
	}

	private static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

}
