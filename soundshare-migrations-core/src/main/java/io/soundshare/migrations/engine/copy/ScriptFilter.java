package io.soundshare.migrations.engine.copy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves out of the head of a script what an older server does not know: pg_restore 17
 * sets transaction_timeout whichever server it writes for.
 */
final class ScriptFilter {

	private static final Pattern SETTING = Pattern.compile("SET (\\w+) = .*", Pattern.DOTALL);

	private static final String END = "SELECT pg_catalog.set_config(";

	private final Set<String> known;

	/**
	 * Create a filter.
	 * @param known the settings of the server
	 */
	ScriptFilter(Set<String> known) {
		this.known = known;
	}

	void copy(InputStream from, OutputStream to) throws IOException {
		InputStream script = new BufferedInputStream(from);
		String line = line(script);
		while (!line.isEmpty() && !line.startsWith(END)) {
			Matcher setting = SETTING.matcher(line);
			if (!setting.matches() || this.known.contains(setting.group(1))) {
				to.write(line.getBytes(StandardCharsets.ISO_8859_1));
			}
			line = line(script);
		}
		to.write(line.getBytes(StandardCharsets.ISO_8859_1));
		script.transferTo(to);
	}

	/** With its end; nothing if there is none. */
	private static String line(InputStream script) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		int value = script.read();
		while (value >= 0) {
			line.write(value);
			if (value == '\n') {
				break;
			}
			value = script.read();
		}
		return line.toString(StandardCharsets.ISO_8859_1);
	}

}
