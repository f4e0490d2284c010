package io.soundshare.migrations.boot.command;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.autogenerate.Against;
import io.soundshare.migrations.autogenerate.Autogenerate;
import io.soundshare.migrations.autogenerate.answer.Answers;
import io.soundshare.migrations.autogenerate.answer.Interview;
import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.boot.MigrationsProperties;
import io.soundshare.migrations.boot.MigratorRegistry;
import io.soundshare.migrations.boot.autogenerate.ApplicationEntities;
import io.soundshare.migrations.boot.autogenerate.ApplicationShadows;
import io.soundshare.migrations.boot.command.CommandRunner.Output;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.file.RevisionFile;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * The commands that compare entities, changelog and database. Loaded only where the jar
 * that compares them is.
 */
final class AutogenerateCommands {

	private final CommandLine commandLine;

	private final @Nullable Class<?> mainClass;

	private final BeanFactory beanFactory;

	private final String database;

	private final Migrations migrations;

	AutogenerateCommands(CommandLine commandLine, @Nullable Class<?> mainClass, BeanFactory beanFactory,
			String database, Migrations migrations) {
		this.commandLine = commandLine;
		this.mainClass = mainClass;
		this.beanFactory = beanFactory;
		this.database = database;
		this.migrations = migrations;
	}

	/** Write what the entities want and the changelog lacks as a revision. */
	Output create(String message) {
		RevisionPlace place = place();
		Comparison missing = autogenerate().entities(entities(), against(),
				new Answers(this.commandLine.all(MigrateOption.RENAME), this.commandLine.all(MigrateOption.FILL),
						this.commandLine.isJson() ? Interview.NOBODY : TerminalInterview.ofThisProcess()));
		if (missing.isEmpty()) {
			return new Output("The entities and the " + ((against() == Against.DATABASE) ? "database" : "changelog")
					+ " agree: nothing to create." + warnings(missing), created(null, missing), ExitCode.DONE);
		}
		RevisionFile file = revision(place, message, missing);
		file.write();
		if (missing.problem() != null) {
			throw rejected(file, missing.problem());
		}
		return new Output(
				"Created " + RevisionPlace.display(file) + "\n" + text(missing)
						+ "\nReview it, build, then apply it with --migrate=upgrade.",
				created(file, missing), ExitCode.DONE);
	}

	private static AutogenerateException rejected(RevisionFile file, String problem) {
		return new AutogenerateException(
				"The revision does not work, so it is no part of the changelog. Nothing of your database was touched. "
						+ "When it was tried out, " + problem,
				"It is beside the others as " + RevisionPlace.display(file) + ". Mend it and take "
						+ RevisionFile.REJECTED
						+ " off its name, or delete it, change the entities and create it again.",
				null);
	}

	/** Find out whether there is anything to create, or anything done by hand. */
	Output check() {
		boolean drift = against() == Against.DATABASE;
		Comparison difference = drift ? autogenerate().drift()
				: autogenerate().entities(entities(), Against.CHANGELOG, Answers.NONE);
		ExitCode code = difference.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT;
		return new Output(this.commandLine.has(MigrateOption.SQL) ? sql(difference, drift) : text(difference, drift),
				checked(difference, drift), code);
	}

	/** Write the first revision of a database that has none, and count it as applied. */
	Output baseline(String message) {
		RevisionPlace place = place();
		Autogenerate autogenerate = autogenerate();
		Comparison everything = autogenerate.baseline();
		if (everything.isEmpty()) {
			return new Output("The database has no tables: nothing to create.", created(null, everything),
					ExitCode.DONE);
		}
		RevisionFile file = revision(place, message.isEmpty() ? "Baseline" : message, everything);
		autogenerate.adopt(file);
		return new Output(
				"Created " + RevisionPlace.display(file) + "\n" + text(everything)
						+ "\nReplaying it gives the same schema. It counts as applied.",
				created(file, everything), ExitCode.DONE);
	}

	private RevisionPlace place() {
		return RevisionPlace.find(this.commandLine, this.migrations, this.mainClass);
	}

