package io.soundshare.migrations.sqlite.snapshot;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.ImpliedNames;
import io.soundshare.migrations.sqlite.ddl.IndexDefinition;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A table or view: its columns as SQLite shows them, its constraints as they were
 * written.
 *
 * @param name its name as declared
 * @param definition the table's definition; {@code null} for a view and for a virtual
 * table
 * @param columns its columns, in their order
 * @param indexes the indexes somebody created on it
 */
record TableReading(String name, @Nullable TableDefinition definition, List<ColumnReading> columns,
		List<IndexDefinition> indexes) {

	private static final String SEQUENCE_COLUMN = "next_val";

	TableReading {
		columns = List.copyOf(columns);
		indexes = List.copyOf(indexes);
	}

	/**
	 * Whether it stands for a sequence: what Hibernate makes of one where there are none,
	 * a table with a single number {@code next_val}.
	 */
	boolean isSequence() {
		return this.definition != null && this.columns.size() == 1
				&& Names.same(this.columns.get(0).name(), SEQUENCE_COLUMN)
				&& Names.fold(this.columns.get(0).type()).contains("int");
	}

	Stream<Constraint> constraints(Constraint.Kind kind) {
		return (this.definition != null)
				? this.definition.constraints().stream().filter((constraint) -> constraint.kind() == kind)
				: Stream.empty();
	}

	Optional<Constraint> columnConstraint(String column, Constraint.Kind kind) {
		return (this.definition != null)
				? this.definition.column(column).flatMap((declared) -> declared.constraint(kind)) : Optional.empty();
	}

	/** The constraints of a kind by the names under which they are reported. */
	Map<String, Constraint> named(Constraint.Kind kind) {
		Map<String, Constraint> named = new LinkedHashMap<>();
		if (this.definition != null) {
			ImpliedNames.of(this.definition).forEach((name, constraint) -> {
				if (constraint.kind() == kind) {
					named.put(name, constraint);
				}
			});
		}
		return named;
	}

	boolean isRowidAlias(String column) {
		return this.definition != null
				&& this.definition.rowidAlias().filter((alias) -> Names.same(alias, column)).isPresent();
	}

	List<String> primaryKey() {
		return this.columns.stream()
			.filter((column) -> column.keyPosition() > 0)
			.sorted(Comparator.comparingInt(ColumnReading::keyPosition))
			.map(ColumnReading::name)
			.toList();
	}

	/** Names as a constraint spells them, as the columns were declared. */
	List<String> asDeclared(List<String> names) {
		return names.stream().map((name) -> column(name).map(ColumnReading::name).orElse(name)).toList();
	}

	Optional<ColumnReading> column(String name) {
		return this.columns.stream().filter((column) -> Names.same(column.name(), name)).findFirst();
	}

}
