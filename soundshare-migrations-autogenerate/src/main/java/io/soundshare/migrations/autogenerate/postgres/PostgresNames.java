package io.soundshare.migrations.autogenerate.postgres;

import java.nio.charset.StandardCharsets;

/**
 * Names as PostgreSQL keeps them (manual 4.1.1).
 */
final class PostgresNames {

	/** NAMEDATALEN - 1, in bytes. */
	static final int LONGEST = 63;

	private PostgresNames() {
	}

	/**
	 * Return a name as PostgreSQL keeps it.
	 * @param name the name as it is written
	 * @param quoted whether in quotes
	 * @return the name, in lower case unless it is quoted, and cut after 63 bytes
	 */
	static String kept(String name, boolean quoted) {
		StringBuilder kept = new StringBuilder();
		int bytes = 0;
		for (int codePoint : name.codePoints().toArray()) {
			// Only ASCII is folded where characters have several bytes.
			int folded = (!quoted && codePoint >= 'A' && codePoint <= 'Z') ? codePoint + ('a' - 'A') : codePoint;
			bytes += Character.toString(folded).getBytes(StandardCharsets.UTF_8).length;
			if (bytes > LONGEST) {
				return kept.toString();
			}
			kept.appendCodePoint(folded);
		}
		return kept.toString();
	}

}
