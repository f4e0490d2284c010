package io.soundshare.migrations.engine.fingerprint;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.fingerprint.ResourceProbe.Found;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside the database that decides whether there is something to do.
 *
 * @param settings the settings of the application, by their names
 * @param schema the schema that a setting names for the history; {@code null} for where
 * the connection is
 * @param journal the name of the journal's table
 * @param classLoader where classes and resources are
 * @param resources finds resources
 */
public record FingerprintSource(Map<String, String> settings, @Nullable String schema, String journal,
		ClassLoader classLoader, ResourceProbe resources) {

	/** Grows when an older build's fingerprint is not to be believed any more. */
	private static final String FORMAT = "1";

	/** The settings of Liquibase that do not have its name. */
	private static final List<String> ALIASES = List.of("should.run", "should_run", "should-run", "shouldRun",
			"enableEscaping", "enable-escaping");

	/** What tells Liquibase's version, and what extends it. */
	private static final List<ResourceQuestion> LIQUIBASE = Stream
		.of("liquibase.build.properties", "META-INF/services/liquibase.parser.ChangeLogParser",
				"META-INF/services/liquibase.change.Change", "META-INF/services/liquibase.database.Database",
				"META-INF/services/liquibase.changelog.ChangeLogHistoryService")
		.map((path) -> new ResourceQuestion(ResourceQuestion.Kind.PATH, path))
		.toList();

	private static final Pattern JAR = Pattern.compile("([^/!]+\\.jar)/?!/[^!]*$");

	/** Names that no database, and not Liquibase, quotes or changes more than another. */
	private static final Pattern PLAIN = Pattern.compile("[A-Z_][A-Z0-9_]*|[a-z_][a-z0-9_]*");

	public FingerprintSource {
		settings = Map.copyOf(settings);
	}

	/** The name of the table that fingerprints are kept in. */
	public static String table(String journal) {
		return journal + (journal.equals(journal.toLowerCase(Locale.ROOT)) ? "_state" : "_STATE");
	}

	/**
	 * Find the table for a connection that nothing else is known of.
	 * @return its name as SQL has it; {@code null} if that takes Liquibase
	 */
	@Nullable String table(Connection connection) throws SQLException {
		String table = table(this.journal);
		if (!PLAIN.matcher(table).matches() || (this.schema != null && !PLAIN.matcher(this.schema).matches())) {
			return null;
		}
		if (this.schema != null) {
			return this.schema + "." + table;
		}
		// Elsewhere in a search path it would be another one's.
		String current = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? connection.getSchema()
				: null;
		return (current != null) ? "\"" + current.replace("\"", "\"\"") + "\"." + table : table;
	}

	/**
	 * Digest the settings, the versions, and whatever else has a value for a parameter.
	 * @param parameters the names of the parameters the changelog has asked for
	 */
	public String settings(Connection connection, Collection<String> parameters) throws SQLException, IOException {
		Digest digest = new Digest().add(FORMAT).add(getClass().getPackage().getImplementationVersion());
		for (ResourceQuestion question : LIQUIBASE) {
			for (Found found : this.resources.find(question)) {
				Matcher jar = JAR.matcher(found.location());
				digest.add(found.content()).add(jar.find() ? jar.group(1) : null);
			}
		}
		new TreeMap<>(this.settings).forEach((name, value) -> digest.add(name).add(value));
		TreeSet<String> asked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		asked.addAll(parameters);
		asked.addAll(ALIASES);
		environment(asked, System.getProperties(), digest);
		environment(asked, System.getenv(), digest);
		DatabaseMetaData database = connection.getMetaData();
		for (String value : new String[] { database.getDatabaseProductName(), database.getDatabaseProductVersion(),
				connection.getCatalog(), connection.getSchema() }) {
			digest.add(value);
		}
		return digest.hex();
	}

	/** Liquibase compares names without regard to case. */
	private static void environment(TreeSet<String> asked, Map<?, ?> variables, Digest digest) {
		TreeMap<String, String> used = new TreeMap<>();
		variables.forEach((name, value) -> {
			String text = String.valueOf(name);
			if (asked.contains(text) || text.toLowerCase(Locale.ROOT).startsWith("liquibase")) {
				used.put(text, String.valueOf(value));
			}
		});
		used.forEach((name, value) -> digest.add(name).add(value));
		digest.add(String.valueOf(used.size()));
	}

	/**
	 * Find what there is for some questions now, and digest it. Where an application is
	 * installed makes no difference.
	 */
	public Resources resources(List<ResourceQuestion> questions) throws IOException {
		PackedJars jars = PackedJars.of(this.classLoader);
		Map<ResourceQuestion, List<Found>> answers = new HashMap<>();
		Digest digest = new Digest();
		boolean packed = jars != null && jars.areAll(this.classLoader);
		for (ResourceQuestion question : questions) {
			List<Found> found = this.resources.find(question);
			answers.put(question, found);
			digest.add(question.toString()).add(String.valueOf(found.size()));
			for (Found one : found) {
				digest.add(question.within(one.location())).add(one.content());
				packed &= jars != null && jars.hold(one.location());
			}
		}
		return new Resources(answers, digest.hex(), (packed && jars != null) ? jars.digest() : null);
	}

	/**
	 * Digest the jars that the application is.
	 * @return the digest; {@code null} if it is in others, too
	 */
	@Nullable String packed() throws IOException {
		PackedJars jars = PackedJars.of(this.classLoader);
		return (jars != null) ? jars.digest() : null;
	}

	/**
	 * The resources of a changelog.
	 *
	 * @param found what was found for each question
	 * @param digest the digest of that
	 * @param packed the digest of the jars they all are in; {@code null} if they are not
	 */
	public record Resources(Map<ResourceQuestion, List<Found>> found, String digest, @Nullable String packed) {

	}

}
