package io.soundshare.migrations.autogenerate.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.entity.Attributes;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.model.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Search for the column because of which a schema cannot be built, as neither Liquibase
 * nor every database names it: table by table, then column by column.
 */
final class FailingColumn {

	private final List<Difference> all;

	private final Attributes attributes;

	private final Consumer<List<Difference>> attempt;

	/**
	 * Look for a culprit.
	 * @param all what cannot be built
	 * @param attributes what the columns are in the entities
	 * @param attempt builds something and takes it away again, or fails
	 */
	FailingColumn(List<Difference> all, Attributes attributes, Consumer<List<Difference>> attempt) {
		this.all = all;
		this.attributes = attributes;
		this.attempt = attempt;
	}

	AutogenerateException blame(MigrationException failure) {
		for (Difference difference : this.all) {
			if (difference instanceof Difference.CreateTable create && problem(bare(create.table())) != null) {
				for (Column column : create.table().columns()) {
					String problem = problem(bare(create.subject(), List.of(column)));
					if (problem != null) {
						return blame(create.subject(), column, problem, failure);
					}
				}
			}
		}
		return new AutogenerateException(
				"The schema the entities want cannot be built " + ShadowSession.HERE + " "
						+ sentence(RevisionTrial.reason(failure)),
				"Correct the mapping the message is about, or report it with the mapping.", failure);
	}

	private static String sentence(String reason) {
		return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
	}

	private AutogenerateException blame(ObjectName table, Column column, String problem, Throwable cause) {
		String sql = column.type() + ((column.defaultValue() != null) ? " default " + column.defaultValue() : "");
		return new AutogenerateException(
				"The attribute " + this.attributes.name(table, column.name()) + " wants a column that cannot be built, "
						+ table + "." + column.name() + " " + sql + ": " + problem,
				"Correct " + ((column.defaultValue() != null) ? "its default, which is SQL: a text has its quotes"
						: "its type, or give it a columnDefinition") + ".",
				cause);
	}

	private @Nullable String problem(Table table) {
		if (table.columns().isEmpty()) {
			return null;
		}
		List<Difference> alone = new ArrayList<>(this.all.stream()
			.filter((each) -> each instanceof Difference.CreateSchema || each instanceof Difference.CreateType)
			.toList());
		alone.add(new Difference.CreateTable(table));
		try {
			this.attempt.accept(alone);
			return null;
		}
		catch (MigrationException ex) {
			List<String> lines = ex.problem().lines().map(String::strip).toList();
			return (lines.size() > 1) ? lines.stream().skip(1).collect(Collectors.joining("\n  ", "\n  ", ""))
					: lines.get(0);
		}
	}

	private static Table bare(Table table) {
		return bare(table.name(), table.columns());
	}

	/** Without a key: what is generated may need its neighbours, and is not to blame. */
	private static Table bare(ObjectName name, List<Column> columns) {
		return new Table(name,
				columns.stream().filter((column) -> column.generatedAs() == null && !column.autoIncrement()).toList(),
				null, List.of(), List.of(), List.of(), List.of(), null);
	}

}
