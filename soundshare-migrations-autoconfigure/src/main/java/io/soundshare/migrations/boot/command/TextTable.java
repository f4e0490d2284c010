package io.soundshare.migrations.boot.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.model.Printable;

/**
 * Columns for a terminal, each as wide as its widest cell. A cell is one line.
 */
final class TextTable {

	/** What is shown of the last column, however narrow the terminal is. */
	private static final int LEAST = 12;

	private final List<String[]> rows = new ArrayList<>();

	TextTable row(String... cells) {
		this.rows.add(Stream.of(cells).map(Printable::line).toArray(String[]::new));
		return this;
	}

	boolean isEmpty() {
		return this.rows.isEmpty();
	}

	String render() {
		return render(Integer.MAX_VALUE);
	}

	/**
	 * Render it for a width. What is too long in the last column is cut, but for its
	 * beginning.
	 * @param width the number of columns of the terminal
	 */
	String render(int width) {
		int columns = this.rows.stream().mapToInt((row) -> row.length).max().orElse(0);
		int[] widths = new int[columns];
		for (String[] row : this.rows) {
			for (int i = 0; i < row.length; i++) {
				widths[i] = Math.max(widths[i], DisplayWidth.of(row[i]));
			}
		}
		int before = Arrays.stream(widths).limit(Math.max(0, columns - 1)).map((one) -> (one > 0) ? one + 2 : 0).sum();
		int last = Math.max(LEAST, width - before);
		StringBuilder text = new StringBuilder();
		for (String[] row : this.rows) {
			StringBuilder line = new StringBuilder();
			for (int i = 0; i < row.length; i++) {
				if (widths[i] > 0) {
					String cell = (i == columns - 1) ? DisplayWidth.cut(row[i], last) : row[i];
					line.append(cell).append(" ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell)) + 2));
				}
			}
			text.append(line.toString().stripTrailing()).append('\n');
		}
		return text.toString().stripTrailing();
	}

}
