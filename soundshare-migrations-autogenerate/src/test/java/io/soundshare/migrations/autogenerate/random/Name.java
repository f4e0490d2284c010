package io.soundshare.migrations.autogenerate.random;

import java.util.Locale;

/**
 * A name in Java and in the database.
 *
 * @param java the name of the class or field
 * @param physical the name of the table or column
 * @param quoted whether that is quoted, for it is a keyword or has capitals
 */
record Name(String java, String physical, boolean quoted) {

	static Name of(String java) {
		return new Name(java, snake(java), false);
	}

	static Name quoted(String java, String physical) {
		return new Name(java, physical, true);
	}

	/**
	 * The name as Spring Boot's naming strategy has it.
	 */
	static String snake(String java) {
		return java.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether an annotation has to say it.
	 */
	boolean chosen() {
		return this.quoted || !this.physical.equals(snake(this.java));
	}

	String inAnnotation() {
		return this.quoted ? "`" + this.physical + "`" : this.physical;
	}

	String inSql() {
		return this.quoted ? '"' + this.physical + '"' : this.physical;
	}

	boolean clashesWith(Name other) {
		return this.java.equalsIgnoreCase(other.java) || this.physical.equalsIgnoreCase(other.physical);
	}

}
