package io.soundshare.migrations.sqlite.clause;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.soundshare.migrations.sqlite.ddl.StringLiteral;
import io.soundshare.migrations.sqlite.statement.CheckedCreateTableStatement;
import liquibase.database.Database;
import liquibase.statement.AutoIncrementConstraint;
import liquibase.statement.ForeignKeyConstraint;
import liquibase.statement.NotNullConstraint;
import liquibase.statement.PrimaryKeyConstraint;
import liquibase.statement.UniqueConstraint;
import liquibase.statement.core.CreateTableStatement;
import liquibase.structure.core.Column;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table to create: its columns, then its constraints in the order Liquibase gives them,
 * foreign keys in the order of their columns.
 */
public final class TableClause {

	private final CreateTableStatement statement;

	private final Database database;

	private final List<String> keyColumns;

	private final List<ColumnClause> columns;

	public TableClause(CreateTableStatement statement, Database database) {
		this.statement = statement;
		this.database = database;
		PrimaryKeyConstraint key = statement.getPrimaryKeyConstraint();
		this.keyColumns = (key != null) ? key.getColumns().stream().distinct().toList() : List.of();
		this.columns = statement.getColumns().stream().map(this::column).toList();
	}

	/**
	 * The columns.
	 * @return all columns, as they are written
	 */
	public List<ColumnClause> columns() {
		return this.columns;
	}

	/**
	 * Whether the table goes with the connection that made it.
	 * @return whether it does
	 */
	public boolean temporary() {
		String type = this.statement.getTableType();
		return type != null && type.toUpperCase(Locale.ROOT).contains("TEMP");
	}

	/**
	 * The statement that creates the table.
	 * @return its text
	 */
	public String sql() {
		List<String> parts = new ArrayList<>(this.columns.stream().map(ColumnClause::sql).toList());
		if (!this.keyColumns.isEmpty() && this.columns.stream().noneMatch(ColumnClause::primaryKey)) {
			parts
				.add(ForeignKeyClause.named(keyName(), this.database) + "PRIMARY KEY (" + names(this.keyColumns) + ")");
		}
		for (String column : this.statement.getColumns()) {
			foreignKeys(column).forEach((key) -> parts.add(foreignKey(key)));
		}
		unique().forEach((constraint) -> parts.add(ForeignKeyClause.named(constraint.getConstraintName(), this.database)
				+ "UNIQUE (" + names(constraint.getColumns()) + ")"));
		return "CREATE " + (temporary() ? "TEMPORARY " : "") + "TABLE "
				+ (this.statement.isIfNotExists() ? "IF NOT EXISTS " : "") + name() + " (" + String.join(", ", parts)
				+ ")";
	}

	/**
	 * The statement that makes the table's numbers start where the changelog says.
	 * @return its text, {@code null} if they start at 1
	 */
	public @Nullable String sequenceSql() {
		return this.columns.stream()
			.map(ColumnClause::start)
			.filter(Objects::nonNull)
			.findFirst()
			.map((start) -> startWith(start))
			.orElse(null);
	}

	private String startWith(long start) {
		String table = this.statement.getTableName().strip();
		String sequence = temporary() ? "temp.sqlite_sequence" : this.database
			.escapeTableName(this.statement.getCatalogName(), this.statement.getSchemaName(), "sqlite_sequence");
		String literal = StringLiteral.quote(table);
		String row = literal + ", " + (start - 1);
		return this.statement.isIfNotExists()
				? "INSERT INTO " + sequence + " (name, seq) SELECT " + row + " WHERE NOT EXISTS (SELECT 1 FROM "
						+ sequence + " WHERE name = " + literal + " COLLATE NOCASE)"
				: "INSERT INTO " + sequence + " (name, seq) VALUES (" + row + ")";
	}

	private String name() {
		return temporary() ? this.database.escapeObjectName(this.statement.getTableName(), Table.class)
				: this.database.escapeTableName(this.statement.getCatalogName(), this.statement.getSchemaName(),
						this.statement.getTableName());
	}

