package io.soundshare.migrations;

import java.util.HashSet;
import java.util.Set;

import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a changelog, and which of those it asks for have no value. Liquibase
 * leaves the text of such an expression as it is, and so it does where an expression is
 * escaped: afterwards nobody could tell the two apart.
 */
final class RecordedParameters extends ChangeLogParameters {

	private final ChangeLogParameters given;

	private final Set<String> missing = new HashSet<>();

	/**
	 * Create parameters.
	 * @param given what was set from outside, which comes before the changelog's own
	 */
	RecordedParameters(ChangeLogParameters given) {
		this.given = given;
		setContexts(given.getContexts());
		setLabels(given.getLabels());
		setDatabase(given.getDatabase());
	}

	@Override
	public @Nullable Object getValue(String key, DatabaseChangeLog changeLog) {
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
		return this.given.hasValue(key, changeLog) || super.hasValue(key, changeLog);
	}

	boolean lacks(String key) {
		return this.missing.contains(key);
	}

}
