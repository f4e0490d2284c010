package io.soundshare.migrations.autogenerate.comparison;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.render.RevisionSteps;
import io.soundshare.migrations.file.RevisionContent;
import io.soundshare.migrations.model.Remedy;
import io.soundshare.migrations.model.Remedy.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Result of trying out a revision.
 *
 * @param upgradeSql the SQL it ran upwards
 * @param downgradeSql the SQL it ran downwards
 * @param problem what went wrong, in lines for people; {@code null} if nothing did
 * @param withRows what went wrong only with rows in the tables
 */
public record TrialResult(List<String> upgradeSql, List<String> downgradeSql, @Nullable String problem,
		List<String> withRows) {

	/** The result where there was nothing to try. */
	public static final TrialResult NOTHING = new TrialResult(List.of(), List.of(), null);

	public TrialResult(List<String> upgradeSql, List<String> downgradeSql, @Nullable String problem) {
		this(upgradeSql, downgradeSql, problem, List.of());
	}

	public TrialResult {
		withRows = List.copyOf(withRows);
		upgradeSql = List.copyOf(upgradeSql);
		downgradeSql = List.copyOf(downgradeSql);
	}

	/**
	 * The same for a revision made for a database that is not what the changelog makes:
	 * every other database has to take it too.
	 */
	TrialResult elsewhere(Function<Remedy, String> vocabulary) {
		return (this.problem == null) ? this : new TrialResult(this.upgradeSql, this.downgradeSql,
				"it fits the database at hand, which is not what the changelog makes of it (see "
						+ vocabulary.apply(Kind.CHECK.remedy()) + " " + vocabulary.apply(Kind.AGAINST.of("database"))
						+ "). After the changelog alone: " + this.problem,
				this.withRows);
	}

	/** The revision as formatted SQL. */
	RevisionContent content(String note, RevisionSteps steps) {
		int up = steps.committedFirst().size();
		// What comes first is undone last.
		int down = this.downgradeSql.size() - (int) steps.committedFirst().stream().filter(Difference::undone).count();
		RevisionContent first = (up == 0) ? null : new RevisionContent("", statements(this.upgradeSql.subList(0, up)),
				rollback(this.downgradeSql.subList(down, this.downgradeSql.size())));
		return new RevisionContent(note, statements(this.upgradeSql.subList(up, this.upgradeSql.size())),
				rollback(this.downgradeSql.subList(0, down)), first);
	}

	private static String statements(List<String> statements) {
		return statements.stream().map((statement) -> statement + ";\n").collect(Collectors.joining());
	}

	private static String rollback(List<String> statements) {
		return statements.isEmpty() ? "--rollback empty\n"
				: statements.stream()
					.map((statement) -> statement.lines()
						.map((line) -> "--rollback " + line)
						.collect(Collectors.joining("\n", "", ";\n")))
					.collect(Collectors.joining());
	}

}
