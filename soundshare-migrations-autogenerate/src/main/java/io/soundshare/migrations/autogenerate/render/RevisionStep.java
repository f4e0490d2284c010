package io.soundshare.migrations.autogenerate.render;

import java.util.List;

import liquibase.change.Change;

/**
 * Changes that belong together, and what is to be known of them.
 *
 * @param notes what is to be known, a line each; may be empty
 * @param changes the changes
 */
record RevisionStep(List<String> notes, List<Change> changes) {

	RevisionStep {
		notes = List.copyOf(notes);
		changes = List.copyOf(changes);
	}

}
