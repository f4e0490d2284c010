package io.soundshare.migrations.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.sqlite.ddl.Constraint.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the constraints of columns and of a table.
 */
final class ConstraintParser {

	private final String sql;

	private final TokenCursor cursor;

	private @Nullable ConstraintBuilder lastForeignKey;

	ConstraintParser(String sql, TokenCursor cursor) {
		this.sql = sql;
		this.cursor = cursor;
	}

	/** All constraints that follow a column's name and type. */
	List<ConstraintBuilder> ofColumn(String column) {
		List<ConstraintBuilder> constraints = new ArrayList<>();
		while (!this.cursor.at(",") && !this.cursor.at(")") && !this.cursor.atEnd()) {
			Token first = this.cursor.peek();
			String name = constraintName();
			if (isDeferrable()) {
				deferrable(constraints, first, column);
			}
			else if (!this.cursor.at(",") && !this.cursor.at(")")) {
				constraints.add(columnConstraint(column, first, name));
			}
		}
		return constraints;
	}

	/** A constraint of a table; none for a CONSTRAINT name that nothing follows. */
	List<ConstraintBuilder> ofTable() {
		Token first = this.cursor.peek();
		String name = constraintName();
		if (this.cursor.at(",") || this.cursor.at(")")) {
			return List.of();
		}
		ConstraintBuilder constraint = tableConstraint();
		constraint.name = name;
		constraint.add(new Span(first.start(), this.cursor.end()), false);
		return List.of(constraint);
	}

	// The last of several names counts.
	private @Nullable String constraintName() {
		String name = null;
		while (this.cursor.skip("CONSTRAINT")) {
			name = this.cursor.name();
		}
		return name;
	}

	private ConstraintBuilder columnConstraint(String column, Token first, @Nullable String name) {
		ConstraintBuilder constraint = new ConstraintBuilder(columnKind(), column);
		constraint.name = name;
		constraint.columns = List.of(column);
		switch (constraint.kind()) {
			case PRIMARY_KEY -> {
				constraint.descending = this.cursor.skip("DESC");
				this.cursor.skip("ASC");
				conflict(constraint);
				constraint.autoIncrement = this.cursor.skip("AUTOINCREMENT");
			}
			case NOT_NULL, NULL, UNIQUE -> conflict(constraint);
			case CHECK -> {
				constraint.expression = inParentheses();
			}
			case GENERATED -> {
				constraint.expression = inParentheses();
				if (this.cursor.peek().kind() == Token.Kind.WORD
						&& (this.cursor.at("STORED") || this.cursor.at("VIRTUAL"))) {
					this.cursor.take();
				}
			}
			case DEFAULT -> {
				constraint.expression = defaultValue();
			}
			case COLLATE -> {
				constraint.expression = this.cursor.name();
			}
			case FOREIGN_KEY -> references(constraint);
		}
		constraint.add(new Span(first.start(), this.cursor.end()), false);
		return constraint;
	}

	private Kind columnKind() {
		if (this.cursor.skip("PRIMARY", "KEY")) {
			return Kind.PRIMARY_KEY;
		}
		if (this.cursor.skip("NOT", "NULL")) {
			return Kind.NOT_NULL;
		}
		if (this.cursor.skip("GENERATED", "ALWAYS", "AS") || this.cursor.skip("AS")) {
			return Kind.GENERATED;
		}
		if (this.cursor.skip("REFERENCES")) {
			return Kind.FOREIGN_KEY;
		}
		for (Kind kind : List.of(Kind.NULL, Kind.UNIQUE, Kind.CHECK, Kind.DEFAULT, Kind.COLLATE)) {
			if (this.cursor.skip(kind.name())) {
				return kind;
			}
		}
		throw this.cursor.unexpected("a constraint of a column");
	}

