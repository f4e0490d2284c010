package io.soundshare.migrations.sqlite.change;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

import io.soundshare.migrations.sqlite.ddl.StringLiteral;
import io.soundshare.migrations.sqlite.value.TypedValue;
import io.soundshare.migrations.sqlite.value.ValueKind;
import liquibase.Scope;
import liquibase.change.ColumnConfig;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.resource.Resource;
import liquibase.statement.DatabaseFunction;
import liquibase.util.FilenameUtil;
import liquibase.util.StreamUtil;
import org.jspecify.annotations.Nullable;

/**
 * The value of a column as it stands in SQL. Liquibase binds files and CSV cells as
 * parameters instead: SQLite's driver then stores dates as milliseconds (as text
 * everywhere else), and nothing is left of them in written SQL.
 */
final class SqlLiteral {

	private SqlLiteral() {
	}

	/**
	 * The value.
	 * @param column the column with its value
	 * @param changeSet the change set, beside whose changelog the files are
	 * @param database the database
	 * @return what to put into a statement as it is, a function, or {@code null}
	 */
	static @Nullable DatabaseFunction of(ColumnConfig column, @Nullable ChangeSet changeSet, Database database) {
		if (column.getValueBlobFile() != null) {
			return blob(bytes(file(column.getValueBlobFile(), changeSet), column));
		}
		if (column.getValueClobFile() != null) {
			return text(characters(file(column.getValueClobFile(), changeSet), column));
		}
		Object value = column.getValueObject();
		if (value instanceof DatabaseFunction function) {
			return function;
		}
		if (value instanceof Boolean condition) {
			return new DatabaseFunction(condition ? "1" : "0");
		}
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof Date date) {
			return new DatabaseFunction(database.getDateLiteral(date));
		}
		return (value != null) ? text(value.toString(), column) : null;
	}

	private static DatabaseFunction number(Number number) {
		TypedValue typed = TypedValue.of(number, ValueKind.NUMBER);
		if (typed.refusal() != null) {
			throw new UnexpectedLiquibaseException(typed.refusal());
		}
		return new DatabaseFunction(
				(number instanceof BigDecimal decimal) ? decimal.toPlainString() : number.toString());
	}

	private static DatabaseFunction text(String value, ColumnConfig column) {
		String type = (column.getType() != null) ? column.getType().toUpperCase(Locale.ROOT) : "";
		try {
			return switch (type) {
				case "BLOB" -> blob(Base64.getDecoder().decode(value));
				case "UUID" -> text(UUID.fromString(value).toString());
				default -> text(value);
			};
		}
		catch (IllegalArgumentException ex) {
			throw new UnexpectedLiquibaseException(
					"Column " + column.getName() + ": " + value + " is no " + column.getType() + ": " + ex.getMessage(),
					ex);
		}
	}

	private static DatabaseFunction text(String value) {
		// SQL ends at a NUL, also inside of quotes.
		return new DatabaseFunction((value.indexOf('\0') < 0) ? StringLiteral.quote(value)
				: "CAST(" + blob(value.getBytes(StandardCharsets.UTF_8)).getValue() + " AS TEXT)");
	}

	private static DatabaseFunction blob(byte[] bytes) {
		return new DatabaseFunction("X'" + HexFormat.of().withUpperCase().formatHex(bytes) + '\'');
	}

	private static byte[] bytes(String file, ColumnConfig column) {
		try (InputStream content = resource(file).openInputStream()) {
			return content.readAllBytes();
		}
		catch (IOException ex) {
			throw unreadable(file, column, ex);
		}
	}

	private static String characters(String file, ColumnConfig column) {
		try (InputStream content = resource(file).openInputStream()) {
			return StreamUtil.readStreamAsString(content, column.getEncoding());
		}
		catch (IOException ex) {
			throw unreadable(file, column, ex);
		}
	}

	private static Resource resource(String file) throws IOException {
		Resource resource = Scope.getCurrentScope().getResourceAccessor().get(file);
		if (!resource.exists()) {
			throw new IOException("the file does not exist");
		}
		return resource;
	}

	private static UnexpectedLiquibaseException unreadable(String file, ColumnConfig column, IOException ex) {
		return new UnexpectedLiquibaseException(
				"Column " + column.getName() + ": cannot read " + file + ": " + ex.getMessage(), ex);
	}

	// Always relative to the changelog, as in Liquibase's
	// ExecutablePreparedStatementBase.
	private static String file(String name, @Nullable ChangeSet changeSet) {
		if (changeSet == null || changeSet.getChangeLog() == null) {
			return name;
		}
		return FilenameUtil.concat(FilenameUtil.getDirectory(changeSet.getChangeLog().getPhysicalFilePath()), name);
	}

}
