package io.soundshare.migrations.sqlite.diff;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.soundshare.migrations.sqlite.ddl.Names;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.diff.ObjectDifferences;
import liquibase.diff.compare.CompareControl;
import liquibase.diff.compare.DatabaseObjectComparator;
import liquibase.diff.compare.DatabaseObjectComparatorChain;
import liquibase.diff.compare.DatabaseObjectComparatorFactory;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Column;
import liquibase.structure.core.Index;

/**
 * Compares indexes: one without a name is found by its columns whatever their order
 * ({@code indexExists}), and the order is a difference, which Liquibase itself overlooks.
 */
public final class SqliteIndexComparator implements DatabaseObjectComparator {

	@Override
	public int getPriority(Class<? extends DatabaseObject> objectType, Database database) {
		return (database instanceof SQLiteDatabase && Index.class.isAssignableFrom(objectType)) ? PRIORITY_DATABASE
				: PRIORITY_NONE;
	}

	@Override
	public String[] hash(DatabaseObject object, Database database, DatabaseObjectComparatorChain chain) {
		return chain.hash(object, database);
	}

	@Override
	public boolean isSameObject(DatabaseObject object, DatabaseObject other, Database database,
			DatabaseObjectComparatorChain chain) {
		if (object instanceof Index index && other instanceof Index otherIndex && isByColumns(index, otherIndex)) {
			return DatabaseObjectComparatorFactory.getInstance()
				.isSameObject(index.getRelation(), otherIndex.getRelation(), chain.getSchemaComparisons(), database)
					&& names(index).equals(names(otherIndex));
		}
		return chain.isSameObject(object, other, database);
	}

	@Override
	public ObjectDifferences findDifferences(DatabaseObject object, DatabaseObject other, Database database,
			CompareControl control, DatabaseObjectComparatorChain chain, Set<String> exclude) {
		ObjectDifferences differences = chain.findDifferences(object, other, database, control, exclude);
		List<Column> columns = ((Index) object).getColumns();
		List<Column> others = ((Index) other).getColumns();
		if (!differences.isDifferent("columns") && columns.size() == others.size() && IntStream.range(0, columns.size())
			.anyMatch((i) -> isDescending(columns.get(i)) != isDescending(others.get(i)))) {
			differences.addDifference("columns", columns, others);
		}
		return differences;
	}

	private static boolean isByColumns(Index index, Index other) {
		return (index.getName() == null || other.getName() == null) && index.getRelation() != null
				&& other.getRelation() != null && !index.getColumns().isEmpty() && !other.getColumns().isEmpty();
	}

	private static List<String> names(Index index) {
		return index.getColumns().stream().map((column) -> Names.fold(column.getName())).toList();
	}

	private static boolean isDescending(Column column) {
		return Boolean.TRUE.equals(column.getDescending());
	}

}
