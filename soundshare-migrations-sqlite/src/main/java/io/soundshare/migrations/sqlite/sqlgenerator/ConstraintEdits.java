package io.soundshare.migrations.sqlite.sqlgenerator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.soundshare.migrations.sqlite.alter.AddConstraint;
import io.soundshare.migrations.sqlite.alter.AlterRefusedException;
import io.soundshare.migrations.sqlite.alter.DropForeignKeys;
import io.soundshare.migrations.sqlite.alter.DropPrimaryKey;
import io.soundshare.migrations.sqlite.alter.DropUnique;
import io.soundshare.migrations.sqlite.alter.TableEdit;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;
import liquibase.change.ColumnConfig;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.AddForeignKeyConstraintStatement;
import liquibase.statement.core.AddPrimaryKeyStatement;
import liquibase.statement.core.AddUniqueConstraintStatement;
import liquibase.statement.core.DropForeignKeyConstraintStatement;
import liquibase.statement.core.DropPrimaryKeyStatement;
import liquibase.statement.core.DropUniqueConstraintStatement;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a table's constraints Liquibase's statements ask for.
 */
final class ConstraintEdits {

	private ConstraintEdits() {
	}

	/**
	 * The change a statement asks for.
	 * @param statement any statement
	 * @return the change, {@code null} if the statement is about something else
	 */
	static @Nullable TableEdit of(SqlStatement statement) {
		if (statement instanceof AddUniqueConstraintStatement add) {
			refuseUnlike(add);
			List<String> columns = names(add.getColumns());
			return new AddConstraint(add.getTableName(), Constraint.Kind.UNIQUE,
					TableEdits.name(add.getConstraintName()), columns, "UNIQUE (" + quoted(columns) + ")");
		}
		if (statement instanceof DropUniqueConstraintStatement drop) {
			return new DropUnique(drop.getTableName(), TableEdits.name(drop.getConstraintName()),
					names(drop.getUniqueColumns()));
		}
		if (statement instanceof AddPrimaryKeyStatement add) {
			List<String> columns = names(add.getColumns());
			return new AddConstraint(add.getTableName(), Constraint.Kind.PRIMARY_KEY,
					TableEdits.name(add.getConstraintName()), columns, "PRIMARY KEY (" + quoted(columns) + ")");
		}
		if (statement instanceof DropPrimaryKeyStatement drop) {
			return new DropPrimaryKey(drop.getTableName());
		}
		if (statement instanceof AddForeignKeyConstraintStatement add) {
			List<String> columns = names(add.getBaseColumns());
			return new AddConstraint(add.getBaseTableName(), Constraint.Kind.FOREIGN_KEY,
					TableEdits.name(add.getConstraintName()), columns, foreignKey(add, columns));
		}
		if (statement instanceof DropForeignKeyConstraintStatement drop) {
			return new DropForeignKeys(drop.getBaseTableName(), drop.getConstraintName(), null);
		}
		return null;
	}

	private static void refuseUnlike(AddUniqueConstraintStatement add) {
		String subject = "The unique constraint of " + add.getColumnNames() + " of table " + add.getTableName();
		if (add.isDeferrable() || add.isInitiallyDeferred()) {
			throw new AlterRefusedException(
					subject + " cannot be deferred: SQLite checks it with each row. Leave deferrable out.");
		}
		if (add.isDisabled()) {
			throw new AlterRefusedException(subject
					+ " cannot be disabled: SQLite has none that is not checked. Leave the change out with dbms.");
		}
	}

	private static String foreignKey(AddForeignKeyConstraintStatement statement, List<String> columns) {
		StringBuilder sql = new StringBuilder("FOREIGN KEY (").append(quoted(columns))
			.append(") REFERENCES ")
			.append(Names.quote(statement.getReferencedTableName()))
			.append(" (")
			.append(quoted(names(statement.getReferencedColumns())))
			.append(")");
		if (statement.getOnUpdate() != null) {
			sql.append(" ON UPDATE ").append(statement.getOnUpdate().toUpperCase(Locale.ROOT));
		}
		if (statement.getOnDelete() != null) {
			sql.append(" ON DELETE ").append(statement.getOnDelete().toUpperCase(Locale.ROOT));
		}
		if (statement.isInitiallyDeferred()) {
			sql.append(" DEFERRABLE INITIALLY DEFERRED");
		}
		else if (statement.isDeferrable()) {
			sql.append(" DEFERRABLE");
		}
		return sql.toString();
	}

	private static List<String> names(ColumnConfig @Nullable [] columns) {
		return (columns != null) ? Arrays.stream(columns).map(ColumnConfig::getName).map(String::trim).toList()
				: List.of();
	}

	private static String quoted(List<String> names) {
		return names.stream().map(Names::quote).collect(Collectors.joining(", "));
	}

}
