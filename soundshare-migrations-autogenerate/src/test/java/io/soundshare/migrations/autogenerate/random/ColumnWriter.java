package io.soundshare.migrations.autogenerate.random;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import org.hibernate.Length;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Puts a column into annotations.
 */
final class ColumnWriter {

	private ColumnWriter() {
	}

	static List<Mark> marks(Field.Basic field) {
		List<Mark> marks = new ArrayList<>();
		Mark column = column(field);
		if (!column.values().isEmpty()) {
			marks.add(column);
		}
		if (field.defaultValue() != null) {
			marks.add(Mark.of(ColumnDefault.class, "value", field.defaultValue()));
		}
		switch (field.kind()) {
			case LOB_TEXT, LOB_BYTES -> marks.add(Mark.of(Lob.class));
			case JSON -> marks.add(Mark.of(JdbcTypeCode.class, "value", SqlTypes.JSON));
			case ENUM_STRING -> marks.add(Mark.of(Enumerated.class, "value", EnumType.STRING));
			default -> {
			}
		}
		return marks;
	}

	private static Mark column(Field.Basic field) {
		Mark column = Mark.of(Column.class);
		if (field.name().chosen()) {
			column = column.with("name", field.name().inAnnotation());
		}
		if (!field.nullable()) {
			column = column.with("nullable", false);
		}
		if (field.unique()) {
			column = column.with("unique", true);
		}
		if (field.kind() == Kind.TEXT) {
			column = column.with("length", Length.LONG32);
		}
		else if (field.length() > 0) {
			column = column.with("length", field.length());
		}
		if (field.kind() == Kind.DECIMAL) {
			column = column.with("precision", field.precision()).with("scale", field.scale());
		}
		else if (field.precision() >= 0) {
			column = column.with("secondPrecision", field.precision());
		}
		if (field.check() != null) {
			Mark check = Mark.of(CheckConstraint.class, "constraint",
					field.check().template().formatted(field.name().inSql()));
			column = column.with("check",
					List.of((field.check().name() != null) ? check.with("name", field.check().name()) : check));
		}
		return column;
	}

}
