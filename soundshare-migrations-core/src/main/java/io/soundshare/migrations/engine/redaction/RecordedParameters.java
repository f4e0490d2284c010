package io.soundshare.migrations.engine.redaction;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.UnknownChangeLogParameterException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a changelog, and which of those it asks for have no value. Liquibase
 * leaves the text of such an expression as it is, and so it does where an expression is
 * escaped: afterwards nobody could tell the two apart.
 */
public final class RecordedParameters extends ChangeLogParameters {

	private final ChangeLogParameters given;

	private final ParameterValues values;

	private final Set<String> missing = new HashSet<>();

	private final Set<String> asked = new TreeSet<>();

	/**
	 * Create parameters.
	 * @param given what was set from outside, which comes before the changelog's own
	 * @param values remembers what was replaced by which value
	 */
	public RecordedParameters(ChangeLogParameters given, ParameterValues values) {
		this.given = given;
		this.values = values;
		setContexts(given.getContexts());
		setLabels(given.getLabels());
		setDatabase(given.getDatabase());
	}

	@Override
	public @Nullable Object getValue(String key, DatabaseChangeLog changeLog) {
		this.asked.add(key);
		Object value = this.given.getValue(key, changeLog);
		if (value == null) {
			value = super.getValue(key, changeLog);
		}
		if (value == null) {
			this.missing.add(key);
		}
		return value;
	}

	@Override
	public boolean hasValue(String key, DatabaseChangeLog changeLog) {
		this.asked.add(key);
		return this.given.hasValue(key, changeLog) || super.hasValue(key, changeLog);
	}

	@Override
	public @Nullable String expandExpressions(@Nullable String text, DatabaseChangeLog changeLog)
			throws UnknownChangeLogParameterException {
		String expanded = super.expandExpressions(text, changeLog);
		if (text != null && !text.equals(expanded)) {
			for (String written : this.values.expressions(text)) {
				this.values.replaced(text, written, super.expandExpressions(written, changeLog));
			}
		}
		return expanded;
	}

	ParameterValues values() {
		return this.values;
	}

	/** The names that have been asked for. */
	public Set<String> asked() {
		return Set.copyOf(this.asked);
	}

	public boolean lacks(String key) {
		return this.missing.contains(key);
	}

}
