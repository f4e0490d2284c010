package io.soundshare.migrations.sqlite.schema;

/**
 * The version of the SQLite in use, which comes with the driver.
 *
 * @param major the first number
 * @param minor the second number
 */
public record SqliteVersion(int major, int minor) {

	/** The oldest SQLite this extension is tested with. */
	public static final SqliteVersion OLDEST = new SqliteVersion(3, 40);

	/**
	 * Since this version {@code ALTER TABLE} adds and drops CHECK and NOT NULL by itself.
	 */
	public static final SqliteVersion ALTERS_CONSTRAINTS = new SqliteVersion(3, 53);

	/**
	 * Reads what {@code sqlite_version()} returns.
	 * @param text such as {@code 3.53.4}
	 * @return the version
	 */
	public static SqliteVersion parse(String text) {
		String[] parts = text.split("\\.");
		return new SqliteVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
	}

	/**
	 * Whether this version is the other one or a later one.
	 * @param other the other version
	 * @return whether it is
	 */
	public boolean isAtLeast(SqliteVersion other) {
		return (this.major != other.major) ? this.major > other.major : this.minor >= other.minor;
	}

	@Override
	public String toString() {
		return this.major + "." + this.minor;
	}

}
