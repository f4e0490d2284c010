package io.soundshare.migrations.autogenerate.render;

import java.util.List;
import java.util.Locale;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;

/**
 * A key, a check or an index in a line, without the sign.
 *
 * @param table the table it belongs to
 */
record PartText(ObjectName table) implements Named.Visitor<String> {

	@Override
	public String visit(PrimaryKey key) {
		return text("primary key", key, list(key.columns()));
	}

	@Override
	public String visit(UniqueConstraint unique) {
		return text("unique", unique, list(unique.columns()));
	}

	@Override
	public String visit(ForeignKey key) {
		String onDelete = (key.onDelete() != ForeignKey.Action.NO_ACTION)
				? " on delete " + key.onDelete().sql().toLowerCase(Locale.ROOT) : "";
		return text("foreign key", key,
				list(key.columns()) + " -> " + key.referencedTable() + " " + list(key.referencedColumns()) + onDelete);
	}

	@Override
	public String visit(CheckConstraint check) {
		return text("check", check, "(" + check.expression() + ")");
	}

	@Override
	public String visit(Index index) {
		return text(index.unique() ? "unique index" : "index", index, list(
				index.parts().stream().map((part) -> part.column() + (part.descending() ? " desc" : "")).toList()));
	}

	private String text(String kind, Named part, String definition) {
		return kind + " " + part.name() + " on " + this.table + " " + definition;
	}

	private static String list(List<String> names) {
		return "(" + String.join(", ", names) + ")";
	}

}
