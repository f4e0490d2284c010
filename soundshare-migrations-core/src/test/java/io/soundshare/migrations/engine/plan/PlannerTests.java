package io.soundshare.migrations.engine.plan;

import java.util.List;

import io.soundshare.migrations.RevisionSamples;
import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.IrreversibleRevisionException;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlannerTests {

	private static final String[] IDS = { "a1", "b2", "c3", "d4", "e5" };

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "head,c3 d4 e5", "+0,-", "+1,c3", "+3,c3 d4 e5", "d4,c3 d4", "d,c3 d4", "c3+1,c3 d4", "b2+1,c3",
					"e5-1,c3 d4", "head-1,c3 d4", "a1,-", "changelog.sql::d4::anna,c3 d4",
					"changelog.sql::d4::anna-1,c3" })
	void upgradesTo(String target, String expected) {
		assertThat(names(planner(2).upgrade(Target.parse(target)))).isEqualTo((expected != null) ? expected : "");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "base,c3 b2 a1", "-1,c3", "-3,c3 b2 a1", "-0,-", "c3,-", "b2,c3", "c3-1,c3", "c3-2,c3 b2",
					"c3-3,c3 b2 a1", "a1+1,c3", "a,c3 b2", "deployment,c3 b2 a1", "known,-", "only:b2,b2",
					"deployment:d1,c3 b2 a1" })
	void downgradesTo(String target, String expected) {
		assertThat(names(planner(3).downgrade(Target.parse(target)))).isEqualTo((expected != null) ? expected : "");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "head,d4 e5", "base,c3 b2 a1", "+1,d4", "-1,c3", "b2,c3", "d4,d4", "c3,-",
			"b2+2,d4", "c3-1,c3", "head-4,c3 b2", "head-5,c3 b2 a1" })
	void stampsTo(String target, String expected) {
		assertThat(names(planner(3).stamp(Target.parse(target)))).isEqualTo((expected != null) ? expected : "");
	}

	@ParameterizedTest
	@CsvSource({ "+4,3 revisions pending", "d4+2,1 revision after d4", "a1-2,1 revision up to a1",
			"e5+1,no revisions after e5" })
	void refusesUpgradeThatGoesTooFar(String target, String message) {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(2).upgrade(Target.parse(target)))
			.withMessageContaining(message)
			.withMessageContaining("Nothing was run");
	}

	@ParameterizedTest
	@CsvSource({ "-4,3 revisions applied", "b2-3,2 revisions applied up to b2", "b2+2,1 revision applied after b2" })
	void refusesDowngradeThatGoesTooFar(String target, String message) {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(3).downgrade(Target.parse(target)))
			.withMessageContaining(message);
	}

	@ParameterizedTest
	@CsvSource({ "-1,goes down", "base,no target for an upgrade", "deployment,no target for an upgrade",
			"known,for a downgrade only", "at:2026-11-22,for a downgrade only", "deployment:12,for a downgrade only",
			"only:a1,for a downgrade only" })
	void refusesUpgradeDownwards(String target, String message) {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(2).upgrade(Target.parse(target)))
			.withMessageContaining(message)
			.withMessageContaining("Migrations.downgrade(Target.parse(");
	}

	@ParameterizedTest
	@CsvSource({ "+1,goes up", "d4,not applied", "head,not applied" })
	void refusesDowngradeUpwards(String target, String message) {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(2).downgrade(Target.parse(target)))
			.withMessageContaining(message);
	}

	@Test
	void readsIdThatLooksLikeRevisionAndOffsetAsId() {
		Revisions revisions = RevisionSamples.revisions(0, "add-index", "add-index-2", "x+1", "y");
		assertThat(names(new Planner(revisions).upgrade(Target.parse("add-index-2"))))
			.isEqualTo("add-index add-index-2");
		assertThat(names(new Planner(revisions).upgrade(Target.parse("add-index-2+1"))))
			.isEqualTo("add-index add-index-2 x+1");
		assertThat(names(new Planner(revisions).upgrade(Target.parse("x+1")))).isEqualTo("add-index add-index-2 x+1");
		assertThat(names(new Planner(revisions).upgrade(Target.parse("x+1-1")))).isEqualTo("add-index add-index-2");
	}

	@Test
	void readsNumbersAsIds() {
		Revisions revisions = RevisionSamples.revisions(0, "1", "2", "10");
		assertThat(names(new Planner(revisions).upgrade(Target.parse("1")))).isEqualTo("1");
		assertThat(names(new Planner(revisions).upgrade(Target.parse("10-1")))).isEqualTo("1 2");
		assertThat(names(new Planner(revisions).upgrade(Target.parse("+1")))).isEqualTo("1");
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> new Planner(revisions).downgrade(Target.parse("--1")))
			.withMessageContaining("There is no revision '--1'")
			.withMessageContaining("-N to go down");
	}

	@Test
	void downgradesInTheOrderOfExecutionAndUpgradesInThatOfTheChangelog() {
		Revision first = RevisionSamples.revision("first", 1);
		Revision late = RevisionSamples.revision("late", 3);
		Revision third = RevisionSamples.revision("third", 2);
		Revision open = RevisionSamples.revision("open", null);
		Revisions revisions = new Revisions(List.of(first, late, open, third), List.of(first, third, late));
		Planner planner = new Planner(revisions);
		assertThat(names(planner.downgrade(Target.parse("-1")))).isEqualTo("late");
		assertThat(names(planner.downgrade(Target.parse("first")))).isEqualTo("late third");
		assertThat(names(planner.downgrade(Target.parse("third")))).isEqualTo("late");
		assertThat(names(planner.upgrade(Target.HEAD))).isEqualTo("open");
		assertThat(names(planner.stamp(Target.parse("late")))).isEqualTo("third");
	}

	@Test
	void undoesTheLastDeploymentOnly() {
		Revision one = deployed("one", 1, "d1");
		Revision two = deployed("two", 2, "d2");
		Revision three = deployed("three", 3, "d2");
		Revisions revisions = new Revisions(List.of(one, two, three), List.of(one, two, three));
		assertThat(names(new Planner(revisions).downgrade(Target.parse("deployment")))).isEqualTo("three two");
	}

	@Test
	void refusesDeploymentTheHistoryDoesNotName() {
		Revision one = deployed("one", 1, null);
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(
					() -> new Planner(new Revisions(List.of(one), List.of(one))).downgrade(Target.parse("deployment")))
			.withMessageContaining("deployment");
	}

	@Test
	void namesEveryIrreversibleRevisionInTheWayWithItsFile() {
		Revision one = irreversible("one", 1, RevisionState.APPLIED);
		Revision two = RevisionSamples.revision("two", 2);
		Revision three = irreversible("three", 3, RevisionState.UNKNOWN);
		Revisions revisions = new Revisions(List.of(one, two), List.of(one, two, three));
		assertThatExceptionOfType(IrreversibleRevisionException.class)
			.isThrownBy(() -> new Planner(revisions).downgrade(Target.BASE))
			.withMessageContaining("one  (one.sql)")
			.withMessageContaining("three  (three.sql)")
			.withMessageContaining("Add a rollback block")
			.withMessageContaining("unknown to this build");
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> new Planner(revisions).upgrade(Target.parse("three")))
			.withMessageContaining("unknown to this build");
	}

	@Test
	void goesToTagsOfChangelogAndHistory() {
		Revision one = RevisionSamples.revision("one", "one", "c.sql", 1, "v1", "d1", true, RevisionState.APPLIED);
		Revision two = RevisionSamples.revision("two", 2);
		Revision three = RevisionSamples.revision("three", "three", "c.sql", null, "v2", null, true,
				RevisionState.PENDING);
		Planner planner = new Planner(new Revisions(List.of(one, two, three), List.of(one, two)));
		assertThat(names(planner.downgrade(Target.parse("tag:v1")))).isEqualTo("two");
		assertThat(names(planner.upgrade(Target.parse("tag:v2")))).isEqualTo("three");
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner.upgrade(Target.parse("tag:v3")))
			.withMessageContaining("v1, v2");
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner.downgrade(Target.parse("tag:v2")))
			.withMessageContaining("v1");
	}

	@Test
	void doesNothingWithAnEmptyChangelog() {
		Planner planner = new Planner(new Revisions(List.of(), List.of()));
		assertThat(planner.upgrade(Target.HEAD).isEmpty()).isTrue();
		assertThat(planner.stamp(Target.HEAD).isEmpty()).isTrue();
		assertThat(planner.downgrade(Target.BASE).isEmpty()).isTrue();
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> planner.upgrade(Target.parse("+1")))
			.withMessageContaining("no revisions pending");
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner.upgrade(Target.parse("head-1")));
	}

	private static Planner planner(int applied) {
		return new Planner(RevisionSamples.revisions(applied, IDS));
	}

	private static Revision deployed(String id, int order, String deployment) {
		return RevisionSamples.revision(id, id, "c.sql", order, null, deployment, true, RevisionState.APPLIED);
	}

	private static Revision irreversible(String id, int order, RevisionState state) {
		return RevisionSamples.revision(id, id, id + ".sql", order, null, "d1", false, state);
	}

	private static String names(Plan plan) {
		return String.join(" ", plan.revisions().stream().map(Revision::name).toList());
	}

}
