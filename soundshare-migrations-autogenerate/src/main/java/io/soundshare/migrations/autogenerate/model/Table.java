package io.soundshare.migrations.autogenerate.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name its name
 * @param columns its columns
 * @param primaryKey its primary key; {@code null} if it has none
 * @param uniques its unique constraints
 * @param foreignKeys its foreign keys
 * @param checks its checks
 * @param indexes its indexes, without those that serve a constraint
 * @param comment what is said about it; {@code null} if nothing is
 */
public record Table(ObjectName name, List<Column> columns, @Nullable PrimaryKey primaryKey,
		List<UniqueConstraint> uniques, List<ForeignKey> foreignKeys, List<CheckConstraint> checks, List<Index> indexes,
		@Nullable DeclaredSql comment) {

	public Table {
		columns = List.copyOf(columns);
		uniques = List.copyOf(uniques);
		foreignKeys = List.copyOf(foreignKeys);
		checks = List.copyOf(checks);
		indexes = List.copyOf(indexes);
	}

}
