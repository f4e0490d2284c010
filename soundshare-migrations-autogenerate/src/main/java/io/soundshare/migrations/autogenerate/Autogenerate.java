package io.soundshare.migrations.autogenerate;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.autogenerate.answer.Answers;
import io.soundshare.migrations.autogenerate.answer.KnownFills;
import io.soundshare.migrations.autogenerate.answer.NamedEnums;
import io.soundshare.migrations.autogenerate.answer.Renaming;
import io.soundshare.migrations.autogenerate.baseline.Baseline;
import io.soundshare.migrations.autogenerate.baseline.BaselineParts;
import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.comparison.RevisionTrial;
import io.soundshare.migrations.autogenerate.comparison.TableFilter;
import io.soundshare.migrations.autogenerate.comparison.TrialResult;
import io.soundshare.migrations.autogenerate.comparison.Wanted;
import io.soundshare.migrations.autogenerate.comparison.Workbench;
import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.Rename;
import io.soundshare.migrations.autogenerate.diff.RenameCandidates;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Sequence;
import io.soundshare.migrations.autogenerate.render.RevisionSteps;
import io.soundshare.migrations.autogenerate.shadow.Shadow;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import io.soundshare.migrations.file.RevisionFile;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Target;
import liquibase.resource.DirectoryResourceAccessor;

/**
 * Compares what the entities want, what the changelog gives and what the database holds.
 * The application's database is read only, and only if asked for; what is to be tried out
 * is tried out in databases to throw away.
 * <p>
 * All methods throw a {@link MigrationException} with a message for people.
 */
public final class Autogenerate {

	private final Migrations migrations;

	private final ShadowDatabases shadows;

	private final TableFilter filter;

	private Autogenerate(Migrations migrations, ShadowDatabases shadows, TableFilter filter) {
		this.migrations = migrations;
		this.shadows = shadows;
		this.filter = filter;
	}

	/**
	 * Describe what is compared.
	 * @param migrations the changelog, and the database it is for
	 * @param shadows makes databases to throw away
	 * @param include patterns of the tables to compare, with {@code *} and {@code ?};
	 * empty for all
	 * @param exclude patterns of the tables to leave alone
	 * @return the comparison to be made
	 */
	public static Autogenerate of(Migrations migrations, ShadowDatabases shadows, List<String> include,
			List<String> exclude) {
		return new Autogenerate(migrations, shadows, new TableFilter(include, exclude));
	}

	/**
	 * Find what is missing for the entities.
	 * @param entities the entities
	 * @param against what they are compared with
	 * @param answers what the entities do not tell
	 * @return what the changelog or the database lacks
	 */
	public Comparison entities(EntityModel entities, Against against, Answers answers) {
		return redacted(() -> missing(entities, against, answers));
	}

	private Comparison missing(EntityModel entities, Against against, Answers answers) {
		if (against == Against.DATABASE) {
			requireUpToDate();
		}
		Wanted entitiesWant;
		try (Shadow shadow = this.shadows.open()) {
			entitiesWant = workbench(shadow).wanted(entities);
		}
		try (Shadow shadow = this.shadows.open()) {
			Workbench workbench = workbench(shadow);
			Product product = workbench.product();
			Schema wanted = entitiesWant.schema();
			Schema changelog = workbench.replay();
			Schema current = (against == Against.CHANGELOG) ? changelog : live(workbench, changelog, wanted);
			NamedEnums enums = new NamedEnums(workbench.labels(), entitiesWant.types());
			Renaming renaming = new Renaming(current, wanted, product);
			renaming.make(enums.make(answers.renames()));
			renaming.ask(answers.interview());
			enums.ask(answers.interview());
			KnownFills fills = new KnownFills(answers.fills(), answers.interview(),
					workbench.emptyValues(entitiesWant));
			List<Difference> differences = new ArrayList<>(workbench.missing(entitiesWant.types()));
			differences.addAll(enums.operations());
			differences.addAll(enums.labels().added());
			differences.addAll(renaming.operations());
			differences.addAll(Comparer.compare(renaming.current(), wanted, product, fills));
			differences.addAll(enums.labels().remade(renaming.current(), wanted, fills));
			fills.requireAllUsed();
			return comparison(workbench, differences, changelog, current, wanted, entitiesWant.types())
				.withWarnings(entitiesWant.problems());
		}
	}

	/**
	 * Find what somebody has changed by hand: what makes the database at hand of the
	 * schema the changelog gives.
	 * @return what the changelog does not know
	 */
	public Comparison drift() {
		return redacted(this::drifted);
	}

