package io.soundshare.migrations.autogenerate.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.ForeignKey.Action;
import io.soundshare.migrations.autogenerate.model.GeneratedName;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import io.soundshare.migrations.sqlite.ddl.ColumnDefinition;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.ImpliedNames;
import io.soundshare.migrations.sqlite.ddl.IndexDefinition;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A table of SQLite as a value.
 */
final class SqliteTable {

	/** The words SQLite's ALTER TABLE needs to take rows with NULL. */
	private static final Pattern TAKES_NULL = Pattern.compile("(?is)\\((?<condition>.*)\\)\\s*IS\\s+NOT\\s+FALSE");

	private final TableDefinition definition;

	private final Map<String, TableDefinition> tables;

	private @Nullable PrimaryKey primaryKey;

	private final List<UniqueConstraint> uniques = new ArrayList<>();

	private final List<ForeignKey> foreignKeys = new ArrayList<>();

	SqliteTable(TableDefinition definition, Map<String, TableDefinition> tables) {
		this.definition = definition;
		this.tables = tables;
	}

	Table read(List<IndexDefinition> indexes) {
		ImpliedNames.of(this.definition).forEach(this::key);
		SqliteColumn columns = new SqliteColumn(this.definition);
		return new Table(ObjectName.of(this.definition.name()),
				this.definition.columns().stream().map(columns::read).toList(), this.primaryKey, this.uniques,
				this.foreignKeys, checks(),
				indexes.stream().filter(SqliteTable::isOverColumns).map((index) -> index(index)).toList(), null);
	}

	private void key(String name, Constraint key) {
		List<String> columns = asDeclared(key.columns(), this.definition);
		boolean explicit = name.equals(key.name());
		switch (key.kind()) {
			case PRIMARY_KEY -> {
				this.primaryKey = new PrimaryKey(name, columns);
			}
			case UNIQUE -> this.uniques.add(new UniqueConstraint(name, explicit, columns));
			default ->
				this.foreignKeys.add(foreignKey(name, explicit, columns, Objects.requireNonNull(key.foreignKey())));
		}
	}

	private ForeignKey foreignKey(String name, boolean explicit, List<String> columns,
			io.soundshare.migrations.sqlite.ddl.ForeignKeyDefinition key) {
		TableDefinition parent = this.tables.get(Names.fold(key.table()));
		List<String> parentColumns = key.columns();
		if (parent != null) {
			parentColumns = parentColumns.isEmpty() ? primaryKey(parent) : asDeclared(parentColumns, parent);
		}
		return new ForeignKey(name, explicit, columns, ObjectName.of((parent != null) ? parent.name() : key.table()),
				parentColumns, action(key.onDelete()), action(key.onUpdate()), key.deferrable(),
				key.initiallyDeferred());
	}

	private List<CheckConstraint> checks() {
		List<CheckConstraint> checks = new ArrayList<>();
		List<Constraint> written = this.definition.constraints()
			.stream()
			.filter((constraint) -> constraint.kind() == Constraint.Kind.CHECK)
			.toList();
		Set<String> taken = new HashSet<>();
		written.stream().map(Constraint::name).filter(Objects::nonNull).map(Names::fold).forEach(taken::add);
		Set<String> columns = SqliteExpression.columns(this.definition);
		for (Constraint check : written) {
			String name = check.name();
			boolean explicit = name != null;
			if (name == null) {
				name = madeUpName(check, taken);
				taken.add(Names.fold(name));
			}
			String condition = condition(check.expression());
			String read = SqliteExpression.canonical(condition, columns, this.definition.name());
			checks.add(new CheckConstraint(name, explicit, new DeclaredSql(condition, read)));
		}
		return checks;
	}

	/** A check that says it takes NULL, as every check does. */
	private static String condition(String expression) {
		Matcher matcher = TAKES_NULL.matcher(expression.strip());
		if (!matcher.matches()) {
			return expression;
		}
		int depth = 0;
		for (Token token : Tokenizer.significant(matcher.group("condition"))) {
			depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
			if (depth < 0) {
				return expression;
			}
		}
		return matcher.group("condition");
	}

	private String madeUpName(Constraint check, Set<String> taken) {
		ObjectName table = ObjectName.of(this.definition.name());
		String column = check.column();
		int number = 1;
		String name = GeneratedName.check(table, (column != null) ? column : String.valueOf(number));
		while (taken.contains(Names.fold(name))) {
			number++;
			name = GeneratedName.check(table, ((column != null) ? column + "_" : "") + number);
		}
		return name;
	}

	private Index index(IndexDefinition index) {
		List<Index.Part> parts = index.keys()
			.stream()
			.map((key) -> new Index.Part(asDeclared(List.of(key.text()), this.definition).get(0), key.descending()))
			.toList();
		return new Index(index.name(), true, index.unique(), parts);
	}

	private static boolean isOverColumns(IndexDefinition index) {
		return index.where() == null && index.keys().stream().noneMatch(IndexDefinition.Key::expression);
	}

	private static List<String> primaryKey(TableDefinition table) {
		return table.constraints()
			.stream()
			.filter((constraint) -> constraint.kind() == Constraint.Kind.PRIMARY_KEY)
			.findFirst()
			.map((key) -> asDeclared(key.columns(), table))
			.orElse(List.of());
	}

	private static List<String> asDeclared(List<String> names, TableDefinition table) {
		return names.stream().map((name) -> table.column(name).map(ColumnDefinition::name).orElse(name)).toList();
	}

	private static Action action(@Nullable String written) {
		return switch ((written != null) ? written : "") {
			case "RESTRICT" -> Action.RESTRICT;
			case "CASCADE" -> Action.CASCADE;
			case "SET NULL" -> Action.SET_NULL;
			case "SET DEFAULT" -> Action.SET_DEFAULT;
			default -> Action.NO_ACTION;
		};
	}

}
