package io.soundshare.migrations.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A revision with what it does.
 *
 * @param revision the revision
 * @param changes its changes, one line each
 * @param upgradeSql the statements of an upgrade, {@code null} where they cannot be told
 * without running it
 * @param downgradeSql the statements of a downgrade, {@code null} if it cannot be undone
 */
public record RevisionDetail(Revision revision, List<String> changes, @Nullable List<String> upgradeSql,
		@Nullable List<String> downgradeSql) {

	public RevisionDetail {
		changes = List.copyOf(changes);
		upgradeSql = (upgradeSql != null) ? List.copyOf(upgradeSql) : null;
		downgradeSql = (downgradeSql != null) ? List.copyOf(downgradeSql) : null;
	}

}
