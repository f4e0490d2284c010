package io.soundshare.migrations.autogenerate.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.soundshare.migrations.autogenerate.comparison.RevisionTrial;
import io.soundshare.migrations.autogenerate.comparison.ShadowSession;
import io.soundshare.migrations.autogenerate.comparison.Trial;
import io.soundshare.migrations.autogenerate.comparison.TrialResult;
import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.DefinitionComparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.Definition;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.file.RevisionFile;
import io.soundshare.migrations.model.MigrationException;

/**
 * Trial of a baseline in an empty database.
 *
 * @param result the statements, and why it failed if it did
 * @param schema what it has made, as the model tells it
 * @param definitions what it has made, in the words of the database
 * @param left what it has not undone, in lines for people
 */
record BaselineTrial(TrialResult result, Schema schema, List<Definition> definitions, List<Difference> left) {

	BaselineTrial {
		definitions = List.copyOf(definitions);
		left = List.copyOf(left);
	}

	/** Carry it out and undo it. */
	static BaselineTrial of(ShadowSession session, RevisionFile file) {
		List<String> upgrade = List.of();
		List<String> downgrade = List.of();
		Schema made = Schema.EMPTY;
		List<Definition> objects = List.of();
		Trial trial = new Trial(session.database(), file);
		try {
			upgrade = trial.upgradeSql();
			trial.upgrade();
			made = session.read();
			objects = session.definitions();
			downgrade = trial.downgradeSql();
			trial.downgrade();
			List<Difference> undone = differences(Schema.EMPTY, List.of(), session.read(), session.definitions(),
					session.product());
			return new BaselineTrial(new TrialResult(upgrade, downgrade, null), made, objects, undone);
		}
		catch (MigrationException ex) {
			return new BaselineTrial(new TrialResult(upgrade, downgrade, RevisionTrial.reason(ex)), made, objects,
					List.of());
		}
	}

	/** In what it is not the database it was made from, in either direction. */
	List<Difference> differences(Schema live, List<Definition> definitions, Product product) {
		return differences(this.schema, this.definitions, live, definitions, product);
	}

	private static List<Difference> differences(Schema current, List<Definition> currentDefinitions, Schema expected,
			List<Definition> expectedDefinitions, Product product) {
		List<Difference> differences = new ArrayList<>(Comparer.strictly(current, expected, product));
		Function<Difference, Difference> inverse = Difference::inverse;
		Comparer.strictly(expected, current, product)
			.stream()
			.filter((difference) -> !differences.contains(inverse.apply(difference)))
			.forEach((difference) -> differences.add(inverse.apply(difference)));
		differences.addAll(DefinitionComparer.compare(currentDefinitions, expectedDefinitions, product));
		return differences;
	}

}
