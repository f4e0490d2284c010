package io.soundshare.migrations.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Small schemas, written down in few words.
 */
public final class Samples {

	private Samples() {
	}

	public static Schema schema(Table... tables) {
		return new Schema(List.of(tables), List.of());
	}

	/** A table with a numbered key {@code id}, and parts of every kind. */
	public static Table table(String name, Object... parts) {
		List<Column> columns = new ArrayList<>();
		columns.add(new Column("id", DeclaredSql.of("bigint"), false, null, null, true, true, null, null));
		columns.addAll(all(parts, Column.class));
		return new Table(ObjectName.of(name), columns, new PrimaryKey("pk_" + name, List.of("id")),
				all(parts, UniqueConstraint.class), all(parts, ForeignKey.class), all(parts, CheckConstraint.class),
				all(parts, Index.class), null);
	}

	private static <T> List<T> all(Object[] parts, Class<T> type) {
		return Stream.of(parts).filter(type::isInstance).map(type::cast).toList();
	}

	/** A column that takes NULL. */
	public static Column column(String name, String type) {
		return new Column(name, DeclaredSql.of(type), true, null, null, false, false, null, null);
	}

	/** A column that takes no NULL. */
	public static Column required(String name, String type, @Nullable String defaultValue) {
		return new Column(name, DeclaredSql.of(type), false,
				(defaultValue != null) ? DeclaredSql.of(defaultValue) : null, null, false, false, null, null);
	}

	/** A column that is computed. */
	public static Column computed(String name, String type, String expression) {
		return new Column(name, DeclaredSql.of(type), true, null, DeclaredSql.of(expression), false, false, null, null);
	}

	/** A unique constraint; a name that begins with {@code uq_} is made up. */
	public static UniqueConstraint unique(String name, String... columns) {
		return new UniqueConstraint(name, !name.startsWith("uq_"), List.of(columns));
	}

	/** A foreign key to the {@code id} of a table. */
	public static ForeignKey foreignKey(String name, String column, String table, ForeignKey.Action onDelete) {
		return new ForeignKey(name, !name.startsWith("fk_"), List.of(column), ObjectName.of(table), List.of("id"),
				onDelete, ForeignKey.Action.NO_ACTION, false, false);
	}

	/** A check; a name that begins with {@code ck_} is made up. */
	public static CheckConstraint check(String name, String expression) {
		return new CheckConstraint(name, !name.startsWith("ck_"), DeclaredSql.of(expression));
	}

	/** An index; a column that begins with {@code -} is sorted downwards. */
	public static Index index(String name, String... columns) {
		return new Index(name, !name.startsWith("ix_"), false,
				Stream.of(columns)
					.map((column) -> new Index.Part(column.replaceFirst("^-", ""), column.startsWith("-")))
					.toList());
	}

}
