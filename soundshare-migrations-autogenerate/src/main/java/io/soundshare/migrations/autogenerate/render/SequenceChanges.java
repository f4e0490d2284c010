package io.soundshare.migrations.autogenerate.render;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Sequence;
import liquibase.change.Change;
import liquibase.change.core.AlterSequenceChange;
import liquibase.change.core.CreateSequenceChange;
import liquibase.change.core.DropSequenceChange;
import liquibase.change.core.RenameSequenceChange;

/**
 * Changes of sequences.
 */
final class SequenceChanges {

	private final PlainSql sql;

	SequenceChanges(PlainSql sql) {
		this.sql = sql;
	}

	static Change create(Sequence sequence) {
		CreateSequenceChange change = new CreateSequenceChange();
		change.setSchemaName(sequence.name().schema());
		change.setSequenceName(sequence.name().name());
		change.setStartValue(BigInteger.valueOf(sequence.start()));
		if (sequence.increment() != 0) {
			change.setIncrementBy(BigInteger.valueOf(sequence.increment()));
		}
		return change;
	}

	static Change rename(ObjectName from, ObjectName to) {
		RenameSequenceChange change = new RenameSequenceChange();
		change.setSchemaName(from.schema());
		change.setOldSequenceName(from.name());
		change.setNewSequenceName(to.name());
		return change;
	}

	static Change drop(ObjectName sequence) {
		DropSequenceChange change = new DropSequenceChange();
		change.setSchemaName(sequence.schema());
		change.setSequenceName(sequence.name());
		return change;
	}

	List<Change> alter(Difference.AlterSequence alter) {
		if (alter.from().start() == alter.to().start()) {
			return List.of(count(alter.to()));
		}
		return this.sql.product().keepsSequencesInTables() ? startTable(alter) : start(alter);
	}

	private static Change count(Sequence sequence) {
		AlterSequenceChange change = new AlterSequenceChange();
		change.setSchemaName(sequence.name().schema());
		change.setSequenceName(sequence.name().name());
		change.setIncrementBy(BigInteger.valueOf(sequence.increment()));
		return change;
	}

	/** Liquibase changes no start. */
	private List<Change> start(Difference.AlterSequence alter) {
		List<Change> changes = new ArrayList<>();
		if (alter.from().increment() != alter.to().increment()) {
			changes.add(count(alter.to()));
		}
		this.sql.product()
			.startSequence(this.sql.table(alter.subject()), alter.from().start(), alter.to().start())
			.forEach((statement) -> changes.add(this.sql.ownStatement(statement)));
		return changes;
	}

	/** The table's definition tells where it starts, so it is made anew. */
	private List<Change> startTable(Difference.AlterSequence alter) {
		Sequence to = alter.to();
		String name = this.sql.table(alter.subject());
		String old = this.sql.name(alter.subject().name() + "_old");
		long more = to.increment() - alter.from().increment();
		return Stream
			.of("ALTER TABLE " + name + " RENAME TO " + old,
					"CREATE TABLE " + name + " (next_val bigint /* START WITH " + to.start() + " INCREMENT BY "
							+ to.increment() + " */)",
					"INSERT INTO " + name + " SELECT CASE next_val WHEN " + alter.from().start() + " THEN " + to.start()
							+ " ELSE next_val + " + more + " END FROM " + old,
					"DROP TABLE " + old)
			.map(this.sql::ownStatement)
			.toList();
	}

}
