package io.soundshare.migrations.boot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.model.Printable;

/**
 * Columns for a terminal, each as wide as its widest cell. A cell is one line.
 */
final class TextTable {

	private final List<String[]> rows = new ArrayList<>();

	TextTable row(String... cells) {
		this.rows.add(Stream.of(cells).map(Printable::line).toArray(String[]::new));
		return this;
	}

	boolean isEmpty() {
		return this.rows.isEmpty();
	}

	String render() {
		int columns = this.rows.stream().mapToInt((row) -> row.length).max().orElse(0);
		int[] widths = new int[columns];
		for (String[] row : this.rows) {
			for (int i = 0; i < row.length; i++) {
				widths[i] = Math.max(widths[i], row[i].length());
			}
		}
		StringBuilder text = new StringBuilder();
		for (String[] row : this.rows) {
			StringBuilder line = new StringBuilder();
			for (int i = 0; i < row.length; i++) {
				if (widths[i] > 0) {
					line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
				}
			}
			text.append(line.toString().stripTrailing()).append('\n');
		}
		return text.toString().stripTrailing();
	}

}
