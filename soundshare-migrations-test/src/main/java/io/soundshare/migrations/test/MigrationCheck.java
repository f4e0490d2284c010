package io.soundshare.migrations.test;

/**
 * A kind of test, called as JUnit's reports call it.
 */
public enum MigrationCheck {

	/**
	 * Ids are unique, files are included in the order of their names, no property is
	 * undefined, paths are the same wherever the changelog is read from.
	 */
	SOUND("the changelog is sound"),

	/**
	 * All revisions can be applied to an empty database.
	 */
	UPGRADE("upgrades from base"),

	/**
	 * The changelog gives what the entities want.
	 */
	ENTITIES("the entities match"),

	/**
	 * Each revision can be undone, leaves no trace then, and can be applied again.
	 */
	UP_DOWN_UP("up, down, up"),

	/**
	 * Rows of the schema before a revision are there still when it is undone.
	 */
	ROWS("rows survive"),

	/**
	 * Nobody has edited what {@code migrations.lock} calls released, nor put something
	 * before it.
	 */
	RELEASED("released revisions are unchanged");

	private final String text;

	MigrationCheck(String text) {
		this.text = text;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
