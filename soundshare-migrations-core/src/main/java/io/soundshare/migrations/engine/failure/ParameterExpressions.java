package io.soundshare.migrations.engine.failure;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Wording;

/**
 * Expressions such as <code>${name}</code> that were left in a text, and what to do about
 * them.
 */
public final class ParameterExpressions {

	private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\s*([\\w.-][\\w.:/-]*)\\s*}");

	private ParameterExpressions() {
	}

	/** The way out for those that have no value. */
	public static Wording wayOut(Collection<String> names) {
		Object[] settings = names.stream().map(Kind.PARAMETER::of).toArray();
		String escaped = names.stream().map((name) -> "${:" + name + "}").collect(Collectors.joining(", "));
		return Wording.format(
				"%s%s, or a property of the changelog whose dbms, context and labels fit. If the text is meant as it "
						+ "is, write %s and set liquibase.supportPropertyEscaping=true, or set "
						+ "liquibase.missingPropertyMode=PRESERVE; both are system properties.",
				(names.size() == 1) ? "Give it a value: " : "Give each a value: ",
				Wording.format(String.join(", ", Collections.nCopies(settings.length, "%s")), settings), escaped);
	}

	/** The names of what a text asks for, wherever it stands. */
	public static Set<String> named(String text) {
		Set<String> names = new LinkedHashSet<>();
		Matcher matcher = EXPRESSION.matcher(text);
		while (matcher.find()) {
			names.add(matcher.group(1));
		}
		return names;
	}

}
