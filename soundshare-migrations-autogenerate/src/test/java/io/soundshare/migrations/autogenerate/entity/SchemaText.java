package io.soundshare.migrations.autogenerate.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Sequence;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A schema as people read it. A name somebody chose ends in an exclamation mark.
 */
final class SchemaText {

	private final StringBuilder text = new StringBuilder();

	private SchemaText() {
	}

	static String of(Schema schema) {
		SchemaText text = new SchemaText();
		schema.tables().stream().sorted(Comparator.comparing((table) -> table.name().toString())).forEach(text::add);
		schema.sequences()
			.stream()
			.sorted(Comparator.comparing((sequence) -> sequence.name().toString()))
			.forEach(text::add);
		return text.text.toString();
	}

	private void add(Table table) {
		line("table %s%s", table.name(), comment(table.comment()));
		table.columns().forEach(this::add);
		if (table.primaryKey() != null) {
			line("\tprimary key %s (%s)", table.primaryKey().name(), list(table.primaryKey().columns()));
		}
		table.uniques().forEach(this::add);
		table.foreignKeys().forEach(this::add);
		table.checks().forEach(this::add);
		table.indexes().forEach(this::add);
	}

	private void add(Column column) {
		line("\t%s %s%s%s%s%s%s%s", column.name(), column.type(), column.identity() ? " identity" : "",
				(column.collation() != null) ? " collate " + column.collation() : "",
				column.nullable() ? "" : " not null",
				(column.defaultValue() != null) ? " default " + column.defaultValue() : "",
				(column.generatedAs() != null) ? " as (" + column.generatedAs() + ")" : "", comment(column.comment()));
	}

	private void add(UniqueConstraint unique) {
		line("\tunique %s (%s)", name(unique), list(unique.columns()));
	}

	private void add(ForeignKey key) {
		line("\tforeign key %s (%s) references %s (%s)%s%s%s%s", name(key), list(key.columns()), key.referencedTable(),
				list(key.referencedColumns()), action(" on delete ", key.onDelete()),
				action(" on update ", key.onUpdate()), key.deferrable() ? " deferrable" : "",
				key.initiallyDeferred() ? " initially deferred" : "");
	}

	private void add(CheckConstraint check) {
		line("\tcheck %s (%s)", name(check), check.expression());
	}

	private void add(Index index) {
		line("\t%s %s (%s)", index.unique() ? "unique index" : "index", name(index),
				index.parts()
					.stream()
					.map((part) -> part.descending() ? part.column() + " desc" : part.column())
					.collect(Collectors.joining(", ")));
	}

	private void add(Sequence sequence) {
		line("sequence %s start %d increment %d", sequence.name(), sequence.start(), sequence.increment());
	}

	private static String action(String words, ForeignKey.Action action) {
		return (action != ForeignKey.Action.NO_ACTION) ? words + action.sql().toLowerCase(Locale.ROOT) : "";
	}

	private static String comment(@Nullable Object comment) {
		return (comment != null) ? " -- " + comment : "";
	}

	private static String list(List<String> names) {
		return String.join(", ", names);
	}

	private static String name(Named part) {
		return part.explicit() ? part.name() + "!" : part.name();
	}

	private void line(String format, Object... arguments) {
		this.text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
	}

}
