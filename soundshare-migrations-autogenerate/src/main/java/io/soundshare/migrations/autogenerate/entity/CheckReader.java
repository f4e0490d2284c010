package io.soundshare.migrations.autogenerate.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.GeneratedName;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reader of checks, as Hibernate's ColumnDefinitions and StandardTableExporter write
 * them.
 */
final class CheckReader {

	private final BootModel model;

	private final AggregateChecks aggregates;

	CheckReader(BootModel model) {
		this.model = model;
		this.aggregates = new AggregateChecks(model.dialect());
	}

	List<CheckConstraint> read(Table table, ColumnReader columns) {
		ObjectName name = this.model.name(table);
		List<CheckConstraint> checks = new ArrayList<>();
		for (Column column : table.getColumns()) {
			addOfColumn(checks, name, column, columns.definition(column));
		}
		int number = 0;
		for (org.hibernate.mapping.CheckConstraint check : table.getChecks()) {
			boolean known = checks.stream()
				.anyMatch((other) -> other.expression().declared().equals(check.getConstraint()));
			if (!known || !ImpliedName.is(check.getName())) {
				number += ImpliedName.is(check.getName()) ? 1 : 0;
				checks.add(check(check.getName(), GeneratedName.check(name, String.valueOf(number)),
						check.getConstraint()));
			}
		}
		return checks;
	}

	/**
	 * Checks without a name become one, as a column has but one name to give. They come
	 * in any order, those of Bean Validation in another each time.
	 */
	private void addOfColumn(List<CheckConstraint> checks, ObjectName table, Column column,
			ColumnDefinitionText definition) {
		List<String> unnamed = new ArrayList<>();
		String made = GeneratedName.check(table, this.model.name(column));
		for (org.hibernate.mapping.CheckConstraint check : column.getCheckConstraints()) {
			if (ImpliedName.is(check.getName())) {
				unnamed.add(ValueList.sorted(check.getConstraint()));
			}
			else {
				checks.add(check(check.getName(), made, check.getConstraint()));
			}
		}
		if (column instanceof AggregateColumn aggregate) {
			unnamed.addAll(this.aggregates.of(aggregate));
		}
		if (!unnamed.isEmpty()) {
			checks.add(check(null, made, (unnamed.size() == 1) ? unnamed.get(0)
					: unnamed.stream().sorted().map((sql) -> "(" + sql + ")").collect(Collectors.joining(" and "))));
		}
		definition.checks().forEach((check) -> checks.add(check(check.name(), made, check.expression())));
	}

	private CheckConstraint check(@Nullable String name, String made, String expression) {
		boolean explicit = name != null && !ImpliedName.is(name);
		return new CheckConstraint((name != null && explicit) ? this.model.name(name) : made, explicit,
				DeclaredSql.of(expression));
	}

}
