package io.soundshare.migrations.sqlite.snapshot;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import liquibase.structure.core.DataType;

/**
 * A column's type as it was declared.
 *
 * @param text the declaration, empty if there is none
 */
record DeclaredType(String text) {

	private static final Pattern SIZED = Pattern.compile("(.*?)\\s*\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,9})\\s*)?\\)",
			Pattern.DOTALL);

	/** Liquibase's form: the name, and the sizes if some were declared. */
	DataType toDataType() {
		Matcher sized = SIZED.matcher(this.text);
		if (!sized.matches()) {
			return new DataType(this.text);
		}
		DataType type = new DataType(sized.group(1));
		type.setColumnSize(Integer.valueOf(sized.group(2)));
		if (sized.group(3) != null) {
			type.setDecimalDigits(Integer.valueOf(sized.group(3)));
		}
		return type;
	}

	boolean isBoolean() {
		return upper().startsWith("BOOL");
	}

	/**
	 * Whether SQLite turns a text that looks like a number into one (<a href=
	 * "https://sqlite.org/datatype3.html#determination_of_column_affinity">datatype3,
	 * 3.1</a>).
	 */
	boolean isNumeric() {
		String upper = upper();
		if (upper.contains("INT")) {
			return true;
		}
		return !upper.isEmpty() && !upper.contains("CHAR") && !upper.contains("CLOB") && !upper.contains("TEXT")
				&& !upper.contains("BLOB") && !upper.startsWith("ANY");
	}

	private String upper() {
		return this.text.toUpperCase(Locale.ROOT);
	}

}
