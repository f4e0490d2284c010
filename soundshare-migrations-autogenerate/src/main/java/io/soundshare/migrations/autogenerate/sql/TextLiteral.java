package io.soundshare.migrations.autogenerate.sql;

/**
 * A text as SQL writes it, in single quotes.
 */
public final class TextLiteral {

	private TextLiteral() {
	}

	/**
	 * The literal of a text.
	 * @param text any text
	 * @return the text in single quotes
	 */
	public static String of(String text) {
		return "'" + escaped(text) + "'";
	}

	/**
	 * A text as it stands between the quotes.
	 * @param text any text
	 * @return the text with its single quotes doubled
	 */
	public static String escaped(String text) {
		return text.replace("'", "''");
	}

}
