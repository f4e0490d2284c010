package io.soundshare.migrations.autogenerate.diff;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.Conversions;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import org.jspecify.annotations.Nullable;

/**
 * A column as it is beside the column as it is to be. What the latter does not say of
 * default, comment and collation is left as it is.
 *
 * @param current the column as it is
 * @param expected the column as it is to be
 * @param rules what counts
 */
record ColumnComparison(Column current, Column expected, Rules rules) {

	boolean differs() {
		return !sameType() || this.current.nullable() != this.expected.nullable()
				|| !this.rules.isSettled(this.current.defaultValue(), this.expected.defaultValue())
				|| this.current.identity() != this.expected.identity()
				|| !this.rules.isSettled(this.current.comment(), this.expected.comment());
	}

	/** Whether the column has to go, and another one to come in its place. */
	boolean replaces() {
		DeclaredSql before = this.current.generatedAs();
		DeclaredSql after = this.expected.generatedAs();
		if (before != null && after != null) {
			return !before.canonical().equals(after.canonical()) || !sameType();
		}
		return before != after || (!sameType()
				&& !this.rules.product().converts(this.current.type().canonical(), this.expected.type().canonical()));
	}

	/** Whether values become values of another kind, not only longer ones. */
	boolean converts() {
		return !sameType() && !Conversions.base(this.current.type().canonical())
			.equals(Conversions.base(this.expected.type().canonical()));
	}

	/** The column as it is afterwards. */
	Column result() {
		// SQLite numbers the rows of every INTEGER PRIMARY KEY, by whatever name it was
		// wanted.
		boolean keepsType = sameType() && (!this.current.identity() || this.expected.identity());
		return new Column(this.current.name(), keepsType ? this.current.type() : this.expected.type(),
				this.expected.nullable(), defaultValue(), this.expected.generatedAs(), this.expected.identity(),
				this.expected.autoIncrement(), stated(this.current.comment(), this.expected.comment()),
				this.current.collation());
	}

	/** A default nobody states does not outlive its type. */
	private @Nullable DeclaredSql defaultValue() {
		boolean kept = !converts()
				|| Conversions.isWidening(this.current.type().canonical(), this.expected.type().canonical());
		return !kept ? this.expected.defaultValue() : stated(this.current.defaultValue(), this.expected.defaultValue());
	}

	private boolean sameType() {
		return this.rules.product().sameType(this.current.type().canonical(), this.expected.type().canonical());
	}

	private @Nullable DeclaredSql stated(@Nullable DeclaredSql current, @Nullable DeclaredSql expected) {
		return this.rules.isSettled(current, expected) ? current : expected;
	}

}
