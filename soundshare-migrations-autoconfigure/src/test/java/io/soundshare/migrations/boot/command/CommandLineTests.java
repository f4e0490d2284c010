package io.soundshare.migrations.boot.command;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What arguments mean, and which are refused.
 */
class CommandLineTests {

	@ParameterizedTest
	@ValueSource(strings = { "--migrate=current", "--migrate", "--migrate=", "--migrate.sql", "--migrate.nonsense=1",
			"-migrate=current", "--migrate:current" })
	void isForUsWhateverLooksLikeOurs(String argument) {
		assertThat(CommandLineParser.isPresent(args("--server.port=0", argument))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--spring.liquibase.enabled=true", "--migrateUsers=true", "--app.migrate=current",
			"migrate=current", "migrate", "", "--", "--migration=x", "--soundshare.migrations.startup=none" })
	void isNotForUsWhateverIsTheApplications(String argument) {
		assertThat(CommandLineParser.isPresent(args(argument))).isFalse();
	}

	@Test
	void isNotForUsWhatIsSetAsASystemProperty() {
		System.setProperty("migrate", "upgrade");
		try {
			assertThat(CommandLineParser.isPresent(args("--server.port=0"))).isFalse();
		}
		finally {
			System.clearProperty("migrate");
		}
	}

	@ParameterizedTest
	@EnumSource
	void readsEachCommandFromItsOwnExample(MigrateCommand command) {
		CommandLine commandLine = parse(command.example().replace("\"", "").split(" (?=--)"));
		assertThat(commandLine.invocations()).singleElement().extracting(Invocation::command).isEqualTo(command);
	}

	@ParameterizedTest
	@CsvSource({ "upgrade, UPGRADE, ''", "upgrade:+1, UPGRADE, +1", "downgrade:tag:v1, DOWNGRADE, tag:v1",
			"show:a/b.yaml::1::anna, SHOW, a/b.yaml::1::anna", "stamp: head , STAMP, head",
			"create:Fix: a = b, CREATE, Fix: a = b", "create:--migrate.sql, CREATE, --migrate.sql" })
	void whatFollowsTheFirstColonIsTheArgument(String text, MigrateCommand command, String argument) {
		assertThat(parse("--migrate=" + text).invocations()).containsExactly(new Invocation(command, argument));
	}

	@Test
	void commandsKeepTheirOrder() {
		assertThat(parse("--migrate=downgrade:-1", "--server.port=0", "--migrate=upgrade", "--migrate=downgrade:-1")
			.invocations()).extracting(Invocation::toString)
			.containsExactly(new Invocation(MigrateCommand.DOWNGRADE, "-1").toString(),
					new Invocation(MigrateCommand.UPGRADE, "").toString(),
					new Invocation(MigrateCommand.DOWNGRADE, "-1").toString());
	}

	@ParameterizedTest
	@CsvSource({ "upgrade, sql, SQL, true", "upgrade, sql=true, SQL, true", "status, output=json, OUTPUT, json",
			"status, output=text, OUTPUT, text", "reset, yes, YES, true", "status, strict, STRICT, true",
			"create:x, empty, EMPTY, true", "create:x, format=xml, FORMAT, xml", "create:x, format=sql, FORMAT, sql",
			"create:x, directory=a b/ü, DIRECTORY, a b/ü", "current, database=users, DATABASE, users",
			"help, verbose, VERBOSE, true", "check, sql, SQL, true", "check, against=database, AGAINST, database",
			"create:x, rename=songs.title:name, RENAME, songs.title:name", "create:x, rename=a.b.c:d, RENAME, a.b.c:d",
			"create:x, fill=songs.length:now() - '1:2', FILL, songs.length:now() - '1:2'",
			"create:x, include=song*, INCLUDE, song*", "baseline, exclude=qrtz_?, EXCLUDE, qrtz_?",
			"baseline:Begin here, format=xml, FORMAT, xml" })
	void readsEachOption(String command, String option, MigrateOption key, String value) {
		CommandLine commandLine = parse("--migrate=" + command, "--migrate." + option);
		assertThat(commandLine.options()).isEqualTo(Map.of(key, List.of(value)));
		assertThat(commandLine.has(key)).isTrue();
		assertThat(commandLine.get(key)).isEqualTo(value);
	}

	@Test
	void aFlagThatIsFalseIsNotSet() {
		assertThat(parse("--migrate=reset", "--migrate.yes=false").has(MigrateOption.YES)).isFalse();
	}

	@Test
	void anOptionGivenTwiceAlikeIsGivenOnce() {
		assertThat(parse("--migrate=status", "--migrate.output=json", "--migrate.output=json").isJson()).isTrue();
	}

