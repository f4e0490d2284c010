package io.soundshare.migrations.autogenerate;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.answer.Answers;
import io.soundshare.migrations.autogenerate.answer.KnownFills;
import io.soundshare.migrations.autogenerate.answer.NamedEnums;
import io.soundshare.migrations.autogenerate.answer.Renaming;
import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.comparison.DeclaredSchema;
import io.soundshare.migrations.autogenerate.comparison.ShadowSession;
import io.soundshare.migrations.autogenerate.comparison.ShadowSessions;
import io.soundshare.migrations.autogenerate.comparison.TableFilter;
import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of the schema the entities declare with what is there.
 */
final class EntityComparison {

	private final ShadowSessions sessions;

	private final @Nullable DataSource database;

	/**
	 * Compare with the changelog, or with a database.
	 * @param sessions where the changelog is replayed
	 * @param database the database; {@code null} if the schema the changelog makes is
	 * meant
	 */
	EntityComparison(ShadowSessions sessions, @Nullable DataSource database) {
		this.sessions = sessions;
		this.database = database;
	}

	Comparison compare(EntityModel entities, Answers answers) {
		DeclaredSchema declared;
		try (ShadowSession session = this.sessions.open()) {
			declared = session.declared(entities);
		}
		try (ShadowSession session = this.sessions.open()) {
			Product product = session.product();
			Schema expected = declared.schema();
			Schema changelog = session.replay();
			Schema current = (this.database != null) ? live(session, this.database, changelog, expected) : changelog;
			NamedEnums enums = new NamedEnums(session.labels(), declared.types(), product);
			Renaming renaming = new Renaming(current, expected, product);
			renaming.make(enums.make(answers.renames()));
			renaming.ask(answers.interview());
			enums.ask(answers.interview());
			KnownFills fills = new KnownFills(answers.fills(), answers.interview(), session.emptyValues(declared));
			List<Difference> differences = new ArrayList<>(session.missing(declared.types()));
			differences.addAll(enums.operations());
			differences.addAll(enums.labels().added());
			differences.addAll(renaming.operations());
			differences.addAll(Comparer.compare(renaming.current(), expected, product, fills));
			differences.addAll(enums.labels().remade(renaming.current(), expected, fills));
			fills.requireAllUsed();
			return Comparison.tried(session, differences, changelog, current, expected, declared.types())
				.withWarnings(declared.problems());
		}
	}

	/** Of the tables the changelog has not made, only those an entity is mapped to. */
	private static Schema live(ShadowSession session, DataSource database, Schema changelog, Schema expected) {
		Product product = session.product();
		Schema live = TableFilter.keep(session.read(database),
				(name) -> contains(changelog, product, name) || contains(expected, product, name));
		return new Schema(live.tables(),
				live.sequences().stream().map((sequence) -> known(sequence, changelog, product)).toList());
	}

	/** A sequence that does not tell how it counts does so as the changelog has it. */
	private static Sequence known(Sequence sequence, Schema changelog, Product product) {
		return (sequence.increment() != 0) ? sequence
				: changelog.sequences()
					.stream()
					.filter((other) -> product.key(other.name()).equals(product.key(sequence.name())))
					.map((other) -> new Sequence(sequence.name(), sequence.start(), other.increment()))
					.findFirst()
					.orElse(sequence);
	}

	private static boolean contains(Schema schema, Product product, ObjectName name) {
		return schema.tables().stream().anyMatch((table) -> product.key(table.name()).equals(product.key(name)))
				|| schema.sequences()
					.stream()
					.anyMatch((sequence) -> product.key(sequence.name()).equals(product.key(name)));
	}

}
