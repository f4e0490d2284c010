package io.soundshare.migrations.autogenerate.diff;

import java.util.List;
import java.util.Set;

import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Table;

/**
 * The primary key a table has beside the one it is to have.
 *
 * @param current the table as it is
 * @param expected the table as it is to be
 * @param columns how its columns change
 * @param rules what counts
 */
record KeyComparison(Table current, Table expected, ColumnDifferences columns, Rules rules) {

	boolean differs() {
		PrimaryKey before = this.current.primaryKey();
		PrimaryKey after = this.expected.primaryKey();
		if (before == null || after == null) {
			return before != after;
		}
		return !same(before, after) || before.columns().stream().anyMatch(this.columns::replaces);
	}

	/** Compare two keys: the order of the columns is no reason to make one anew. */
	private boolean same(PrimaryKey before, PrimaryKey after) {
		List<String> one = before.columns().stream().map(this.rules.product()::key).toList();
		List<String> other = after.columns().stream().map(this.rules.product()::key).toList();
		return this.rules.strict() ? one.equals(other) : Set.copyOf(one).equals(Set.copyOf(other));
	}

	/** Whether it is the key that has to change for rows to be numbered, or not to be. */
	boolean isRemade() {
		return this.rules.product().numbersRowsByKey() && !differs()
				&& this.columns.altered()
					.stream()
					.anyMatch((alter) -> alter.from().identity() != alter.to().identity());
	}

}
