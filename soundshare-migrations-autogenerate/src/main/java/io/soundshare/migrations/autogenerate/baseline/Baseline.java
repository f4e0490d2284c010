package io.soundshare.migrations.autogenerate.baseline;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.comparison.ShadowSession;
import io.soundshare.migrations.autogenerate.comparison.ShadowSessions;
import io.soundshare.migrations.autogenerate.comparison.TrialResult;
import io.soundshare.migrations.autogenerate.database.Obstacle;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Definition;
import io.soundshare.migrations.autogenerate.model.Definition.Kind;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.render.RevisionSteps;
import io.soundshare.migrations.file.RevisionFile;
import io.soundshare.migrations.file.RevisionFileFormat;
import io.soundshare.migrations.model.Remedy;
import io.soundshare.migrations.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The first revision of a database that is there. It is made of ordinary changes as far
 * as they give the same schema; what they do not is made in the database's own words.
 */
public final class Baseline {

	private static final String ORIGIN = "database";

	private final DataSource database;

	private final ShadowSessions sessions;

	/**
	 * Make a first revision.
	 * @param database the database, which is read only
	 * @param sessions where the revision is tried out
	 */
	public Baseline(DataSource database, ShadowSessions sessions) {
		this.database = database;
		this.sessions = sessions;
	}

	/** Write it, and refuse if it is not to be had. */
	public Comparison write() {
		BaselineParts parts = null;
		while (true) {
			try (ShadowSession session = this.sessions.open()) {
				parts = (parts != null) ? parts : read(session);
				List<Difference> differences = parts.differences();
				RevisionSteps steps = new RevisionSteps(differences, List.of(), Schema.EMPTY, session.product(),
						session::name);
				if (differences.isEmpty()) {
					return new Comparison(differences, steps, TrialResult.NOTHING, ORIGIN);
				}
				BaselineTrial trial = BaselineTrial.of(session,
						RevisionFile.of("Trial", "trial", RevisionFileFormat.YAML, Path.of(""), "trial",
								Clock.systemUTC(), steps.content("", RevisionFileFormat.YAML)));
				if (!takesMore(parts, trial, session.product())) {
					refuse(trial, parts.schema(), parts.definitions(), session.product());
					return new Comparison(differences, steps, trial.result(), ORIGIN);
				}
			}
		}
	}

	/** See that a file gives the schema that is there. */
	public void verify(RevisionFile file) {
		try (ShadowSession session = this.sessions.open()) {
			refuse(BaselineTrial.of(session, file), session.read(this.database), session.definitions(this.database),
					session.product());
		}
	}

	private BaselineParts read(ShadowSession session) {
		List<Obstacle> obstacles = session.obstacles(this.database);
		if (!obstacles.isEmpty()) {
			throw new AutogenerateException("The database has what cannot be written as a revision:"
					+ lines(obstacles.stream().map(Obstacle::toString).toList()), byHand(), null);
		}
		return new BaselineParts(session.product(), session.read(this.database), session.definitions(this.database));
	}

	private static Wording byHand() {
		return Wording.format(
				"Write it as a file of formatted SQL yourself (pg_dump --schema-only prints what is there) and count it "
						+ "as applied with %s, or leave tables out with %s.",
				Remedy.Kind.STAMP.of("head"), Remedy.Kind.EXCLUDE.remedy());
	}

	/** Tell whether something else has to be made in the words of the database. */
	private static boolean takesMore(BaselineParts parts, BaselineTrial trial, Product product) {
		if (trial.result().problem() != null) {
			return parts.definitions()
				.stream()
				.filter((definition) -> definition.kind().isModelled())
				.map(parts::takeLiterally)
				.reduce(false, Boolean::logicalOr);
		}
		boolean more = false;
		for (Difference difference : trial.differences(parts.schema(), parts.definitions(), product)) {
			more |= takesMore(parts, difference, product);
		}
		return more;
	}

	private static boolean takesMore(BaselineParts parts, Difference difference, Product product) {
		Definition definition = definition(parts, difference, product);
		if (definition != null) {
			return parts.takeLiterally(definition);
		}
		return parts.takeTableLiterally(difference.subject());
	}

	private static @Nullable Definition definition(BaselineParts parts, Difference difference, Product product) {
		if (difference instanceof Difference.CreateDefinition create) {
			return create.definition();
		}
		if (difference instanceof Difference.ReplaceDefinition replace) {
			return replace.to();
		}
		return parts.definitions()
			.stream()
			.filter((each) -> (difference instanceof Difference.AddPart add && each.table() != null
					&& product.key(each.table()).equals(product.key(add.subject()))
					&& product.key(each.name().name()).equals(product.key(add.part().name())))
					|| (each.kind() == Kind.SEQUENCE
							&& product.key(each.name()).equals(product.key(difference.subject()))))
			.findFirst()
			.orElse(null);
	}

	private static void refuse(BaselineTrial trial, Schema live, List<Definition> definitions, Product product) {
		if (trial.result().problem() != null) {
			throw new AutogenerateException(
					"The revision cannot be carried out in an empty database, made to try it out: "
							+ trial.result().problem(),
					byHand(), null);
		}
		List<Difference> differences = trial.differences(live, definitions, product);
		if (!differences.isEmpty()) {
			throw new AutogenerateException(
					"Replaying the revision would not give the schema that is there. It would lack or differ in:"
							+ ShadowSession.lines(differences),
					byHand(), null);
		}
		if (!trial.left().isEmpty()) {
			throw new AutogenerateException(
					"The rollback of the revision would leave something behind. It would not undo:"
							+ ShadowSession.lines(trial.left().stream().map(Difference::inverse).toList()),
					byHand(), null);
		}
	}

	private static String lines(List<String> texts) {
		StringBuilder lines = new StringBuilder();
		texts.forEach((text) -> lines.append("\n  ").append(text));
		return lines.toString();
	}

}
