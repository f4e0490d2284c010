package io.soundshare.migrations.autogenerate.model;

import java.nio.charset.StandardCharsets;

/**
 * Names as PostgreSQL keeps them (manual 4.1.1).
 */
final class PostgresNames {

	private PostgresNames() {
	}

	static String kept(String name, boolean quoted) {
		StringBuilder kept = new StringBuilder();
		int bytes = 0;
		for (int codePoint : name.codePoints().toArray()) {
			// Only ASCII is folded where characters have several bytes.
			int folded = (!quoted && codePoint >= 'A' && codePoint <= 'Z') ? codePoint + ('a' - 'A') : codePoint;
			bytes += Character.toString(folded).getBytes(StandardCharsets.UTF_8).length;
			if (bytes > GeneratedName.LONGEST) {
				return kept.toString();
			}
			kept.appendCodePoint(folded);
		}
		return kept.toString();
	}

}
