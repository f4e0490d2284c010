package io.soundshare.migrations.sqlite.clause;

import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.statement.ColumnCheck;
import liquibase.database.Database;
import liquibase.statement.AutoIncrementConstraint;
import liquibase.statement.ColumnConstraint;
import liquibase.statement.ForeignKeyConstraint;
import liquibase.statement.NotNullConstraint;
import liquibase.statement.PrimaryKeyConstraint;
import liquibase.statement.UniqueConstraint;
import liquibase.statement.core.AddColumnStatement;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a column: its name, its type, and the constraints that stand in the
 * column.
 *
 * @param name the column's name
 * @param sql the definition
 * @param primaryKey whether it says PRIMARY KEY
 * @param autoIncrement whether it counts up by itself
 * @param start where it starts to count; {@code null} for 1, or if it does not count
 * @param notNull whether it refuses NULL, by NOT NULL or as a primary key
 * @param unique whether it says UNIQUE
 * @param foreignKey whether it says REFERENCES
 * @param generated whether its values are computed
 * @param stored whether its computed values are stored
 * @param hasDefault whether it has a default
 * @param constantDefault whether its default is absent or a literal
 * @param errors why SQLite cannot have such a column; empty if it can
 * @param warnings what SQLite leaves out
 */
public record ColumnClause(String name, String sql, boolean primaryKey, boolean autoIncrement, @Nullable Long start,
		boolean notNull, boolean unique, boolean foreignKey, boolean generated, boolean stored, boolean hasDefault,
		boolean constantDefault, List<String> errors, List<String> warnings) {

	public ColumnClause {
		errors = List.copyOf(errors);
		warnings = List.copyOf(warnings);
	}

	/**
	 * The column a statement adds, with its constraints, all of them in the column.
	 * @param statement the statement, for one column
	 * @param database the database
	 * @return the column
	 */
	public static ColumnClause of(AddColumnStatement statement, Database database) {
		AutoIncrementConstraint counter = statement.getAutoIncrementConstraint();
		String description = statement.getColumnType();
		ColumnType type = (description != null) ? ColumnType.of(description, database) : null;
		if (counter == null && type != null && type.type().isAutoIncrement()) {
			counter = new AutoIncrementConstraint(statement.getColumnName());
		}
		ColumnWriter writer = new ColumnWriter(statement.getTableName(), statement.getColumnName(), type, database);
		writer.head(Boolean.TRUE.equals(statement.getComputed()));
		find(statement, PrimaryKeyConstraint.class).forEach((key) -> writer.primaryKey(key.getConstraintName()));
		writer.autoIncrement(counter, statement.isPrimaryKey());
		writer.defaultValue(statement.getDefaultValue(), statement.getDefaultValueConstraintName());
		if (!statement.isNullable()) {
			writer.notNull(find(statement, NotNullConstraint.class).map(NotNullConstraint::getConstraintName)
				.filter((name) -> name != null)
				.findFirst()
				.orElse(null));
		}
		find(statement, UniqueConstraint.class).forEach((key) -> writer.unique(key.getConstraintName()));
		find(statement, ColumnCheck.class).forEach((constraint) -> writer.check(constraint.text()));
		writer.tail();
		find(statement, ForeignKeyConstraint.class).forEach(writer::foreignKey);
		return writer.toClause();
	}

	/**
	 * Whether {@code ALTER TABLE ADD COLUMN} takes this column for a table with rows, by
	 * the rules of SQLite's manual. NOT NULL wants a default, a foreign key wants none.
	 * @return whether it does
	 */
	public boolean plain() {
		return !this.primaryKey && !this.unique && !this.stored && this.constantDefault
				&& (!this.notNull || this.hasDefault || this.generated) && !(this.foreignKey && this.hasDefault);
	}

	private static <T extends ColumnConstraint> Stream<T> find(AddColumnStatement statement, Class<T> kind) {
		return statement.getConstraints().stream().filter(kind::isInstance).map(kind::cast);
	}

}
