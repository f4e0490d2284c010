package io.soundshare.migrations.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.soundshare.migrations.sqlite.ddl.Constraint.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A constraint while it is read: SQLite lets a later DEFERRABLE change an earlier foreign
 * key.
 */
final class ConstraintBuilder {

	private final Kind kind;

	private final @Nullable String column;

	private final List<Span> spans = new ArrayList<>();

	@Nullable String name;

	List<String> columns = List.of();

	String expression = "";

	boolean autoIncrement;

	boolean descending;

	@Nullable String conflict;

	@Nullable String parent;

	List<String> parentColumns = List.of();

	@Nullable String onDelete;

	@Nullable String onUpdate;

	boolean deferrable;

	boolean initiallyDeferred;

	@Nullable String match;

	ConstraintBuilder(Kind kind, @Nullable String column) {
		this.kind = kind;
		this.column = column;
	}

	Kind kind() {
		return this.kind;
	}

	@Nullable String column() {
		return this.column;
	}

	/**
	 * Adds a place; what touches the last one but for tokens without meaning extends it.
	 */
	void add(Span span, boolean adjacent) {
		if (adjacent && !this.spans.isEmpty()) {
			Span last = this.spans.remove(this.spans.size() - 1);
			this.spans.add(new Span(last.start(), span.end()));
		}
		else {
			this.spans.add(span);
		}
	}

	ParsedTable.ParsedConstraint build(String sql, List<String> tableColumns) {
		List<String> about = (this.kind == Kind.CHECK || this.kind == Kind.GENERATED)
				? Identifiers.columns(this.expression, tableColumns)
				: this.columns.stream().map((written) -> definedName(written, tableColumns)).toList();
		String text = this.spans.stream().map((span) -> span.in(sql)).collect(Collectors.joining(" "));
		Constraint constraint = new Constraint(this.kind, this.name, this.column, about, foreignKey(), this.expression,
				this.autoIncrement, this.conflict, text);
		return new ParsedTable.ParsedConstraint(constraint, this.spans, this.descending);
	}

	private @Nullable ForeignKeyDefinition foreignKey() {
		if (this.parent == null) {
			return null;
		}
		return new ForeignKeyDefinition(this.parent, this.parentColumns, upper(this.onDelete), upper(this.onUpdate),
				this.deferrable, this.initiallyDeferred, this.match);
	}

	private static String definedName(String written, List<String> tableColumns) {
		return tableColumns.stream().filter((column) -> Names.same(column, written)).findFirst().orElse(written);
	}

	private static @Nullable String upper(@Nullable String text) {
		return (text != null) ? text.toUpperCase(Locale.ROOT) : null;
	}

}
