package io.soundshare.migrations.autogenerate.diff;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.Spelling;
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
		Spelling before = this.current.generatedAs();
		Spelling after = this.wanted.generatedAs();
		if (before != null && after != null) {
			return !before.read().equals(after.read()) || !sameType();
		}
		return before != after || (!sameType()
				&& !this.rules.product().converts(this.current.type().read(), this.wanted.type().read()));
	}

	/** Whether values become values of another kind, not only longer ones. */
	boolean converts() {
		return !sameType()
				&& !Conversions.base(this.current.type().read()).equals(Conversions.base(this.wanted.type().read()));
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
	private @Nullable Spelling defaultValue() {
		boolean kept = !converts() || Conversions.isWidening(this.current.type().read(), this.wanted.type().read());
		return !kept ? this.wanted.defaultValue() : stated(this.current.defaultValue(), this.wanted.defaultValue());
	}

	private boolean sameType() {
		return this.rules.product().sameType(this.current.type().read(), this.wanted.type().read());
	}

	private @Nullable Spelling stated(@Nullable Spelling current, @Nullable Spelling wanted) {
		return this.rules.isSettled(current, wanted) ? current : wanted;
	}

}
