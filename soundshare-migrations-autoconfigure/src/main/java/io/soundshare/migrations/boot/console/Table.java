package io.soundshare.migrations.boot.console;

import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a table with a heading. Where it is narrow each row becomes a block, whose cells
 * bring their labels.
 */
final class Table {

	private static final int WORTH_A_FILTER = 10;

	private final Html html;

	private final List<String> columns;

	private int column;

	/**
	 * Begin a table.
	 * @param name what to call it in the page
	 * @param caption what it has
	 * @param columns the headings; the first column names the row
	 */
	Table(Html html, String name, String caption, List<String> columns) {
		this.html = html;
		this.columns = columns;
		html.open("table", "id", name).line();
		html.element("caption", caption);
		html.open("thead").open("tr");
		columns.forEach((heading) -> html.element("th", heading, "scope", "col"));
		html.close().close().line().open("tbody").line();
	}

	/** Write a field that filters the rows of a table that comes after it. */
	static void filter(Html html, String table, int rows, String label) {
		if (rows < WORTH_A_FILTER) {
			return;
		}
		html.open("p", "class", "filter", "hidden", "")
			.element("label", label, "for", table + "-filter")
			.open("input", "type", "search", "id", table + "-filter", "data-filter", table, "autocomplete", "off",
					"spellcheck", "false")
			.open("span", "role", "status")
			.close()
			.close()
			.line();
	}

	Table row() {
		this.html.open("tr");
		this.column = 0;
		return this;
	}

	Table cell(String text) {
		return cell((html) -> html.text(text));
	}

	/** Write a cell that takes the place of all that are left. */
	void rest(Consumer<Html> content) {
		this.html.open("td", "colspan", String.valueOf(this.columns.size() - this.column));
		content.accept(this.html);
		this.html.close().close().line();
	}

	Table cell(Consumer<Html> content) {
		String label = this.columns.get(this.column);
		if (this.column == 0) {
			this.html.open("th", "scope", "row");
		}
		else {
			this.html.open("td", "data-label", label);
		}
		content.accept(this.html);
		this.html.close();
		this.column++;
		return this;
	}

	void end() {
		this.html.close().line();
	}

	void close() {
		this.html.close().close().line();
	}

}
