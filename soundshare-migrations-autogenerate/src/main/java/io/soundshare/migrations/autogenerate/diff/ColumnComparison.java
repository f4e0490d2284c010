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
 * @param wanted the column as it is to be
 * @param rules what counts
 */
record ColumnComparison(Column current, Column wanted, Rules rules) {

	boolean differs() {
		return !sameType() || this.current.nullable() != this.wanted.nullable()
				|| !this.rules.isSettled(this.current.defaultValue(), this.wanted.defaultValue())
				|| this.current.identity() != this.wanted.identity()
				|| !this.rules.isSettled(this.current.comment(), this.wanted.comment());
	}

	/** Whether the column has to go, and another one to come in its place. */
	boolean replaces() {
		DeclaredSql before = this.current.generatedAs();
		DeclaredSql after = this.wanted.generatedAs();
		if (before != null && after != null) {
			return !before.canonical().equals(after.canonical()) || !sameType();
		}
		return before != after || (!sameType()
				&& !this.rules.product().converts(this.current.type().canonical(), this.wanted.type().canonical()));
	}

	/** Whether values become values of another kind, not only longer ones. */
	boolean converts() {
		return !sameType() && !Conversions.base(this.current.type().canonical())
			.equals(Conversions.base(this.wanted.type().canonical()));
	}

	/** The column as it is afterwards. */
	Column result() {
		// SQLite numbers the rows of every INTEGER PRIMARY KEY, by whatever name it was
		// wanted.
		boolean keepsType = sameType() && (!this.current.identity() || this.wanted.identity());
		return new Column(this.current.name(), keepsType ? this.current.type() : this.wanted.type(),
				this.wanted.nullable(), defaultValue(), this.wanted.generatedAs(), this.wanted.identity(),
				this.wanted.autoIncrement(), stated(this.current.comment(), this.wanted.comment()),
				this.current.collation());
	}

	/** A default nobody states does not outlive its type. */
	private @Nullable DeclaredSql defaultValue() {
		boolean kept = !converts()
				|| Conversions.isWidening(this.current.type().canonical(), this.wanted.type().canonical());
		return !kept ? this.wanted.defaultValue() : stated(this.current.defaultValue(), this.wanted.defaultValue());
	}

	private boolean sameType() {
		return this.rules.product().sameType(this.current.type().canonical(), this.wanted.type().canonical());
	}

	private @Nullable DeclaredSql stated(@Nullable DeclaredSql current, @Nullable DeclaredSql wanted) {
		return this.rules.isSettled(current, wanted) ? current : wanted;
	}

}
