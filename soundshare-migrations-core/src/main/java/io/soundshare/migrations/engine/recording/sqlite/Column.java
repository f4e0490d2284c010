package io.soundshare.migrations.engine.recording.sqlite;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type as declared
 * @param required whether it must not be NULL
 * @param fallback the expression of its default
 * @param keyPart its place in the primary key, from 1; 0 if it has none
 * @param generated whether its values are computed
 */
record Column(String name, String type, boolean required, @Nullable String fallback, int keyPart, boolean generated) {

	String quoted() {
		return Names.quote(this.name);
	}

	/** Whether numbers are put into it as text (Determination Of Column Affinity). */
	boolean isText() {
		String upper = Names.upper(this.type);
		return !upper.contains("INT") && (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT"));
	}

}
