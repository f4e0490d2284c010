package io.soundshare.migrations.autogenerate.comparison;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.Rename;
import io.soundshare.migrations.autogenerate.diff.RenameCandidates;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Definition;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.render.DifferenceText;
import io.soundshare.migrations.autogenerate.render.RevisionSteps;
import io.soundshare.migrations.file.RevisionContent;
import io.soundshare.migrations.file.RevisionFile;
import io.soundshare.migrations.file.RevisionFileFormat;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Differences that make one schema of another, tried out.
 */
public final class Comparison {

	private static final String HEADER = "Generated from the %s. Review it before you commit it, above all what says REVIEW.";

	private final List<Difference> differences;

	private final RevisionSteps steps;

	private final TrialResult trial;

	private final String origin;

	private final List<String> warnings;

	private Comparison(List<Difference> differences, RevisionSteps steps, TrialResult trial) {
		this(differences, steps, trial, "entities");
	}

	/**
	 * Make a comparison.
	 * @param origin what the revision is generated from
	 */
	public Comparison(List<Difference> differences, RevisionSteps steps, TrialResult trial, String origin) {
		this(differences, steps, trial, origin, List.of());
	}

	private Comparison(List<Difference> differences, RevisionSteps steps, TrialResult trial, String origin,
			List<String> warnings) {
		this.differences = List.copyOf(differences);
		this.steps = steps;
		this.trial = trial;
		this.origin = origin;
		this.warnings = List.copyOf(warnings);
	}

	/**
	 * Make a comparison, and try its revision out.
	 * @param session where the changelog was replayed
	 * @param differences what makes one schema of the other
	 * @param tried the schema that is there
	 * @param current the schema that is compared, which may be another one
	 * @param expected the schema that is to come
	 * @param types the named types it needs
	 */
	public static Comparison tried(ShadowSession session, List<Difference> differences, Schema tried, Schema current,
			Schema expected, List<NamedType> types) {
		SupportedProduct product = session.product();
		List<Rename> candidates = RenameCandidates.columns(differences, product);
		candidates.addAll(RenameCandidates.tables(differences, product));
		RevisionSteps steps = new RevisionSteps(differences, candidates, expected, product, session::name);
		if (differences.isEmpty()) {
			return new Comparison(differences, steps, TrialResult.NOTHING);
		}
		TrialResult trial = RevisionTrial.of(session, steps, tried, expected, types);
		boolean drifted = tried != current && !Comparer.strictly(tried, current, product).isEmpty();
		return new Comparison(differences, steps, drifted ? trial.elsewhere(session::name) : trial);
	}

	public Comparison withWarnings(List<String> warnings) {
		return new Comparison(this.differences, this.steps, this.trial, this.origin, warnings);
	}

	/**
	 * Return what the entities want that cannot be had, and is left out, and what the
	 * revision cannot do where tables have rows.
	 * @return a sentence each, with the way out
	 */
	public List<String> warnings() {
		return Stream.concat(this.warnings.stream(), this.trial.withRows().stream()).toList();
	}

	/**
	 * Return whether there is nothing to do.
	 * @return whether both are the same
	 */
	public boolean isEmpty() {
		return this.differences.isEmpty();
	}

	/**
	 * Return the differences.
	 * @return the differences in the order in which they are mended
	 */
	public List<Difference> differences() {
		return this.differences;
	}

	/**
	 * Return what went wrong when the revision was tried out, up and down, in a shadow
	 * database.
	 * @return one or more lines for people, {@code null} if nothing did
	 */
	public @Nullable String problem() {
		return this.trial.problem();
	}

	/**
	 * Return the differences as a person reads them, each with what is to be known of it.
	 * @return one or more lines a difference
	 */
	public String text() {
		return this.differences.stream()
			.map((difference) -> DifferenceText.of(difference) + this.steps.notes(difference)
				.stream()
				.map((note) -> "\n    " + note)
				.collect(Collectors.joining()))
			.collect(Collectors.joining("\n"));
	}

	/**
	 * Return the SQL that mends the differences in the database at hand.
	 * @return the statements, without a semicolon at the end; empty if they could not be
	 * tried out
	 */
	public List<String> sql() {
		return this.trial.upgradeSql();
	}

	/**
	 * Return the differences as JSON knows them.
	 * @return an object a difference
	 */
	public List<Map<String, @Nullable Object>> documents() {
		return this.differences.stream().map(this::document).toList();
	}

	private Map<String, @Nullable Object> document(Difference difference) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("kind",
				difference.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
		document.put("subject", difference.subject().toString());
		document.put("description", DifferenceText.of(difference));
		document.put("destructive", difference.destructive());
		document.put("notes", this.steps.notes(difference));
		return document;
	}

	/**
	 * Make the revision that mends the differences, and undoes that again. One that has a
	 * {@link #problem()} goes where no changelog picks it up: it would stop the next
	 * start.
	 * @param message what the revision is for, in one line
	 * @param author who writes it
	 * @param format the format of the file
	 * @param directory the folder of the revision files
	 * @param logicalDirectory what that folder is called inside the application
	 * @param clock tells the time of the revision
	 * @return the file, not written yet
	 */
	public RevisionFile revision(String message, String author, RevisionFileFormat format, Path directory,
			String logicalDirectory, Clock clock) {
		RevisionFile file = RevisionFile.of(message, author, format, directory, logicalDirectory, clock,
				content(format));
		return (problem() != null) ? file.rejected() : file;
	}

	private RevisionContent content(RevisionFileFormat format) {
		String problem = problem();
		String warned = warnings().stream().map((warning) -> "\nREVIEW: " + warning).collect(Collectors.joining());
		String header = HEADER.formatted(this.origin) + warned;
		String note = (problem != null) ? header + "\nREVIEW: when it was tried out: " + problem : header;
		if (format != RevisionFileFormat.SQL) {
			return this.steps.content(note, format);
		}
		requireSql();
		return this.trial.content(note + this.differences.stream()
			.flatMap((difference) -> this.steps.notes(difference).stream())
			.map((line) -> "\n" + line)
			.collect(Collectors.joining()), this.steps);
	}

	/** Liquibase cuts formatted SQL at every semicolon, also at those of a function. */
	private void requireSql() {
		for (Difference difference : this.differences) {
			if (difference instanceof Difference.CreateDefinition create
					&& create.definition().kind() == Definition.Kind.FUNCTION) {
				throw new AutogenerateException("Formatted SQL cannot hold the " + create.definition() + ".",
						Wording.format("Take another format: %s.", Kind.FORMAT.of("yaml")), null);
			}
		}
	}

}