	@Test
	void anOptionMayBeAListAndMayBeRepeated() {
		CommandLine commandLine = parse("--migrate=create:x", "--migrate.rename=songs.title:name, albums.title:name",
				"--migrate.rename=songs:tracks", "--migrate.exclude=qrtz_*,spring_session*", "--migrate.exclude=x");
		assertThat(commandLine.all(MigrateOption.RENAME)).containsExactly("songs.title:name", "albums.title:name",
				"songs:tracks");
		assertThat(commandLine.all(MigrateOption.EXCLUDE)).containsExactly("qrtz_*", "spring_session*", "x");
		assertThat(commandLine.all(MigrateOption.INCLUDE)).isEmpty();
	}

	@Test
	void aValueForRowsMayHaveCommas() {
		assertThat(parse("--migrate=create:x", "--migrate.fill=songs.key:coalesce(title, 'a:b')",
				"--migrate.fill=songs.plays:0")
			.all(MigrateOption.FILL)).containsExactly("songs.key:coalesce(title, 'a:b')", "songs.plays:0");
	}

	@Test
	void anOptionHoldsForEachCommandThatTakesIt() {
		assertThat(parse("--migrate=status", "--migrate=upgrade", "--migrate.strict").has(MigrateOption.STRICT))
			.isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "json" })
	void isJsonWhenItSaysSo(String output) {
		assertThat(parse("--migrate=status", "--migrate.output=" + output).isJson()).isEqualTo("json".equals(output));
	}

	@Test
	void needsNothingStartedForHelpAlone() {
		assertThat(parse("--migrate=help", "--migrate=help").isHelpOnly()).isTrue();
		assertThat(parse("--migrate=help", "--migrate=current").isHelpOnly()).isFalse();
	}

	@Test
	void leavesTheApplicationsArgumentsAlone() {
		assertThat(parse("--migrate=current", "--spring.datasource.url=jdbc:sqlite:x.db", "--debug").options())
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = {
			"--migrate ; A command is missing: --migrate=COMMAND. ; See --migrate=help.",
			"--migrate= ; A command is missing: --migrate=COMMAND. ; See --migrate=help.",
			"--migrate=:x ; A command is missing: --migrate=COMMAND. ; See --migrate=help.",
			"--migrate.sql ; A command is missing: --migrate=COMMAND. ; See --migrate=help.",
			"--migrate=upgarde ; There is no command 'upgarde'. ; Did you mean --migrate=upgrade? See --migrate=help.",
			"--migrate=Status ; There is no command 'Status'. ; Did you mean --migrate=status? See --migrate=help.",
			"--migrate=hist ; There is no command 'hist'. ; Did you mean --migrate=history? See --migrate=help.",
			"--migrate=frobnicate ; There is no command 'frobnicate'. ; See --migrate=help.",
			"--migrate=downgrade ; 'downgrade' needs an argument: --migrate=downgrade:TARGET. ; For example: --migrate=downgrade:-1",
			"--migrate=stamp: ; 'stamp' needs an argument: --migrate=stamp:TARGET. ; For example: --migrate=stamp:head",
			"--migrate=show ; 'show' needs an argument: --migrate=show:REV. ; For example: --migrate=show:3f2a",
			"--migrate=create ; 'create' needs an argument: --migrate=create:MESSAGE. ; For example: --migrate=create:\"Add play_count to songs\"",
			"--migrate=current:head ; 'current' takes no argument, and was given 'head'. ; Give --migrate=current.",
			"--migrate=reset:base ; 'reset' takes no argument, and was given 'base'. ; Give --migrate=reset.",
			"--migrate=upgrade: ; 'upgrade:' has nothing after its colon. ; Give a target, or leave the colon out: --migrate=upgrade.",
			"--migrate=baseline: ; 'baseline:' has nothing after its colon. ; Give a message, or leave the colon out: --migrate=baseline.",
			"--migrate=check:songs ; 'check' takes no argument, and was given 'songs'. ; Give --migrate=check.",
			"-migrate=upgrade ; '-migrate=upgrade' is no option. ; An option begins with two dashes, and stands before a lone '--'. See --migrate=help." })
	void refusesAWrongCommand(String argument, String problem, String wayOut) {
		assertRefused(problem, wayOut, argument);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = {
			"upgrade ; --migrate.sqll ; There is no option --migrate.sqll. ; Did you mean --migrate.sql? See --migrate=help.",
			"upgrade ; --migrate.frobnicate=1 ; There is no option --migrate.frobnicate. ; See --migrate=help.",
			"upgrade ; --migrate-sql ; There is no option --migrate-sql. ; Did you mean --migrate.sql? See --migrate=help.",
			"upgrade ; --migrate_output=json ; There is no option --migrate_output. ; Did you mean --migrate.output? See --migrate=help.",
			"upgrade ; --sql ; There is no option --sql. ; Did you mean --migrate.sql? See --migrate=help.",
			"current ; --migrate:upgrade ; There is no option --migrate:upgrade. ; Did you mean --migrate=upgrade? See --migrate=help.",
			"current ; --migrate.sql ; --migrate.sql means nothing to current. ; Leave it out. See --migrate=help.",
			"upgrade ; --migrate.yes ; --migrate.yes means nothing to upgrade. ; Leave it out. See --migrate=help.",
			"help ; --migrate.output=json ; --migrate.output means nothing to help. ; Leave it out. See --migrate=help.",
			"status ; --migrate.output=xml ; --migrate.output=xml has no such value. ; Give --migrate.output=text|json.",
			"status ; --migrate.output ; --migrate.output= has no such value. ; Give --migrate.output=text|json.",
			"create:x ; --migrate.format=toml ; --migrate.format=toml has no such value. ; Give --migrate.format=yaml|xml|json|sql.",
			"create:x ; --migrate.directory= ; --migrate.directory= has no such value. ; Give --migrate.directory=DIR.",
			"create:x ; --migrate.rename=songs ; --migrate.rename=songs has no such value. ; Give --migrate.rename=OLD:NEW.",
			"create:x ; --migrate.rename=a:b,c: ; --migrate.rename=a:b,c: has no such value. ; Give --migrate.rename=OLD:NEW.",
			"create:x ; --migrate.fill ; --migrate.fill= has no such value. ; Give --migrate.fill=COLUMN:SQL.",
			"create:x ; --migrate.exclude=a,,b ; --migrate.exclude=a,,b has no such value. ; Give --migrate.exclude=PATTERNS.",
			"check ; --migrate.against=entities ; --migrate.against=entities has no such value. ; Give --migrate.against=changelog|database.",
			"check ; --migrate.rename=a:b ; --migrate.rename means nothing to check. ; Leave it out. See --migrate=help.",
			"baseline ; --migrate.empty ; --migrate.empty means nothing to baseline. ; Leave it out. See --migrate=help.",
			"reset ; --migrate.yes=maybe ; --migrate.yes=maybe has no such value. ; Give --migrate.yes or leave it out." })
	void refusesAWrongOption(String command, String option, String problem, String wayOut) {
		assertRefused(problem, wayOut, "--migrate=" + command, option);
	}

	@Test
	void refusesContradictions() {
		assertRefused(
				"--migrate.sql and --migrate.yes contradict each other: the one changes nothing, "
						+ "the other confirms a change.",
				"Give one of them.", "--migrate=reset", "--migrate.sql", "--migrate.yes");
		assertRefused("--migrate.output is given as json and as text.", "Give it once.", "--migrate=status",
				"--migrate.output=json", "--migrate.output=text");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rename=songs:tracks", "fill=songs.plays:0", "against=database", "include=songs",
			"exclude=songs" })
	void refusesATemplateOfWhatIsGenerated(String option) {
		assertRefused(
				"--migrate.empty and --migrate." + option.replaceFirst("=.*", "")
						+ " contradict each other: the one is for a template, the other for what is generated.",
				"Give one of them.", "--migrate=create:x", "--migrate.empty", "--migrate." + option);
	}

	@Test
	void aTemplateMayGoWithACommandThatComparesToo() {
		assertThat(parse("--migrate=create:x", "--migrate=check", "--migrate.empty", "--migrate.against=database")
			.options()).hasSize(2);
	}

	@Test
	void refusesStrayArguments() {
		assertRefused("'-1' is no option.", "An argument of a command follows a colon: --migrate=upgrade:-1",
				"--migrate=upgrade", "-1");
		assertRefused("'please' is no option.", "See --migrate=help.", "--migrate=upgrade:head", "please");
		assertRefused("'please' is no option.", "See --migrate=help.", "--migrate=current", "please");
		assertRefused("A command is missing: --migrate=COMMAND.", "Did you mean --migrate=current? See --migrate=help.",
				"--migrate", "current");
	}

	@Test
	void refusesWhatComesAfterALoneDoubleDash() {
		assertThat(CommandLineParser.isPresent(args("--", "--migrate=current"))).isTrue();
		assertRefused("'--migrate=current' is no option.",
				"An option begins with two dashes, and stands before a lone '--'. See --migrate=help.", "--",
				"--migrate=current");
	}

	@Test
	void refusesWhatTheTerminalCouldNotEncode() {
		assertRefused("'create' was given an argument this terminal's encoding has no characters for.",
				"Set a UTF-8 locale, for example LC_ALL=C.UTF-8, and try again.", "--migrate=create:\uFFFD\uFFFDber");
	}

	private static void assertRefused(String problem, String wayOut, String... args) {
		UsageException refused = catchThrowableOfType(UsageException.class, () -> parse(args));
		assertThat(refused).as(List.of(args).toString()).isNotNull();
		assertThat(refused.problem()).isEqualTo(problem);
		assertThat(refused.wayOut()).isEqualTo(wayOut);
	}

	private static CommandLine parse(String... args) {
		return CommandLineParser.parse(args);
	}

	private static String[] args(String... args) {
		return args;
	}

}
