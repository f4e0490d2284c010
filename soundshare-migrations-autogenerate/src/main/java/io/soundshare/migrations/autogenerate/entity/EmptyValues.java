package io.soundshare.migrations.autogenerate.entity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.diff.MentionedNames;
import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.sqlite.ddl.Names;
import org.jspecify.annotations.Nullable;

/**
 * Values for rows that need one and have none. None is made up but one that the database
 * has taken under the checks of the column, that Hibernate has read as the attribute, and
 * that Bean Validation lets be saved again.
 */
public final class EmptyValues {

	private static final String PROBE = "soundshare_probe";

	private final Attributes attributes;

	private final DataSource database;

	private final List<String> types;

	/**
	 * Make up values.
	 * @param attributes what the columns are in the entities
	 * @param database where to try them; nothing stays there
	 * @param types the statements that make types which are not there yet
	 */
	public EmptyValues(Attributes attributes, DataSource database, List<String> types) {
		this.attributes = attributes;
		this.database = database;
		this.types = List.copyOf(types);
	}

	/**
	 * Make up a value for a column of the entities.
	 * @param table the table as it is to be
	 * @param column the column
	 * @return the SQL of the value, {@code null} if there is none that means nothing
	 */
	public @Nullable String of(Table table, Column column) {
		Attribute attribute = this.attributes.find(table.name(), column.name());
		if (attribute == null) {
			String discriminator = this.attributes.discriminator(table.name(), column.name());
			return (discriminator != null && isTaken(table, column, discriminator, null)) ? discriminator : null;
		}
		EmptyValue value = new EmptyValue(attribute, this.attributes.model());
		return value.candidates(column.type().declared())
			.stream()
			.filter((sql) -> isTaken(table, column, sql, value))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Make up a value for a column as it was. Where no entity has it any more, nobody
	 * knows what it meant beyond its type.
	 * @param table the table as it was
	 * @param column the column
	 * @return the SQL of the value, {@code null} if there is none
	 */
	public @Nullable String ofGone(Table table, Column column) {
		if (this.attributes.find(table.name(), column.name()) != null) {
			return of(table, column);
		}
		String sql = EmptyValue.ofType(column.type().declared());
		return (sql != null && isTaken(table, column, sql, null)) ? sql : null;
	}

	private boolean isTaken(Table table, Column column, String sql, @Nullable EmptyValue value) {
		StringBuilder probe = new StringBuilder("CREATE TEMPORARY TABLE " + PROBE + " (" + Names.quote(column.name())
				+ ' ' + column.type().canonical() + " NOT NULL");
		for (CheckConstraint check : table.checks()) {
			String condition = check.expression().canonical();
			if (MentionedNames.mentions(condition, column.name())) {
				if (mentionsOther(table, column, condition)) {
					return false;
				}
				probe.append(", CHECK (").append(condition).append(')');
			}
		}
		try (Connection connection = this.database.getConnection()) {
			connection.setAutoCommit(false);
			try (Statement statement = connection.createStatement()) {
				for (String type : this.types) {
					statement.execute(type);
				}
				statement.execute(probe + ")");
				statement.execute("INSERT INTO " + PROBE + " VALUES (" + plain(sql) + ')');
				try (ResultSet row = statement
					.executeQuery("SELECT " + Names.quote(column.name()) + " FROM " + PROBE)) {
					return row.next() && (value == null || value.isReadFrom(row));
				}
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			// It is no value for this column.
			return false;
		}
	}

	/** The value that a change makes of one by the time it gets to the database. */
	private String plain(String sql) {
		SupportedProduct product = this.attributes.model().product();
		return sql.equals(product.noBytes()) ? product.bytes("") : sql;
	}

	private static boolean mentionsOther(Table table, Column column, String condition) {
		return table.columns()
			.stream()
			.anyMatch(
					(other) -> !other.name().equals(column.name()) && MentionedNames.mentions(condition, other.name()));
	}

}
