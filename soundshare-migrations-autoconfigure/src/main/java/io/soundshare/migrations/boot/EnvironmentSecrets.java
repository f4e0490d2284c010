package io.soundshare.migrations.boot;

import java.util.LinkedHashSet;
import java.util.Set;

import io.soundshare.migrations.secret.Secrets;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Values in an application's settings that must not be shown: those of properties and
 * variables that are called passwords, tokens, keys, and all URLs, for what is secret in
 * them.
 */
public final class EnvironmentSecrets {

	/** Variables of every shell, which are no password: where it is and was. */
	private static final Set<String> DIRECTORIES = Set.of("PWD", "OLDPWD");

	private EnvironmentSecrets() {
	}

	/**
	 * Find them.
	 * @param environment the settings
	 * @return the values
	 */
	public static Set<String> of(Environment environment) {
		Set<String> secrets = new LinkedHashSet<>();
		if (environment instanceof ConfigurableEnvironment configurable) {
			for (PropertySource<?> source : configurable.getPropertySources()) {
				if (source instanceof EnumerablePropertySource<?> enumerable) {
					for (String name : enumerable.getPropertyNames()) {
						add(secrets, name, enumerable.getProperty(name), environment);
					}
				}
			}
		}
		return secrets;
	}

	private static void add(Set<String> secrets, String name, @Nullable Object raw, Environment environment) {
		if (!(raw instanceof CharSequence) || DIRECTORIES.contains(name)) {
			return;
		}
		String value = raw.toString();
		if (!Secrets.isSecret(name) && !value.startsWith("jdbc:") && !(value.contains("://") && value.contains("@"))
				&& !value.contains("${")) {
			return;
		}
		try {
			value = environment.resolvePlaceholders(value);
		}
		catch (IllegalArgumentException ex) {
			// As it is, then: the application will say what is wrong with it.
		}
		if (Secrets.isSecret(name) || value.startsWith("jdbc:") || value.contains("://")) {
			secrets.add(value);
		}
	}

}
