package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Sequence;
import io.soundshare.migrations.autogenerate.model.Spelling;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A difference in a line: {@code +} comes, {@code -} goes, {@code ~} changes.
 */
public final class DifferenceText {

	private DifferenceText() {
	}

	/**
	 * Describe a difference.
	 * @param difference the difference
	 * @return a line
	 */
	public static String of(Difference difference) {
		if (difference instanceof Difference.CreateSchema schema) {
			return "+ schema " + schema.name();
		}
		if (difference instanceof Difference.CreateType type) {
			return "+ type " + type.subject();
		}
		if (difference instanceof Difference.DropType type) {
			return "- type " + type.subject();
		}
		if (difference instanceof Difference.AddValue add) {
			return "~ type " + add.subject() + " has the value " + add.value() + " too";
		}
		if (difference instanceof Difference.RenameValue rename) {
			return "~ type " + rename.subject() + " has the value " + rename.from() + " renamed to " + rename.to();
		}
		if (difference instanceof Difference.RemakeType remake) {
			return "~ type " + remake.subject()
					+ (remake.removed().isEmpty() ? " has its values in the order " + String.join(", ", remake.to())
							: " has no value " + String.join(", ", remake.removed()) + " any more");
		}
		if (difference instanceof Difference.CreateTable create) {
			return "+ table " + create.subject() + " ("
					+ String.join(", ", create.table().columns().stream().map(Column::name).toList()) + ")";
		}
		if (difference instanceof Difference.DropTable drop) {
			return "- table " + drop.subject();
		}
		if (difference instanceof Difference.RenameTable rename) {
			return "~ table " + rename.from() + " is renamed to " + rename.to();
		}
		if (difference instanceof Difference.AlterComment comment) {
			return "~ table " + comment.subject() + " comment " + change(comment.from(), comment.to());
		}
		if (difference instanceof Difference.AddColumn add) {
			return "+ column " + add.subject() + "." + column(add.column());
		}
		if (difference instanceof Difference.DropColumn drop) {
			return "- column " + drop.subject() + "." + column(drop.column());
		}
		if (difference instanceof Difference.RenameColumn rename) {
			return "~ column " + rename.subject() + "." + rename.from().name() + " is renamed to " + rename.to();
		}
		if (difference instanceof Difference.AlterColumn alter) {
			return "~ column " + alter.subject() + "." + alter.to().name() + " " + String.join(", ", changes(alter));
		}
		if (difference instanceof Difference.FillRows rows) {
			return "~ rows of " + rows.subject() + " get " + rows.fill().sql() + " in " + rows.column().name()
					+ " where " + rows.unfit();
		}
		if (difference instanceof Difference.AddPart add) {
			return "+ " + part(add.part()) + " on " + add.subject() + definition(add.part());
		}
		if (difference instanceof Difference.DropPart drop) {
			return "- " + part(drop.part()) + " on " + drop.subject() + definition(drop.part());
		}
		if (difference instanceof Difference.CreateSequence create) {
			return "+ sequence " + create.subject() + sequence(create.sequence());
		}
		if (difference instanceof Difference.RenameSequence rename) {
			return "~ sequence " + rename.from() + " is renamed to " + rename.to();
		}
		if (difference instanceof Difference.DropSequence drop) {
			return "- sequence " + drop.subject();
		}
		if (difference instanceof Difference.AlterSequence alter) {
			return "~ sequence " + alter.subject() + " " + String.join(", ", changes(alter));
		}
		if (difference instanceof Difference.CreateDefinition create) {
			return "+ " + create.definition();
		}
		if (difference instanceof Difference.DropDefinition drop) {
			return "- " + drop.definition();
		}
		if (difference instanceof Difference.ReplaceDefinition replace) {
			return "~ " + replace.to();
		}
		throw new IllegalArgumentException("No such difference: " + difference);
	}

	private static String column(Column column) {
		return column.name() + " " + column.type()
				+ ((column.generatedAs() != null) ? " generated as (" + column.generatedAs() + ")" : "")
				+ (column.autoIncrement() ? " auto-increment" : "")
				+ ((column.defaultValue() != null) ? " default " + column.defaultValue() : "")
				+ (column.nullable() ? "" : " not null");
	}

	private static List<String> changes(Difference.AlterColumn alter) {
		Column from = alter.from();
		Column to = alter.to();
		List<String> changes = new ArrayList<>();
		if (!from.type().read().equals(to.type().read())) {
			changes.add(from.type() + " -> " + to.type());
		}
		if (from.nullable() != to.nullable()) {
			changes.add(to.nullable() ? "not null -> nullable" : "nullable -> not null");
		}
		if (!same(from.defaultValue(), to.defaultValue())) {
			changes.add("default " + change(from.defaultValue(), to.defaultValue()));
		}
		if (from.identity() != to.identity()) {
			changes.add(to.identity() ? "auto-increment" : "no auto-increment");
		}
		if (!same(from.comment(), to.comment())) {
			changes.add("comment " + change(from.comment(), to.comment()));
		}
		return changes;
	}

	private static List<String> changes(Difference.AlterSequence alter) {
		List<String> changes = new ArrayList<>();
		if (alter.from().increment() != alter.to().increment()) {
			changes.add("increment " + alter.from().increment() + " -> " + alter.to().increment());
		}
		if (alter.from().start() != alter.to().start()) {
			changes.add("start " + alter.from().start() + " -> " + alter.to().start());
		}
		return changes;
	}

	private static boolean same(@Nullable Spelling a, @Nullable Spelling b) {
		return Objects.equals((a != null) ? a.read() : null, (b != null) ? b.read() : null);
	}

	private static String change(@Nullable Spelling from, @Nullable Spelling to) {
		return ((from != null) ? from : "(none)") + " -> " + ((to != null) ? to : "(none)");
	}

	private static String part(Named part) {
		String kind = (part instanceof PrimaryKey) ? "primary key"
				: (part instanceof UniqueConstraint) ? "unique"
						: (part instanceof ForeignKey) ? "foreign key" : (part instanceof CheckConstraint) ? "check"
								: ((Index) part).unique() ? "unique index" : "index";
		return kind + " " + part.name();
	}

	private static String definition(Named part) {
		if (part instanceof ForeignKey key) {
			return " (" + String.join(", ", key.columns()) + ") -> " + key.referencedTable() + " ("
					+ String.join(", ", key.referencedColumns()) + ")"
					+ ((key.onDelete() != ForeignKey.Action.NO_ACTION)
							? " on delete " + key.onDelete().sql().toLowerCase(Locale.ROOT) : "");
		}
		if (part instanceof CheckConstraint check) {
			return " (" + check.expression() + ")";
		}
		if (part instanceof Index index) {
			return " (" + String.join(", ",
					index.parts().stream().map((each) -> each.column() + (each.descending() ? " desc" : "")).toList())
					+ ")";
		}
		List<String> columns = (part instanceof UniqueConstraint unique) ? unique.columns()
				: ((PrimaryKey) part).columns();
		return " (" + String.join(", ", columns) + ")";
	}

	private static String sequence(Sequence sequence) {
		return " start " + sequence.start() + ((sequence.increment() != 0) ? " increment " + sequence.increment() : "");
	}

}
