package io.soundshare.migrations.autogenerate.diff;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;

/**
 * Parts of a table that cannot stay while its columns change.
 *
 * @param columns how the columns change
 */
record PartsInTheWay(ColumnDifferences columns) implements Named.Visitor<Boolean> {

	boolean include(Named part) {
		return part.accept(this);
	}

	/** A primary key is compared by itself. */
	@Override
	public Boolean visit(PrimaryKey key) {
		return false;
	}

	@Override
	public Boolean visit(UniqueConstraint unique) {
		return unique.columns().stream().anyMatch(this.columns::replaces);
	}

	@Override
	public Boolean visit(ForeignKey key) {
		return key.columns().stream().anyMatch(this.columns::touches);
	}

	@Override
	public Boolean visit(CheckConstraint check) {
		return this.columns.touched()
			.stream()
			.anyMatch((column) -> MentionedNames.mentions(check.expression().canonical(), column));
	}

	@Override
	public Boolean visit(Index index) {
		return index.columns().stream().anyMatch(this.columns::replaces);
	}

}
