package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * A difference in a line: {@code +} comes, {@code -} goes, {@code ~} changes.
 */
public final class DifferenceText implements Difference.Visitor<String> {

	private static final DifferenceText LINE = new DifferenceText();

	private DifferenceText() {
	}

	/**
	 * Describe a difference.
	 * @param difference the difference
	 * @return a line
	 */
	public static String of(Difference difference) {
		return difference.accept(LINE);
	}

	@Override
	public String visit(Difference.CreateSchema schema) {
		return "+ schema " + schema.name();
	}

	@Override
	public String visit(Difference.CreateType type) {
		return "+ type " + type.subject();
	}

	@Override
	public String visit(Difference.DropType type) {
		return "- type " + type.subject();
	}

	@Override
	public String visit(Difference.AddValue add) {
		return "~ type " + add.subject() + " has the value " + add.value() + " too";
	}

	@Override
	public String visit(Difference.RenameValue rename) {
		return "~ type " + rename.subject() + " has the value " + rename.from() + " renamed to " + rename.to();
	}

	@Override
	public String visit(Difference.RemakeType remake) {
		return "~ type " + remake.subject()
				+ (remake.removed().isEmpty() ? " has its values in the order " + String.join(", ", remake.to())
						: " has no value " + String.join(", ", remake.removed()) + " any more");
	}

	@Override
	public String visit(Difference.CreateTable create) {
		return "+ table " + create.subject() + " ("
				+ String.join(", ", create.table().columns().stream().map(Column::name).toList()) + ")";
	}

	@Override
	public String visit(Difference.DropTable drop) {
		return "- table " + drop.subject();
	}

	@Override
	public String visit(Difference.RenameTable rename) {
		return "~ table " + rename.from() + " is renamed to " + rename.to();
	}

	@Override
	public String visit(Difference.AlterComment comment) {
		return "~ table " + comment.subject() + " comment " + change(comment.from(), comment.to());
	}

	@Override
	public String visit(Difference.AddColumn add) {
		return "+ column " + add.subject() + "." + column(add.column());
	}

	@Override
	public String visit(Difference.DropColumn drop) {
		return "- column " + drop.subject() + "." + column(drop.column());
	}

	@Override
	public String visit(Difference.RenameColumn rename) {
		return "~ column " + rename.subject() + "." + rename.from().name() + " is renamed to " + rename.to();
	}

	@Override
	public String visit(Difference.AlterColumn alter) {
		return "~ column " + alter.subject() + "." + alter.to().name() + " " + String.join(", ", changes(alter));
	}

	@Override
	public String visit(Difference.FillRows rows) {
		return "~ rows of " + rows.subject() + " get " + rows.fill().sql() + " in " + rows.column().name() + " where "
				+ rows.unfit();
	}

	@Override
	public String visit(Difference.AddPart add) {
		return "+ " + add.part().accept(new PartText(add.subject()));
	}

	@Override
	public String visit(Difference.DropPart drop) {
		return "- " + drop.part().accept(new PartText(drop.subject()));
	}

	@Override
	public String visit(Difference.CreateSequence create) {
		return "+ sequence " + create.subject() + sequence(create.sequence());
	}

	@Override
	public String visit(Difference.RenameSequence rename) {
		return "~ sequence " + rename.from() + " is renamed to " + rename.to();
	}

	@Override
	public String visit(Difference.DropSequence drop) {
		return "- sequence " + drop.subject();
	}

	@Override
	public String visit(Difference.AlterSequence alter) {
		return "~ sequence " + alter.subject() + " " + String.join(", ", changes(alter));
	}

	@Override
	public String visit(Difference.CreateDefinition create) {
		return "+ " + create.definition();
	}

	@Override
	public String visit(Difference.DropDefinition drop) {
		return "- " + drop.definition();
	}

	@Override
	public String visit(Difference.ReplaceDefinition replace) {
		return "~ " + replace.to();
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
		if (!from.type().canonical().equals(to.type().canonical())) {
			changes.add(from.type() + " -> " + to.type());
		}
		if (from.nullable() != to.nullable()) {
			changes.add(to.nullable() ? "not null -> nullable" : "nullable -> not null");
		}
		if (!DeclaredSql.same(from.defaultValue(), to.defaultValue())) {
			changes.add("default " + change(from.defaultValue(), to.defaultValue()));
		}
		if (from.identity() != to.identity()) {
			changes.add(to.identity() ? "auto-increment" : "no auto-increment");
		}
		if (!DeclaredSql.same(from.comment(), to.comment())) {
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

	private static String change(@Nullable DeclaredSql from, @Nullable DeclaredSql to) {
		return ((from != null) ? from : "(none)") + " -> " + ((to != null) ? to : "(none)");
	}

	private static String sequence(Sequence sequence) {
		return " start " + sequence.start() + ((sequence.increment() != 0) ? " increment " + sequence.increment() : "");
	}

}
