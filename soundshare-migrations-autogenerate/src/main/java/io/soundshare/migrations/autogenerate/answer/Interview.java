package io.soundshare.migrations.autogenerate.answer;

import org.jspecify.annotations.Nullable;

/**
 * Person to ask about what cannot be seen in the entities.
 */
public interface Interview {

	/** No person: nothing was renamed, and no value is known. */
	Interview NOBODY = new Interview() {

		@Override
		public boolean isRenamed(String from, String to) {
			return false;
		}

		@Override
		public @Nullable String fill(String column, String type) {
			return null;
		}

	};

	/**
	 * Ask whether a table or column got another name, rather than one went and another
	 * came.
	 * @param from the old name, {@code songs.title} or {@code songs}
	 * @param to the new one, {@code songs.name} or {@code tracks}
	 * @return whether it is the same thing
	 */
	boolean isRenamed(String from, String to);

	/**
	 * Ask what the rows there are get in a new column that takes no NULL.
	 * @param column the column, {@code songs.play_count}
	 * @param type its type
	 * @return the SQL of the value, {@code null} if nothing is known
	 */
	@Nullable String fill(String column, String type);

}
