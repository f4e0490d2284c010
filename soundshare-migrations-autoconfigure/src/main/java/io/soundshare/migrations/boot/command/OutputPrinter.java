package io.soundshare.migrations.boot.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.soundshare.migrations.model.Printable;

import org.springframework.boot.json.JsonWriter;

/**
 * Printer of what commands answer.
 */
final class OutputPrinter {

	private final PrintStream out;

	OutputPrinter(PrintStream out) {
		this.out = out;
	}

	void printText(String text) {
		this.out.println(Printable.block(text));
	}

	/**
	 * Print a script. It has to stay what it is where it is kept, and a terminal obeys
	 * what it reads.
	 */
	void printScript(String script) {
		if (!Terminal.isAttached()) {
			printBytes(script);
			return;
		}
		String shown = Printable.block(script);
		if (!shown.equals(script)) {
			System.err
				.println("The script has control characters, which are written out here. Send it to a file to run it.");
		}
		printBytes(shown);
	}

	/** Print one document of what a command answers for all databases. */
	void printJson(Map<String, CommandOutput> outputs) {
		Map<String, Object> documents = new LinkedHashMap<>();
		outputs.forEach((database, output) -> documents.put(database, output.document()));
		Object document = (documents.size() > 1) ? Map.of("databases", documents)
				: documents.values().iterator().next();
		printBytes(Printable.json(JsonWriter.standard().writeToString(document)));
	}

	/**
	 * Print what programs read. It is UTF-8, whatever the terminal speaks: a character
	 * must not turn into a question mark in a script.
	 */
	private void printBytes(String text) {
		byte[] bytes = (text + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
		this.out.write(bytes, 0, bytes.length);
	}

}
