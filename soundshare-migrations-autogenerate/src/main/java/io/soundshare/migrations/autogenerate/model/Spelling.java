package io.soundshare.migrations.autogenerate.model;

/**
 * A piece of SQL in two spellings: a type, a default, an expression. Two pieces are the
 * same if the database tells them in the same words.
 *
 * @param written as it is put into a changelog
 * @param read as the database at hand tells it once it is there; before that, as written
 */
public record Spelling(String written, String read) {

	/**
	 * A spelling that was not in a database yet.
	 * @param written as it is put into a changelog
	 * @return the spelling
	 */
	public static Spelling of(String written) {
		return new Spelling(written, written);
	}

	/**
	 * The same piece as a database tells it.
	 * @param read as the database tells it
	 * @return the spelling
	 */
	public Spelling readAs(String read) {
		return new Spelling(this.written, read);
	}

	@Override
	public String toString() {
		return this.written;
	}

}