	private ConstraintBuilder tableConstraint() {
		ConstraintBuilder constraint;
		if (this.cursor.skip("CHECK")) {
			constraint = new ConstraintBuilder(Kind.CHECK, null);
			constraint.expression = inParentheses();
			conflict(constraint);
		}
		else if (this.cursor.skip("FOREIGN", "KEY")) {
			constraint = new ConstraintBuilder(Kind.FOREIGN_KEY, null);
			constraint.columns = keyColumns(constraint);
			this.cursor.expect("REFERENCES");
			references(constraint);
			if (isDeferrable()) {
				deferrable(constraint);
			}
		}
		else {
			boolean unique = this.cursor.skip("UNIQUE");
			if (!unique) {
				this.cursor.expect("PRIMARY", "KEY");
			}
			constraint = new ConstraintBuilder(unique ? Kind.UNIQUE : Kind.PRIMARY_KEY, null);
			constraint.columns = keyColumns(constraint);
			conflict(constraint);
		}
		return constraint;
	}

	// Each key column is a name, in parentheses perhaps, then COLLATE and the direction.
	private List<String> keyColumns(ConstraintBuilder constraint) {
		List<String> columns = new ArrayList<>();
		this.cursor.expect("(");
		do {
			int open = 0;
			while (this.cursor.skip("(")) {
				open++;
			}
			columns.add(this.cursor.name());
			while (open > 0 || (!this.cursor.at(",") && !this.cursor.at(")"))) {
				Token token = this.cursor.take();
				open -= token.is(")") ? 1 : 0;
				constraint.autoIncrement |= token.is("AUTOINCREMENT");
			}
		}
		while (this.cursor.skip(","));
		this.cursor.expect(")");
		return columns;
	}

	private void references(ConstraintBuilder constraint) {
		constraint.parent = this.cursor.name();
		if (this.cursor.at("(")) {
			constraint.parentColumns = keyColumns(constraint);
		}
		while (this.cursor.at("MATCH") || this.cursor.at("ON")) {
			if (this.cursor.skip("MATCH")) {
				constraint.match = this.cursor.name();
			}
			else {
				this.cursor.take();
				action(constraint, this.cursor.take());
			}
		}
		this.lastForeignKey = constraint;
	}

	private void action(ConstraintBuilder constraint, Token event) {
		Token first = this.cursor.take();
		String action = (first.is("SET") || first.is("NO")) ? first.text() + " " + this.cursor.take().text()
				: first.text();
		if (event.is("DELETE")) {
			constraint.onDelete = action;
		}
		else if (event.is("UPDATE")) {
			constraint.onUpdate = action;
		}
	}

	private boolean isDeferrable() {
		return this.cursor.at("DEFERRABLE") || this.cursor.at("NOT", "DEFERRABLE");
	}

	// For SQLite the last foreign key before it is meant, also one of an earlier column.
	private void deferrable(List<ConstraintBuilder> constraints, Token first, String column) {
		ConstraintBuilder foreignKey = this.lastForeignKey;
		if (foreignKey == null) {
			deferrable(new ConstraintBuilder(Kind.FOREIGN_KEY, column));
			return;
		}
		deferrable(foreignKey);
		boolean adjacent = !constraints.isEmpty() && constraints.get(constraints.size() - 1) == foreignKey;
		foreignKey.add(new Span(first.start(), this.cursor.end()), adjacent);
	}

	private void deferrable(ConstraintBuilder constraint) {
		boolean not = this.cursor.skip("NOT");
		this.cursor.expect("DEFERRABLE");
		boolean deferred = this.cursor.skip("INITIALLY", "DEFERRED");
		if (!deferred) {
			this.cursor.skip("INITIALLY", "IMMEDIATE");
		}
		constraint.deferrable = !not;
		constraint.initiallyDeferred = deferred && !not;
	}

	private void conflict(ConstraintBuilder constraint) {
		if (this.cursor.skip("ON", "CONFLICT")) {
			constraint.conflict = this.cursor.take().text().toUpperCase(Locale.ROOT);
		}
	}

	private String defaultValue() {
		Token first = this.cursor.peek();
		if (this.cursor.at("(")) {
			this.cursor.parentheses();
		}
		else {
			if (!this.cursor.skip("+")) {
				this.cursor.skip("-");
			}
			this.cursor.take();
		}
		return this.sql.substring(first.start(), this.cursor.end());
	}

	private String inParentheses() {
		Span span = this.cursor.parentheses();
		return this.sql.substring(span.start() + 1, span.end() - 1).strip();
	}

}
