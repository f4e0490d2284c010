package io.soundshare.migrations.autogenerate.sqlite;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.sql.TextLiteral;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import io.soundshare.migrations.sqlite.value.Moment;
import io.soundshare.migrations.sqlite.value.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * A default of SQLite, which keeps it as it was written. What the column makes of it
 * counts: in a column of numbers {@code '1'} is 1, in one of texts 1 is {@code '1'}.
 */
final class SqliteDefault {

	/** The current moment, for a column that the driver reads as one. */
	private static final Pattern CURRENT = Pattern
		.compile("(?:datetime|'1970-01-01'\\|\\|time)\\((current_(?:date|time|timestamp))(?:,'startofday')?\\)");

	private SqliteDefault() {
	}

	/**
	 * The default of a column.
	 * @param written what follows DEFAULT
	 * @param type the type of the column
	 * @return the default, {@code null} for {@code NULL}
	 */
	static @Nullable DeclaredSql of(String written, String type) {
		String read = moment(read(written, SqliteAffinity.of(type)), type);
		return read.equals("null") ? null : new DeclaredSql(written, read);
	}

	/** A day, say, is stored with a time, which the driver needs. */
	private static String moment(String read, String type) {
		ValueKind kind = switch (type.replaceFirst("(?s)[\\s(].*", "").toUpperCase(Locale.ROOT)) {
			case "DATE" -> ValueKind.DATE;
			case "TIME" -> ValueKind.TIME;
			case "TIMESTAMP", "DATETIME" -> ValueKind.TIMESTAMP;
			default -> ValueKind.OTHER;
		};
		if (kind == ValueKind.OTHER) {
			return read;
		}
		Matcher current = CURRENT.matcher(read.replaceAll("\\s", ""));
		return current.matches() ? current.group(1) : (!read.startsWith("'")) ? read
				: Moment.of(Names.unquote(read), kind).map((moment) -> "'" + moment + "'").orElse(read);
	}

	private static String read(String written, SqliteAffinity affinity) {
		String canonical = SqliteExpression.canonical(written, Set.of(), "");
		List<Token> tokens = Tokenizer.significant(canonical);
		Token last = tokens.get(tokens.size() - 1);
		boolean negative = tokens.get(0).is("-");
		boolean signed = tokens.size() == 2 && (negative || tokens.get(0).is("+"));
		if (last.kind() == Token.Kind.NUMBER && (tokens.size() == 1 || signed)) {
			return number((negative ? "-" : "") + last.text(), affinity);
		}
		if (tokens.size() == 1 && last.kind() == Token.Kind.STRING) {
			return text(Names.unquote(last.text()), affinity);
		}
		if (tokens.size() == 1 && last.kind() == Token.Kind.WORD && !written.strip().startsWith("(")) {
			return word(written.strip(), canonical, affinity);
		}
		return switch (canonical) {
			case "datetime('now')" -> "current_timestamp";
			case "date('now')" -> "current_date";
			case "time('now')" -> "current_time";
			default -> canonical;
		};
	}

	/** A word that is none of SQL's is a text. */
	private static String word(String written, String canonical, SqliteAffinity affinity) {
		return switch (canonical) {
			case "null", "current_timestamp", "current_date", "current_time" -> canonical;
			default -> text(Names.unquote(written), affinity);
		};
	}

	private static String text(String text, SqliteAffinity affinity) {
		boolean number = affinity.isNumeric()
				&& text.strip().matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?");
		return number ? number(text.strip(), affinity) : TextLiteral.of(text);
	}

	private static String number(String written, SqliteAffinity affinity) {
		if (written.contains("x")) {
			boolean negative = written.startsWith("-");
			BigInteger value = new BigInteger(written.substring(written.indexOf('x') + 1), 16);
			return number((negative ? value.negate() : value).toString(), affinity);
		}
		if (affinity == SqliteAffinity.TEXT) {
			return "'" + written + "'";
		}
		return new BigDecimal(written).stripTrailingZeros().toPlainString();
	}

}