	private Comparison drifted() {
		requireUpToDate();
		try (Shadow shadow = this.shadows.open()) {
			Workbench workbench = workbench(shadow);
			Product product = workbench.product();
			Schema changelog = workbench.replay();
			Schema live = workbench.read(this.migrations.dataSource());
			List<Difference> differences = new ArrayList<>(Comparer.strictly(changelog, live, product));
			// What goes may hold on to a table, what comes may need one.
			Baseline
				.drift(new BaselineParts(product, changelog, workbench.definitions()),
						new BaselineParts(product, live, workbench.definitions(this.migrations.dataSource())), product)
				.forEach((difference) -> differences
					.add((difference instanceof Difference.DropDefinition) ? 0 : differences.size(), difference));
			return comparison(workbench, differences, changelog, changelog, live, List.of());
		}
	}

	/**
	 * Find what a first revision has to make, for a database that has no history yet.
	 * @return what makes the database at hand of an empty one
	 */
	public Comparison baseline() {
		return redacted(() -> {
			requireNoHistory();
			return ofDatabase().write();
		});
	}

	/**
	 * Write the file of a baseline and count it as applied, once it is proved that it
	 * makes the schema that is there. Otherwise nothing is written.
	 * @param file the first revision, not written yet
	 */
	public void adopt(RevisionFile file) {
		redacted(() -> adopted(file));
	}

	private RevisionFile adopted(RevisionFile file) {
		requireNoHistory();
		ofDatabase().verify(file);
		file.write();
		Path path = file.path().toAbsolutePath();
		try {
			this.migrations.reading(path.getFileName().toString(), new DirectoryResourceAccessor(path.getParent()))
				.stamp(Target.HEAD, ProgressListener.SILENT);
		}
		catch (MigrationException | FileNotFoundException ex) {
			String problem = (ex instanceof MigrationException known) ? known.problem()
					: String.valueOf(ex.getMessage());
			throw new AutogenerateException(
					path + " is written and right, but cannot be counted as applied: " + problem,
					"See to that, then run --migrate=stamp:" + file.revision()
							+ " with an application that has the file in its changelog.",
					ex);
		}
		return file;
	}

	/** What a driver says may repeat the URL it was given. */
	private <T> T redacted(Supplier<T> work) {
		try {
			return work.get();
		}
		catch (MigrationException ex) {
			throw this.migrations.redact(ex);
		}
	}

	private Baseline ofDatabase() {
		return new Baseline(this.migrations.dataSource(), this.shadows, this::workbench);
	}

	private void requireNoHistory() {
		MigrationStatus status = this.migrations.status();
		requireThere(status, "Correct spring.datasource.url: a baseline is of a database that is there.");
		if (status.current() != null) {
			throw new AutogenerateException(
					"The database has a history already: " + status.history().size() + " revision(s) are applied.",
					"A baseline is the beginning. Go on with --migrate=create or --migrate=check.", null);
		}
		if (!status.pending().isEmpty()) {
			throw new AutogenerateException(
					"The changelog has " + status.pending().size()
							+ " revision(s) already, none of which is applied to the database.",
					"A baseline is the beginning. If the database has all they make, count them as applied with "
							+ "--migrate=stamp:head; otherwise take them out of the changelog.",
					null);
		}
	}

	private Workbench workbench(Shadow shadow) {
		return new Workbench(this.migrations, this.filter, shadow.dataSource(), SupportedProducts::of);
	}

	/** Of the tables the changelog has not made, only those an entity is mapped to. */
	private Schema live(Workbench workbench, Schema changelog, Schema wanted) {
		Product product = workbench.product();
		Schema live = TableFilter.keep(workbench.read(this.migrations.dataSource()),
				(name) -> contains(changelog, product, name) || contains(wanted, product, name));
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

	private static Comparison comparison(Workbench workbench, List<Difference> differences, Schema tried,
			Schema current, Schema wanted, List<NamedType> types) {
		Product product = workbench.product();
		List<Rename> candidates = RenameCandidates.columns(differences, product);
		candidates.addAll(RenameCandidates.tables(differences, product));
		RevisionSteps steps = new RevisionSteps(differences, candidates, wanted, workbench.product());
		if (differences.isEmpty()) {
			return new Comparison(differences, steps, TrialResult.NOTHING);
		}
		TrialResult trial = RevisionTrial.of(workbench, steps, tried, wanted, types);
		boolean drifted = tried != current && !Comparer.strictly(tried, current, product).isEmpty();
		return new Comparison(differences, steps, drifted ? trial.elsewhere() : trial);
	}

	private void requireUpToDate() {
		MigrationStatus status = this.migrations.status();
		if (!status.pending().isEmpty()) {
			throw new AutogenerateException("Target database is not up to date.", status.pending().size()
					+ " revision(s) are pending: run --migrate=upgrade, or leave " + "--migrate.against=database out.",
					null);
		}
		requireThere(status, "Correct spring.datasource.url, or run --migrate=upgrade first.");
	}

	/** To look into a file that is not there would be to make it. */
	private static void requireThere(MigrationStatus status, String wayOut) {
		if (status.database().note() != null) {
			throw new AutogenerateException(
					"The database " + status.database().url() + " " + status.database().note() + ".", wayOut, null);
		}
	}

}
