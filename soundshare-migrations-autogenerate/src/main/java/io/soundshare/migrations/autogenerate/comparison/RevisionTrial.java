package io.soundshare.migrations.autogenerate.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.EnumLabels;
import io.soundshare.migrations.autogenerate.diff.Fills;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.render.RevisionSteps;
import io.soundshare.migrations.file.RevisionFileFormat;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.RevisionFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Trial of a revision where the changelog was replayed: it is carried out, undone and
 * carried out again, and has to do what it says.
 */
public final class RevisionTrial {

	private final ShadowSession session;

	private final Schema after;

	private final List<NamedType> types;

	private RevisionTrial(ShadowSession session, Schema after, List<NamedType> types) {
		this.session = session;
		this.after = after;
		this.types = types;
	}

	/**
	 * Carry it out, undo it and carry it out again.
	 * @param session where
	 * @param steps the revision
	 * @param before the schema that is there
	 * @param after the schema that is to come
	 * @param types the named types it needs
	 */
	public static TrialResult of(ShadowSession session, RevisionSteps steps, Schema before, Schema after,
			List<NamedType> types) {
		return new RevisionTrial(session, after, types).run(steps, before);
	}

	private TrialResult run(RevisionSteps steps, Schema before) {
		List<String> upgrade = List.of();
		List<String> downgrade = List.of();
		Map<ObjectName, List<String>> labels = this.session.labels();
		Trial trial = new Trial(this.session.database(), steps.content("", RevisionFileFormat.YAML),
				RevisionFileFormat.YAML);
		TrialRows rows = new TrialRows(this.session.database(), this.session.product(), before, steps, kept(labels));
		try {
			upgrade = trial.upgradeSql();
			rows.insert();
			rows.survive("it cannot be carried out", trial::upgrade);
			List<Difference> left = left();
			if (!left.isEmpty()) {
				return new TrialResult(upgrade, downgrade, "it leaves" + ShadowSession.lines(left));
			}
			downgrade = trial.downgradeSql();
			rows.survive("it cannot be undone", trial::downgrade);
			String lost = lost(steps, before, labels);
			if (lost != null) {
				return new TrialResult(upgrade, downgrade, lost);
			}
			rows.survive("it cannot be carried out again", trial::upgrade);
			left = left();
			return new TrialResult(upgrade, downgrade,
					left.isEmpty() ? null : "after its rollback, the second time it leaves" + ShadowSession.lines(left),
					rows.problems());
		}
		catch (MigrationException ex) {
			return new TrialResult(upgrade, downgrade, reason(ex));
		}
	}

	/**
	 * The values of the enums that are not taken away: rows of the others have to go
	 * first.
	 */
	private Map<ObjectName, List<String>> kept(Map<ObjectName, List<String>> labels) {
		Map<ObjectName, List<String>> kept = new HashMap<>(labels);
		for (NamedType type : this.types) {
			kept.computeIfPresent(type.name(),
					(name, values) -> values.stream().filter(type.labels()::contains).toList());
		}
		return kept;
	}

	/** The reason a trial failed, without the name it goes by: nobody has heard of it. */
	public static String reason(MigrationException failure) {
		return (failure instanceof RevisionFailedException) ? failure.problem()
			.replaceFirst("(?s)^The (\\w+) failed at revision .*?:" + System.lineSeparator(),
					"its $1 fails:" + System.lineSeparator())
				: failure.problem();
	}

	private List<Difference> left() {
		List<Difference> left = new ArrayList<>(this.session.missing(this.types));
		left.addAll(Comparer.compare(this.session.read(), this.after, this.session.product(), Fills.NONE));
		EnumLabels labels = new EnumLabels(this.session.labels(), this.types, List.of(), this.session.product());
		left.addAll(labels.added());
		left.addAll(labels.remade(Schema.EMPTY, Schema.EMPTY, Fills.NONE));
		return left;
	}

	private @Nullable String lost(RevisionSteps steps, Schema before, Map<ObjectName, List<String>> labels) {
		List<Difference> lost = Comparer.strictly(this.session.read(), before, this.session.product())
			.stream()
			.filter((difference) -> !steps.isAnnounced(difference))
			.toList();
		if (!lost.isEmpty()) {
			return "its rollback does not bring back" + ShadowSession.lines(lost);
		}
		Map<ObjectName, List<String>> now = this.session.labels();
		// A value that was added stays; the others are what they were, in their order.
		return labels.entrySet()
			.stream()
			.filter((type) -> !now.getOrDefault(type.getKey(), List.of())
				.stream()
				.filter(type.getValue()::contains)
				.toList()
				.equals(type.getValue()))
			.map((type) -> "its rollback does not bring back the values of type " + type.getKey() + ": "
					+ String.join(", ", type.getValue()))
			.findFirst()
			.orElse(null);
	}

}
