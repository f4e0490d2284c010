package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.sql.TextLiteral;
import liquibase.change.Change;

/**
 * Changes of PostgreSQL's named types, for which Liquibase has none.
 */
final class TypeChanges {

	private final PlainSql sql;

	TypeChanges(PlainSql sql) {
		this.sql = sql;
	}

	List<Change> create(Difference.CreateType type) {
		return List.of(this.sql.ownStatement(type.sql()));
	}

	List<Change> drop(Difference.DropType type) {
		return List.of(this.sql.ownStatement("DROP TYPE " + this.sql.table(type.subject())));
	}

	/** Add a value, which is there already after a downgrade. */
	List<Change> add(Difference.AddValue add) {
		return List.of(this.sql.ownStatement("ALTER TYPE " + this.sql.table(add.subject()) + " ADD VALUE IF NOT EXISTS "
				+ TextLiteral.of(add.value())
				+ ((add.before() != null) ? " BEFORE " + TextLiteral.of(add.before()) : "")));
	}

	List<Change> rename(Difference.RenameValue rename) {
		return List.of(this.sql.ownStatement("ALTER TYPE " + this.sql.table(rename.subject()) + " RENAME VALUE "
				+ TextLiteral.of(rename.from()) + " TO " + TextLiteral.of(rename.to())));
	}

	/** The columns go over to another type, which takes the name. */
	List<Change> remake(Difference.RemakeType remake) {
		String type = this.sql.table(remake.subject());
		String old = remake.subject().name() + "_old";
		List<Change> changes = new ArrayList<>();
		changes.add(this.sql.ownStatement("ALTER TYPE " + type + " RENAME TO " + this.sql.name(old)));
		changes.add(this.sql.ownStatement("CREATE TYPE " + type + " AS ENUM "
				+ remake.to().stream().map(TextLiteral::of).collect(Collectors.joining(", ", "(", ")"))));
		remake.uses().forEach((use) -> changes.add(this.sql.ownStatement(goOver(use, type))));
		changes
			.add(this.sql.ownStatement("DROP TYPE " + this.sql.table(new ObjectName(remake.subject().schema(), old))));
		return changes;
	}

	private String goOver(Difference.RemakeType.Use use, String type) {
		String alter = "ALTER COLUMN " + this.sql.name(use.column()) + " ";
		String many = use.array() ? "[]" : "";
		String change = alter + "TYPE " + type + many + " USING " + this.sql.name(use.column()) + "::text" + many + "::"
				+ type + many;
		return "ALTER TABLE " + this.sql.table(use.table()) + " "
				+ ((use.from() != null) ? alter + "DROP DEFAULT, " : "") + change
				+ ((use.to() != null) ? ", " + alter + "SET DEFAULT " + use.to().declared() : "");
	}

}
