package io.soundshare.migrations.sqlite.sqlgenerator;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.soundshare.migrations.sqlite.alter.AddColumn;
import io.soundshare.migrations.sqlite.alter.AlterRefusedException;
import io.soundshare.migrations.sqlite.alter.AlterTableStatement;
import io.soundshare.migrations.sqlite.alter.DropColumn;
import io.soundshare.migrations.sqlite.alter.DropDefault;
import io.soundshare.migrations.sqlite.alter.DropNotNull;
import io.soundshare.migrations.sqlite.alter.SetAutoIncrement;
import io.soundshare.migrations.sqlite.alter.SetDefault;
import io.soundshare.migrations.sqlite.alter.SetNotNull;
import io.soundshare.migrations.sqlite.alter.SetType;
import io.soundshare.migrations.sqlite.alter.TableEdit;
import io.soundshare.migrations.sqlite.clause.ColumnClause;
import io.soundshare.migrations.sqlite.clause.ColumnType;
import io.soundshare.migrations.sqlite.clause.DefaultValue;
import io.soundshare.migrations.sqlite.ddl.Position;
import io.soundshare.migrations.sqlite.value.ColumnValues;
import io.soundshare.migrations.sqlite.value.ValueKind;
import liquibase.database.Database;
import liquibase.datatype.DataTypeFactory;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.AddAutoIncrementStatement;
import liquibase.statement.core.AddColumnStatement;
import liquibase.statement.core.AddDefaultValueStatement;
import liquibase.statement.core.AddForeignKeyConstraintStatement;
import liquibase.statement.core.AddPrimaryKeyStatement;
import liquibase.statement.core.AddUniqueConstraintStatement;
import liquibase.statement.core.DropColumnStatement;
import liquibase.statement.core.DropDefaultValueStatement;
import liquibase.statement.core.DropForeignKeyConstraintStatement;
import liquibase.statement.core.DropPrimaryKeyStatement;
import liquibase.statement.core.DropUniqueConstraintStatement;
import liquibase.statement.core.ModifyDataTypeStatement;
import liquibase.statement.core.SetNullableStatement;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a table Liquibase's statements ask for.
 */
public final class TableEdits {

	private static final Set<Class<? extends SqlStatement>> STATEMENTS = Set.of(AlterTableStatement.class,
			AddColumnStatement.class, DropColumnStatement.class, ModifyDataTypeStatement.class,
			SetNullableStatement.class, AddDefaultValueStatement.class, DropDefaultValueStatement.class,
			AddAutoIncrementStatement.class, AddUniqueConstraintStatement.class, DropUniqueConstraintStatement.class,
			AddPrimaryKeyStatement.class, DropPrimaryKeyStatement.class, AddForeignKeyConstraintStatement.class,
			DropForeignKeyConstraintStatement.class);

	private TableEdits() {
	}

	/**
	 * Whether a statement changes a table's shape.
	 * @param statement any statement
	 * @return whether it does
	 */
	public static boolean isTableEdit(SqlStatement statement) {
		return STATEMENTS.stream().anyMatch((type) -> type.isInstance(statement));
	}

	/**
	 * The changes a statement asks for.
	 * @param statement any statement
	 * @param database the database, for its types and literals, and for the type of a
	 * column whose default does not tell it
	 * @return the changes, all of one table; empty if the statement is about something
	 * else
	 */
	public static List<TableEdit> of(SqlStatement statement, Database database) {
		if (statement instanceof AlterTableStatement alter) {
			return alter.edits();
		}
		if (statement instanceof AddColumnStatement add) {
			return addColumns(add, database);
		}
		if (statement instanceof DropColumnStatement drop) {
			return dropColumns(drop);
		}
		if (statement instanceof ModifyDataTypeStatement modify) {
			return modifyType(modify, ColumnType.of(modify.getNewDataType(), database));
		}
		TableEdit edit = single(statement, database);
		return (edit != null) ? List.of(edit) : List.of();
	}

