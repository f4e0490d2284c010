package io.soundshare.migrations.autogenerate.entity;

import java.sql.Blob;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import org.hibernate.MappingException;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Table;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Reader of columns, as ColumnDefinitions of Hibernate writes them.
 */
final class ColumnReader {

	/** PostgreSQL's words for a number that counts by itself (manual 8.1.4). */
	private static final Map<String, String> SERIAL = Map.of("serial", "int", "serial4", "int", "bigserial", "bigint",
			"serial8", "bigint", "smallserial", "smallint", "serial2", "smallint");

	private final BootModel model;

	private final LiquibaseTypes types;

	ColumnReader(BootModel model) {
		this.model = model;
		this.types = new LiquibaseTypes(model.product());
	}

	/** The text for a column's type, and behind it, which may be much more. */
	ColumnDefinitionText definition(org.hibernate.mapping.Column column) {
		String options = column.getOptions();
		String type = column.getSqlType(metadata());
		return ColumnDefinitionText.of((options != null && !options.isBlank()) ? type + " " + options : type);
	}

	Column read(org.hibernate.mapping.Column column, Table table) {
		ColumnDefinitionText definition = definition(column);
		boolean identity = column.isIdentity() || definition.identity() || SERIAL.containsKey(lower(definition.type()));
		String generatedAs = (column.getGeneratedAs() != null) ? column.getGeneratedAs() : definition.generatedAs();
		boolean nullable = !identity && column.isNullable() && !definition.notNull() && !inPrimaryKey(column, table);
		// As it is: only Hibernate 7.4's dialect of Spanner writes it in another way.
		String defaultValue = (column.getDefaultValue() != null) ? column.getDefaultValue() : definition.defaultValue();
		if (defaultValue != null && defaultValue.strip().equalsIgnoreCase("null")) {
			defaultValue = null;
		}
		String comment = (column.getComment() != null) ? column.getComment() : definition.comment();
		String collation = collation((column.getCollation() != null) ? column.getCollation() : definition.collation());
		return new Column(this.model.name(column), DeclaredSql.of(type(column, definition)), nullable,
				declared(defaultValue), declared(generatedAs), identity, identity,
				(comment != null) ? DeclaredSql.of(comment(comment)) : null, declared(collation));
	}

	private @Nullable String collation(@Nullable String collation) {
		return (collation == null || this.model.product().knowsCollation(collation)) ? collation : null;
	}

	private String type(org.hibernate.mapping.Column column, ColumnDefinitionText definition) {
		String written = definition.type();
		String serial = SERIAL.get(lower(written));
		if (serial != null) {
			return serial;
		}
		Integer precision = column.getColumnSize(this.model.dialect(), metadata()).getPrecision();
		List<String> portable = PortableTypes.candidates(code(column), written, precision);
		return this.types.spell(written, written.equals(derived(column)) ? portable
				: Stream.concat(Stream.of(written), portable.stream()).toList());
	}

	/**
	 * The type code. Of bytes with a length, which every {@code @Column} gives them,
	 * Hibernate makes a BLOB on SQLite, though nobody has asked for one.
	 */
	private int code(org.hibernate.mapping.Column column) {
		int code = column.getSqlTypeCode(metadata());
		if (code != SqlTypes.BLOB || !(column.getValue() instanceof BasicValue value) || value.isLob()
				|| !(value.getType() instanceof JdbcMapping mapping)) {
			return code;
		}
		Class<?> type = mapping.getJdbcJavaType().getJavaTypeClass();
		return Blob.class.isAssignableFrom(type) ? code : (type == UUID.class) ? SqlTypes.BINARY : SqlTypes.VARBINARY;
	}

	/** The type of a column that is alike but has no columnDefinition. */
	private @Nullable String derived(org.hibernate.mapping.Column column) {
		org.hibernate.mapping.Column alike = new org.hibernate.mapping.Column(column.getName());
		alike.setValue(column.getValue());
		alike.setTypeIndex(column.getTypeIndex());
		alike.setLength(column.getLength());
		alike.setPrecision(column.getPrecision());
		alike.setScale(column.getScale());
		alike.setTemporalPrecision(column.getTemporalPrecision());
		alike.setArrayLength(column.getArrayLength());
		try {
			return alike.getSqlType(metadata());
		}
		catch (MappingException ex) {
			// There is none: why a columnDefinition was needed.
			return null;
		}
	}

	private static String lower(String type) {
		return type.toLowerCase(Locale.ROOT);
	}

	private static boolean inPrimaryKey(org.hibernate.mapping.Column column, Table table) {
		return table.hasPrimaryKey() && table.getPrimaryKey().containsColumn(column);
	}

	private Metadata metadata() {
		return this.model.entities().metadata();
	}

	/** Hibernate puts it into quotes as it is, so that its own have to be doubled. */
	static String comment(String written) {
		return written.replace("''", "'");
	}

	private static @Nullable DeclaredSql declared(@Nullable String written) {
		return (written != null) ? DeclaredSql.of(written) : null;
	}

}
