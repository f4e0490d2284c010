package io.soundshare.migrations.autogenerate.sqlite;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.sqlite.ddl.ColumnDefinition;
import io.soundshare.migrations.sqlite.ddl.Constraint;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of SQLite. A column of the primary key is told as NOT NULL, with
 * or without the word. An identity is every {@code INTEGER PRIMARY KEY}: with
 * AUTOINCREMENT, as Liquibase makes it of Hibernate's, and without, since SQLite numbers
 * those rows as well. An integer key whose numbers the application hands out is the same
 * to SQLite, and so told as an identity too.
 */
final class SqliteColumn {

	private final TableDefinition table;

	private final Set<String> columns;

	private final Optional<Constraint> primaryKey;

	SqliteColumn(TableDefinition table) {
		this.table = table;
		this.columns = SqliteExpression.columns(table);
		this.primaryKey = table.constraints()
			.stream()
			.filter((constraint) -> constraint.kind() == Constraint.Kind.PRIMARY_KEY)
			.findFirst();
	}

	Column read(ColumnDefinition column) {
		boolean key = this.primaryKey
			.filter((primary) -> primary.columns().stream().anyMatch((name) -> Names.same(name, column.name())))
			.isPresent();
		boolean isOnly = this.primaryKey.filter((primary) -> primary.columns().size() == 1).isPresent();
		boolean identity = this.table.rowidAlias().filter((alias) -> Names.same(alias, column.name())).isPresent();
		boolean autoIncrement = identity && this.primaryKey.filter(Constraint::autoIncrement).isPresent();
		return new Column(column.name(), SqliteType.of(column.type(), key && isOnly), !column.notNull() && !key,
				defaultValue(column), generated(column), identity, autoIncrement, null, collation(column));
	}

	private @Nullable DeclaredSql defaultValue(ColumnDefinition column) {
		return column.defaultSql().map((written) -> SqliteDefault.of(written, column.type())).orElse(null);
	}

	private @Nullable DeclaredSql generated(ColumnDefinition column) {
		return column.constraint(Constraint.Kind.GENERATED)
			.map(Constraint::expression)
			.map((written) -> new DeclaredSql(written,
					SqliteExpression.canonical(written, this.columns, this.table.name())))
			.orElse(null);
	}

	private static @Nullable DeclaredSql collation(ColumnDefinition column) {
		return column.collation()
			.map((written) -> new DeclaredSql(written, written.toUpperCase(Locale.ROOT)))
			.filter((collation) -> !collation.canonical().equals("BINARY"))
			.orElse(null);
	}

}
