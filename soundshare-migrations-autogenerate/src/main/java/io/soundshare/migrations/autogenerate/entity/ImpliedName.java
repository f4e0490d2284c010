package io.soundshare.migrations.autogenerate.entity;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Names Hibernate hashes, told from those somebody chose.
 */
final class ImpliedName {

	/**
	 * FK, UK or IDX and 128 bits to the base 35 (NamingHelper.hashedName), of which one
	 * in three thousand has no digit; in quotes if all names are.
	 */
	private static final Pattern HASHED = Pattern
		.compile("(?i)([\"`]?)(?:FK|UK|UK_|IDX)(?=[a-y]*\\d)[0-9a-y]{21,25}\\1");

	private ImpliedName() {
	}

	static boolean is(@Nullable String name) {
		return name == null || name.isBlank() || HASHED.matcher(name).matches();
	}

}