	private static RevisionFile revision(RevisionPlace place, String message, Comparison comparison) {
		return comparison.revision(message, place.author(), place.format(), place.folder().directory(),
				place.folder().logicalDirectory(), Clock.systemUTC());
	}

	private Against against() {
		return "database".equals(this.commandLine.get(MigrateOption.AGAINST)) ? Against.DATABASE : Against.CHANGELOG;
	}

	private Autogenerate autogenerate() {
		MigrationsProperties settings = this.beanFactory.getBean(MigrationsProperties.class);
		return Autogenerate.of(this.migrations, ApplicationShadows.of(dataSource(), settings.shadow()),
				both(settings.autogenerate().include(), MigrateOption.INCLUDE),
				both(settings.autogenerate().exclude(), MigrateOption.EXCLUDE));
	}

	private DataSource dataSource() {
		return MigrationsInternals.of(this.migrations).dataSource();
	}

	private List<String> both(List<String> setting, MigrateOption option) {
		return Stream.concat(setting.stream(), this.commandLine.all(option).stream()).toList();
	}

	private EntityModel entities() {
		OptionalJars.requireJpa();
		return new ApplicationEntities((DefaultListableBeanFactory) this.beanFactory, this.database, dataSource(),
				this.beanFactory.getBean(MigratorRegistry.class).names().size() == 1);
	}

	private static Map<String, @Nullable Object> created(@Nullable RevisionFile file, Comparison comparison) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("revision", (file != null) ? file.revision() : null);
		document.put("path", (file != null) ? file.path().toString() : null);
		document.put("differences", comparison.documents());
		document.put("problem", null);
		document.put("warnings", comparison.warnings());
		return document;
	}

	private static Map<String, @Nullable Object> checked(Comparison comparison, boolean drift) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("agree", comparison.isEmpty());
		document.put("differences", drift ? found(comparison) : comparison.documents());
		document.put("sql", comparison.sql());
		document.put("problem", drift ? null : comparison.problem());
		document.put("warnings", comparison.warnings());
		return document;
	}

	/** What is known of a revision is no news of what somebody did by hand. */
	private static List<Map<String, @Nullable Object>> found(Comparison comparison) {
		return comparison.documents().stream().map((document) -> {
			Map<String, @Nullable Object> found = new LinkedHashMap<>(document);
			found.put("notes", List.of());
			return found;
		}).toList();
	}

	private static String sql(Comparison comparison, boolean drift) {
		if (comparison.isEmpty()) {
			return "-- Nothing to do";
		}
		Stream<String> problem = Stream.ofNullable(drift ? null : comparison.problem())
			.flatMap((text) -> ("REVIEW: when it was tried out: " + text).lines())
			.map((line) -> "-- " + line);
		return Stream.concat(problem, comparison.sql().stream().map((statement) -> statement + ";"))
			.collect(Collectors.joining("\n"));
	}

	private static String text(Comparison comparison, boolean drift) {
		if (comparison.isEmpty()) {
			return "The " + (drift ? "database" : "entities") + " and the changelog agree." + warnings(comparison);
		}
		if (drift) {
			return found(comparison).stream()
				.map((difference) -> "\n  " + difference.get("description"))
				.collect(Collectors.joining("", "The database differs from the changelog:",
						"\nBring it into the changelog, or undo it."));
		}
		return "The changelog lacks what the entities want:\n" + text(comparison)
				+ "\nWrite it as a revision with --migrate=create:MESSAGE.";
	}

	private static String warnings(Comparison comparison) {
		return comparison.warnings().stream().map((warning) -> "\nREVIEW: " + warning).collect(Collectors.joining());
	}

	private static String text(Comparison comparison) {
		String text = comparison.text().lines().map((line) -> "  " + line).collect(Collectors.joining("\n"));
		return text + warnings(comparison)
				+ ((comparison.problem() != null) ? "\nREVIEW: when it was tried out: " + comparison.problem() : "");
	}

}