	/** MySQL forgets NOT NULL with a new type that does not repeat it. */
	private static List<TableEdit> modifyType(ModifyDataTypeStatement statement, ColumnType type) {
		String table = statement.getTableName();
		String column = statement.getColumnName();
		TableEdit edit = new SetType(table, column, type.sql());
		return switch (type.tail().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ")) {
			case "" -> List.of(edit);
			case "NOT NULL" -> List.of(edit, new SetNotNull(table, column));
			case "NULL" -> List.of(edit, new DropNotNull(table, column));
			default -> throw new AlterRefusedException("Column " + column + " of table " + table
					+ ": modifyDataType changes the type, not " + type.tail() + ". Use a change of its own for that.");
		};
	}

	private static @Nullable TableEdit single(SqlStatement statement, Database database) {
		if (statement instanceof SetNullableStatement nullable) {
			return (nullable.isNullable()) ? new DropNotNull(nullable.getTableName(), nullable.getColumnName())
					: new SetNotNull(nullable.getTableName(), nullable.getColumnName());
		}
		if (statement instanceof AddDefaultValueStatement add) {
			return new SetDefault(add.getTableName(), add.getColumnName(), defaultSql(add, database),
					name(add.getDefaultValueConstraintName()));
		}
		if (statement instanceof DropDefaultValueStatement drop) {
			return new DropDefault(drop.getTableName(), drop.getColumnName());
		}
		if (statement instanceof AddAutoIncrementStatement add) {
			return autoIncrement(add);
		}
		return ConstraintEdits.of(statement);
	}

	private static TableEdit autoIncrement(AddAutoIncrementStatement add) {
		String subject = "Column " + add.getColumnName() + " of table " + add.getTableName();
		if (add.getIncrementBy() != null && !BigInteger.ONE.equals(add.getIncrementBy())) {
			throw new AlterRefusedException(subject + " is to count by " + add.getIncrementBy()
					+ ", but SQLite counts by 1. Leave incrementBy out.");
		}
		BigInteger start = add.getStartWith();
		if (start != null && (start.signum() < 1 || start.bitLength() > 63)) {
			throw new AlterRefusedException(subject + " cannot start at " + start
					+ ": SQLite counts from a number between 1 and 9223372036854775807");
		}
		return new SetAutoIncrement(add.getTableName(), add.getColumnName(),
				(start != null) ? start.longValueExact() : null);
	}

	private static List<TableEdit> addColumns(AddColumnStatement statement, Database database) {
		List<AddColumnStatement> columns = (statement.isMultiple()) ? statement.getColumns() : List.of(statement);
		List<TableEdit> edits = new ArrayList<>();
		for (AddColumnStatement column : columns) {
			ColumnClause clause = ColumnClause.of(column, database);
			if (!clause.errors().isEmpty()) {
				throw new AlterRefusedException(String.join("; ", clause.errors()));
			}
			edits.add(new AddColumn(column.getTableName(), column.getColumnName(), clause.sql(), position(column),
					clause.plain(), clause.start()));
		}
		return edits;
	}

	private static String defaultSql(AddDefaultValueStatement statement, Database database) {
		String type = statement.getColumnDataType();
		DefaultValue value = (type != null)
				? DefaultValue.of(statement.getDefaultValue(),
						DataTypeFactory.getInstance().fromDescription(type, database), database)
				: DefaultValue.of(statement.getDefaultValue(),
						ColumnValues.of(statement.getTableName(), database)
							.kind(statement.getColumnName())
							.orElse(ValueKind.OTHER),
						database);
		value.refused().ifPresent((reason) -> {
			throw new AlterRefusedException(
					"Column " + statement.getColumnName() + " of table " + statement.getTableName() + ": " + reason);
		});
		return value.sql();
	}

	private static Position position(AddColumnStatement column) {
		if (name(column.getAddAfterColumn()) != null) {
			return Position.after(column.getAddAfterColumn());
		}
		if (name(column.getAddBeforeColumn()) != null) {
			return Position.before(column.getAddBeforeColumn());
		}
		return (column.getAddAtPosition() != null) ? Position.at(column.getAddAtPosition()) : Position.last();
	}

	private static List<TableEdit> dropColumns(DropColumnStatement statement) {
		List<DropColumnStatement> columns = (statement.isMultiple()) ? statement.getColumns() : List.of(statement);
		return columns.stream()
			.<TableEdit>map((column) -> new DropColumn(column.getTableName(), column.getColumnName()))
			.toList();
	}

	static @Nullable String name(@Nullable String name) {
		return (name != null && !name.isBlank()) ? name.strip() : null;
	}

}
