package io.soundshare.migrations.sqlite.change;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.value.ColumnValues;
import io.soundshare.migrations.sqlite.value.Moment;
import io.soundshare.migrations.sqlite.value.TypedValue;
import io.soundshare.migrations.sqlite.value.ValueKind;
import liquibase.change.ColumnConfig;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.LoadDataColumnConfig;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.DateParseException;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SequenceNextValueFunction;
import liquibase.util.NowAndTodayUtil;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a CSV file.
 *
 * @param file the file
 * @param line the line its row begins on
 * @param header the name above it
 * @param text what is written there
 * @param type the type the changelog or the table gives it, in upper case; empty if none
 * @param column all that is said of its column, if anything
 */
record CsvCell(String file, int line, String header, @Nullable String text, String type,
		@Nullable LoadDataColumnConfig column) {

	private static final Set<String> READ_HERE = Set.of("BOOLEAN", "NUMERIC", "DATE", "DATETIME", "TIME", "BLOB",
			"UUID");

	private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");

	/**
	 * The value of the cell.
	 * @param read what Liquibase made of it
	 * @param columns what the table's columns hold
	 * @param changeSet the change set, beside whose changelog the files are
	 * @param database the database
	 * @return what to put into a statement as it is, a function, or {@code null}
	 */
	@Nullable DatabaseFunction value(LoadDataColumnConfig read, ColumnValues columns, @Nullable ChangeSet changeSet,
			Database database) {
		try {
			ColumnConfig value = value(read, columns.kind(read.getName()).orElse(ValueKind.OTHER));
			DatabaseFunction literal = SqlLiteral.of(value, changeSet, database);
			return (TypedValue.of(literal, ValueKind.OTHER).value() instanceof SequenceNextValueFunction next) ? next
					: literal;
		}
		catch (UnexpectedLiquibaseException | DateParseException ex) {
			String reason = String.valueOf(ex.getMessage()).replaceFirst("^Column \\S+: ", "");
			throw new UnexpectedLiquibaseException(
					this.file + ", line " + this.line + ", column " + read.getName() + ": " + reason, ex);
		}
	}

	private ColumnConfig value(LoadDataColumnConfig read, ValueKind kind) throws DateParseException {
		String given = (read.getValue() != null) ? read.getValue() : given();
		if (this.column == null || !isReadHere(this.type)) {
			return (read.getValue() != null && read.getValueClobFile() == null) ? typed(read, kind) : read;
		}
		ColumnConfig value = new ColumnConfig().setName(read.getName());
		if (given == null) {
			return isNull() ? value : byDefault(value);
		}
		return switch (this.type) {
			case "BOOLEAN" -> value.setValueComputed(truth(given));
			case "NUMERIC" -> value.setValueComputed(number(given.strip(), kind));
			case "DATE", "DATETIME", "TIME" -> moment(value, given.strip(), kind);
			case "BLOB" -> LoadDataChange.BASE64_PATTERN.matcher(given).matches()
					? value.setType("BLOB").setValue(given) : value.setValueBlobFile(given);
			default -> value.setValue(uuid(given));
		};
	}

	/** Whether values of a type are read from the cell itself. */
	static boolean isReadHere(String type) {
		return READ_HERE.contains(type);
	}

	/** The text of the cell, or what the changelog says an empty one holds. */
	private @Nullable String given() {
		if (isNull()) {
			return null;
		}
		boolean empty = this.text == null || this.text.isEmpty();
		return (!empty) ? this.text : (this.column != null) ? this.column.getDefaultValue() : null;
	}

	private boolean isNull() {
		String placeholder = (this.column != null) ? this.column.getNullPlaceholder() : null;
		return (placeholder != null && placeholder.equals(this.text)) || "NULL".equalsIgnoreCase(this.text);
	}

	private ColumnConfig byDefault(ColumnConfig value) {
		LoadDataColumnConfig column = Objects.requireNonNull(this.column);
		return switch (this.type) {
			case "BOOLEAN" -> value.setValueBoolean(column.getDefaultValueBoolean());
			case "NUMERIC" -> value.setValueNumeric(column.getDefaultValueNumeric());
			case "DATE", "DATETIME", "TIME" -> value.setValueDate(column.getDefaultValueDate());
			default -> value;
		};
	}

	private static ColumnConfig typed(ColumnConfig value, ValueKind kind) {
		TypedValue typed = TypedValue.of(value.getValue(), kind);
		if (typed.refusal() != null) {
			throw new UnexpectedLiquibaseException(typed.refusal());
		}
		return value;
	}

	private static DatabaseFunction truth(String given) {
		String word = given.strip();
		if (WHOLE.matcher(word).matches()) {
			return new DatabaseFunction((Integer.parseInt(word) > 0) ? "1" : "0");
		}
		return new DatabaseFunction(String.valueOf(checked(TypedValue.ofText(word, ValueKind.BOOLEAN))));
	}

	/** Liquibase takes anything but a number for an expression. */
	private static DatabaseFunction number(String given, ValueKind kind) {
		String text = given.matches("\\([^()]*\\)") ? given.substring(1, given.length() - 1).strip() : given;
		boolean expression = text.contains("(") || text.toUpperCase(Locale.ROOT).startsWith("NEXT VALUE");
		if (!expression) {
			checked(TypedValue.ofText(text, (kind == ValueKind.INTEGER) ? kind : ValueKind.NUMBER));
		}
		return new DatabaseFunction(text);
	}

	private ColumnConfig moment(ColumnConfig value, String given, ValueKind kind) throws DateParseException {
		ValueKind own = switch (this.type) {
			case "DATE" -> ValueKind.DATE;
			case "TIME" -> ValueKind.TIME;
			default -> ValueKind.TIMESTAMP;
		};
		// Liquibase takes a column of points in time for one of days.
		ValueKind stored = Moment.isMoment(kind) ? kind : own;
		if (given.matches("(?i)(?:now|today)(?:[+-].*)?")) {
			return value.setValueDate(NowAndTodayUtil.doNowOrToday(given, stored.name()));
		}
		Optional<String> moment = Moment.of(given, stored);
		if (moment.isPresent()) {
			return value.setValue(Moment.isMoment(kind) ? moment.get() : alone(moment.get(), own));
		}
		if (given.contains("(")) {
			return value.setValueComputed(new DatabaseFunction(given));
		}
		Object typed = checked(TypedValue.ofText(given, stored));
		return (typed instanceof DatabaseFunction function) ? value.setValueComputed(function) : value.setValue(given);
	}

	/** The day or the time alone, in a column of texts. */
	private static String alone(String moment, ValueKind kind) {
		return switch (kind) {
			case DATE -> moment.substring(0, 10);
			case TIME -> moment.substring(11);
			default -> moment;
		};
	}

	private static String uuid(String given) {
		if (!UUID.matcher(given.strip()).matches()) {
			throw new UnexpectedLiquibaseException(
					given + " is no uuid, which has 32 digits of 0 to f in groups of" + " 8, 4, 4, 4 and 12");
		}
		return given.strip().toLowerCase(Locale.ROOT);
	}

	private static Object checked(TypedValue typed) {
		if (typed.refusal() != null) {
			throw new UnexpectedLiquibaseException(typed.refusal());
		}
		return Objects.requireNonNull(typed.value());
	}

}
