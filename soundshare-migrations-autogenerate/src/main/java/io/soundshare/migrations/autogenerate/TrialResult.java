package io.soundshare.migrations.autogenerate;

import java.util.List;
import java.util.stream.Collectors;

import io.soundshare.migrations.RevisionContent;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying out a revision.
 *
 * @param upgradeSql the SQL it ran upwards
 * @param downgradeSql the SQL it ran downwards
 * @param problem what went wrong, in lines for people; {@code null} if nothing did
 */
record TrialResult(List<String> upgradeSql, List<String> downgradeSql, @Nullable String problem) {

	/** There was nothing to try. */
	static final TrialResult NOTHING = new TrialResult(List.of(), List.of(), null);

	TrialResult {
		upgradeSql = List.copyOf(upgradeSql);
		downgradeSql = List.copyOf(downgradeSql);
	}

	/** The revision as formatted SQL. */
	RevisionContent content(String note) {
		return new RevisionContent(note,
				this.upgradeSql.stream().map((statement) -> statement + ";\n").collect(Collectors.joining()),
				this.downgradeSql.stream()
					.map((statement) -> statement.lines()
						.map((line) -> "--rollback " + line)
						.collect(Collectors.joining("\n", "", ";\n")))
					.collect(Collectors.joining()));
	}

}