	private ColumnClause column(String name) {
		ColumnType type = type(name);
		ColumnWriter writer = new ColumnWriter(this.statement.getTableName(), name, type, this.database);
		writer.head(this.statement.isComputed(name));
		AutoIncrementConstraint counter = counter(name, type);
		boolean onlyKey = this.keyColumns.equals(List.of(name));
		if (counter != null && onlyKey) {
			writer.primaryKey(keyName());
		}
		writer.autoIncrement(counter, onlyKey);
		writer.defaultValue(this.statement.getDefaultValue(name), this.statement.getDefaultValueConstraintName(name));
		NotNullConstraint notNull = this.statement.getNotNullColumns().get(name);
		if (notNull != null) {
			writer.notNull(notNull.getConstraintName());
		}
		if (this.statement instanceof CheckedCreateTableStatement checked) {
			checked.checks()
				.stream()
				.filter((check) -> check.column().equals(name))
				.forEach((check) -> writer.check(check.text()));
		}
		writer.tail();
		return writer.toClause();
	}

	/** Liquibase's own tables are the same with and without this extension. */
	private @Nullable ColumnType type(String column) {
		ColumnType type = ColumnType.ofNullable(this.statement.getColumnTypes().get(column), this.database);
		String table = this.statement.getTableName().strip();
		boolean own = table.equalsIgnoreCase(this.database.getDatabaseChangeLogTableName())
				|| table.equalsIgnoreCase(this.database.getDatabaseChangeLogLockTableName());
		return (type != null && own) ? type.stock(this.database) : type;
	}

	private @Nullable AutoIncrementConstraint counter(String column, @Nullable ColumnType type) {
		return this.statement.getAutoIncrementConstraints()
			.stream()
			.filter((counter) -> column.equals(counter.getColumnName()))
			.findFirst()
			.orElse((type != null && type.type().isAutoIncrement()) ? new AutoIncrementConstraint(column) : null);
	}

	private String keyName() {
		String name = Objects.requireNonNull(this.statement.getPrimaryKeyConstraint()).getConstraintName();
		return (name != null && !name.isBlank()) ? name.strip()
				: this.database.generatePrimaryKeyName(this.statement.getTableName());
	}

	/** Liquibase keeps them in a set without an order. */
	private List<ForeignKeyConstraint> foreignKeys(String column) {
		return this.statement.getForeignKeyConstraints()
			.stream()
			.filter((key) -> column.equals(key.getColumn()))
			.sorted((a, b) -> String.valueOf(a.getForeignKeyName()).compareTo(String.valueOf(b.getForeignKeyName())))
			.toList();
	}

	private String foreignKey(ForeignKeyConstraint key) {
		return ForeignKeyClause.named(key.getForeignKeyName(), this.database) + "FOREIGN KEY ("
				+ names(List.of(key.getColumn())) + ") " + ForeignKeyClause.references(key, this.database);
	}

	/** The constraints; those of one name are one over several columns. */
	private List<UniqueConstraint> unique() {
		List<UniqueConstraint> constraints = new ArrayList<>();
		Map<String, UniqueConstraint> named = new LinkedHashMap<>();
		for (UniqueConstraint constraint : this.statement.getUniqueConstraints()) {
			String name = constraint.getConstraintName();
			if (name == null || name.isBlank()) {
				constraints.add(constraint);
			}
			else {
				// A copy: the statement's own would grow each time the SQL is asked for.
				named.computeIfAbsent(name, (missing) -> new UniqueConstraint(missing))
					.addColumns(constraint.getColumns().toArray(String[]::new));
			}
		}
		constraints.addAll(named.values());
		return constraints;
	}

	private String names(List<String> columns) {
		return columns.stream()
			.map((column) -> this.database.escapeObjectName(column, Column.class))
			.collect(Collectors.joining(", "));
	}

}
