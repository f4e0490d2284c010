package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.ObjectName;

/**
 * Notes for the reviewer of a difference: what there is to know, and how to have it
 * otherwise.
 */
final class Notes implements Difference.Visitor<List<String>> {

	private static final List<String> NOTHING = List.of();

	private final List<Difference> differences;

	private final Hints hints;

	private final ColumnNotes columns;

	private final RowDemands demands;

	/**
	 * Make notes.
	 * @param differences all differences of a revision
	 * @param hints hints how to have it otherwise
	 * @param demands what they demand of rows
	 */
	Notes(List<Difference> differences, Hints hints, RowDemands demands) {
		this.differences = List.copyOf(differences);
		this.demands = demands;
		this.hints = hints;
		this.columns = new ColumnNotes(this.differences, hints);
	}

	List<String> of(Difference difference) {
		return difference.accept(this);
	}

	@Override
	public List<String> visit(Difference.CreateSchema difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.CreateType difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.DropType difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.AddValue difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.RenameValue difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.RemakeType remake) {
		return new EnumNotes(this.differences, this.hints).of(remake);
	}

	@Override
	public List<String> visit(Difference.CreateTable difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.DropTable drop) {
		List<String> notes = new ArrayList<>();
		notes.add("REVIEW: drops the table " + drop.subject() + " with all its rows.");
		notes.addAll(this.hints.renamed(drop.subject(), null));
		return notes;
	}

	@Override
	public List<String> visit(Difference.RenameTable difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.AddColumn add) {
		return this.columns.of(add);
	}

	@Override
	public List<String> visit(Difference.DropColumn drop) {
		return this.columns.of(drop);
	}

	@Override
	public List<String> visit(Difference.RenameColumn difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.AlterColumn alter) {
		return this.columns.of(alter);
	}

	@Override
	public List<String> visit(Difference.FillRows fill) {
		return List.of("REVIEW: what these rows had is gone. Undone, they keep what they got.");
	}

	@Override
	public List<String> visit(Difference.AlterComment difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.AddPart add) {
		String unfit = this.demands.of(add);
		if (unfit == null || isFitted(add)) {
			return NOTHING;
		}
		String column = this.demands.checked(add);
		return List.of("REVIEW: fails if " + unfit + ". "
				+ ((column != null) ? "Another value for such rows: " + this.hints.fill(add.subject(), column)
						: "See to those rows before."));
	}

	@Override
	public List<String> visit(Difference.DropPart drop) {
		String unfit = this.demands.down().of(new Difference.AddPart(drop.subject(), drop.part()));
		return (unfit != null) ? List.of("REVIEW: cannot be undone while " + unfit + ".") : NOTHING;
	}

	@Override
	public List<String> visit(Difference.CreateSequence create) {
		return !isBesideRows(create) ? NOTHING : List.of("REVIEW: " + create.subject() + " begins at "
				+ create.sequence().start() + ", whatever ids its table holds: raise it above them.");
	}

	@Override
	public List<String> visit(Difference.DropSequence drop) {
		return List.of("REVIEW: drops the sequence " + drop.subject() + ".");
	}

	@Override
	public List<String> visit(Difference.RenameSequence difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.AlterSequence difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.CreateDefinition difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.DropDefinition difference) {
		return NOTHING;
	}

	@Override
	public List<String> visit(Difference.ReplaceDefinition difference) {
		return NOTHING;
	}

	/** Whether rows get a value that the part takes, just before. */
	private boolean isFitted(Difference.AddPart add) {
		int place = this.differences.indexOf(add);
		return place > 0 && this.differences.get(place - 1) instanceof Difference.FillRows fill
				&& fill.subject().equals(add.subject());
	}

	/** Whether it is for a table that is there already. */
	private boolean isBesideRows(Difference.CreateSequence create) {
		List<ObjectName> created = this.differences.stream()
			.filter(Difference.CreateTable.class::isInstance)
			.map(Difference::subject)
			.toList();
		return !created.containsAll(create.sequence().tables());
	}

}
