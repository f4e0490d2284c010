package io.soundshare.migrations.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.soundshare.migrations.model.DatabaseInfo;
import io.soundshare.migrations.model.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Texts that must never be shown, and how they are taken out of others: by value, since
 * drivers repeat what they were given in any form, and by the words around them, for what
 * nobody has told us.
 * <p>
 * A value is not looked for if that would spoil texts and hide nothing: fewer than four
 * characters, a word everybody guesses, or one the URL or the user's name shows anyway.
 * Behind a name such as {@code password=} it is hidden all the same.
 */
public final class Secrets {

	/**
	 * No values; words alone.
	 */
	public static final Secrets NONE = new Secrets(Set.of(), Set.of());

	private static final int SHORTEST = 4;

	private static final Set<String> GUESSED = Set.of("admin", "database", "default", "false", "guest", "liquibase",
			"mariadb", "mysql", "none", "null", "oracle", "password", "postgres", "postgresql", "public", "root",
			"sqlite", "test", "true", "user");

	private final Set<String> values;

	private final Set<String> shown;

	private final List<HiddenText> hidden;

	private Secrets(Set<String> values, Set<String> shown) {
		this.values = values;
		this.shown = shown;
		this.hidden = values.stream()
			.filter((value) -> !shown.contains(value.toLowerCase(Locale.ROOT)))
			.filter((value) -> !GUESSED.contains(value.toLowerCase(Locale.ROOT)))
			.flatMap(Secrets::forms)
			.distinct()
			.map((form) -> HiddenText.of(form, SecretWords.HIDDEN))
			.sorted(HiddenText.LONGEST_FIRST)
			.toList();
	}

	/**
	 * Hide values. One that is a URL is not hidden itself, but what is secret in it.
	 * @param values the values
	 * @return what hides them
	 */
	public static Secrets of(Collection<String> values) {
		Secrets secrets = NONE;
		Set<String> plain = new LinkedHashSet<>();
		for (String value : values) {
			if (value.contains("://") || value.startsWith("jdbc:")) {
				secrets = secrets.and(ofUrl(value));
			}
			else {
				plain.add(value.strip());
			}
		}
		return secrets.and(new Secrets(plain, Set.of()));
	}

	/**
	 * Hide what a data source holds: its password, and what is secret in its URL and its
	 * properties.
	 * @param dataSource the data source
	 * @return what hides that
	 */
	public static Secrets of(DataSource dataSource) {
		return DataSourceUrl.secrets(dataSource);
	}

	public static Secrets ofUrl(String url) {
		return new Secrets(SecretWords.secrets(url), words(DatabaseInfo.withoutCredentials(url)));
	}

	/** Hide what a login consists of. */
	static Secrets of(@Nullable String user, Collection<String> values) {
		return new Secrets(Set.copyOf(values), (user != null) ? Set.of(user.toLowerCase(Locale.ROOT)) : Set.of());
	}

	/**
	 * Return whether what has this name is a secret.
	 * @param name the name of a property or a parameter
	 * @return whether it says so
	 */
	public static boolean isSecret(String name) {
		return SecretWords.isSecret(name);
	}

	/**
	 * Hide more.
	 * @param others the others
	 * @return what hides both
	 */
	public Secrets and(Secrets others) {
		return (others.values.isEmpty() && others.shown.isEmpty()) ? this
				: new Secrets(union(this.values, others.values), union(this.shown, others.shown));
	}

	/**
	 * Take the secrets out of a text.
	 * @param text the text
	 * @return the text, with {@code ***} in their places
	 */
	public String hide(String text) {
		return SecretWords.hide(HiddenText.replace(this.hidden, text));
	}

	/**
	 * Take the secrets out of an exception.
	 * @param <E> its type
	 * @param failure the exception
	 * @return the same exception, whose texts and causes are without them
	 */
	public <E extends MigrationException> E hide(E failure) {
		failure.hide(this::hide);
		return failure;
	}

	/** As it was given, as a URL has it, as SQL has it, and each line of a key. */
	private static Stream<String> forms(String value) {
		String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
		return Stream
			.of(Stream.of(value, encoded, encoded.replace("+", "%20"), value.replace("'", "''"),
					value.replace("\\", "\\\\").replace("\"", "\\\"")),
					value.lines().filter((line) -> line.length() >= HiddenText.LONG))
			.flatMap((forms) -> forms)
			.filter((form) -> form.length() >= SHORTEST);
	}

	private static Set<String> words(@Nullable String url) {
		return (url != null)
				? Pattern.compile("\\W+").splitAsStream(url.toLowerCase(Locale.ROOT)).collect(Collectors.toSet())
				: Set.of();
	}

	private static Set<String> union(Set<String> one, Set<String> other) {
		Set<String> both = new LinkedHashSet<>(one);
		both.addAll(other);
		return both;
	}

}
