package io.soundshare.migrations.engine.failure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import liquibase.resource.ResourceAccessor;

/**
 * Whether a prefix is why a file is not found: to Spring's accessor {@code classpath:}
 * and {@code file:} say where to look, to Liquibase's own they are a part of the name.
 */
final class PathPrefix {

	private static final String SPRING = "liquibase.integration.spring.";

	/** In the name that is missing, not in those that are told along with it. */
	private static final Pattern MISSING = Pattern.compile("(?i)(?:^|[\\s'\"(])(classpath\\*?:|file:)[^\\s'\"]+['\")]?"
			+ " (?:does not exist|(?:was|is) not found|cannot be found)"
			+ "|could not find [^\\n]*?[\\s'\"](classpath\\*?:|file:)[^\\s'\"]");

	private final ResourceAccessor resources;

	PathPrefix(ResourceAccessor resources) {
		this.resources = resources;
	}

	/** Return what to say of the prefix, empty if it is not to blame. */
	String hint(String reason) {
		Matcher missing = MISSING.matcher(reason);
		if (this.resources.getClass().getName().startsWith(SPRING) || !missing.find()) {
			return "";
		}
		String prefix = (missing.group(1) != null) ? missing.group(1) : missing.group(2);
		return "The path begins with '" + prefix
				+ "', which the ResourceAccessor in use takes for a part of the name: leave it out, and give the path "
				+ "from the root the accessor reads from." + System.lineSeparator();
	}

}
