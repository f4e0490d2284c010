package io.soundshare.migrations.sqlite.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.soundshare.migrations.sqlite.SchemaFacts;
import io.soundshare.migrations.sqlite.random.Observed.Table;
import org.jspecify.annotations.Nullable;

/**
 * Thinks up the changes of a change set.
 */
final class Steps {

	private final Dice dice;

	private final Observed observed;

	private final List<Function<Table, @Nullable Step>> kinds = new ArrayList<>();

	Steps(Dice dice, Observed observed, SchemaFacts facts) {
		this.dice = dice;
		this.observed = observed;
		ColumnSteps columns = new ColumnSteps(dice, observed);
		ConstraintSteps constraints = new ConstraintSteps(dice, observed, facts);
		ObjectSteps objects = new ObjectSteps(dice, observed);
		this.kinds.addAll(List.of(columns::add, columns::add, columns::drop, columns::drop, columns::rename,
				columns::addNotNull, columns::dropNotNull, columns::addDefault, columns::dropDefault,
				columns::modifyType, columns::modifyType, constraints::addUnique, constraints::dropUnique,
				constraints::addPrimaryKey, constraints::dropPrimaryKey, constraints::addForeignKey,
				constraints::addForeignKey, constraints::dropForeignKey, constraints::dropAllForeignKeys,
				constraints::addAutoIncrement, objects::renameTable, objects::createTable, objects::dropTable,
				objects::createIndex, objects::dropIndex, objects::createView));
		this.kinds.add((table) -> objects.dropView());
		this.kinds.add((table) -> objects.renameView());
	}

	/**
	 * The changes of one change set: often one, else several of different tables. Those
	 * that rename stay alone, so that what the others name is found.
	 * @param reversible whether all must be reversible
	 */
	List<Step> next(boolean reversible) {
		int count = this.dice.chance(0.65) ? 1 : this.dice.between(2, 3);
		List<Step> steps = new ArrayList<>();
		Set<String> tables = new LinkedHashSet<>();
		for (int i = 0; i < 60 && steps.size() < count; i++) {
			Step step = this.dice.of(this.kinds).apply(this.dice.of(this.observed.tables()));
			if (step == null || (reversible && !step.reversible()) || tables.contains(step.table())
					|| (step.renames() && count > 1)) {
				continue;
			}
			if (count > 1 && step.kind().matches("drop(?:Table|View|Column)")) {
				// What the others are about might go with it.
				continue;
			}
			if (!steps.isEmpty() && steps.get(0).rollback().isEmpty() != step.rollback().isEmpty()) {
				// A change set has one rollback: Liquibase's own, or one written out.
				continue;
			}
			steps.add(step);
			tables.add(step.table());
		}
		steps.stream()
			.filter((step) -> step.kind().matches("drop(?:PrimaryKey|UniqueConstraint)"))
			.filter((step) -> steps.stream().anyMatch((other) -> other.isReferringTo(step.table())))
			.forEach((step) -> step.refusable("refers to columns that are no primary key"));
		return steps;
	}

}
