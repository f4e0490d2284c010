package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.Rename;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.file.RevisionContent;
import io.soundshare.migrations.file.RevisionFileFormat;
import io.soundshare.migrations.model.Remedy;
import liquibase.change.Change;
import liquibase.change.core.EmptyChange;

/**
 * A list of differences as the two halves of a revision: what mends them, and what undoes
 * that.
 */
public final class RevisionSteps {

	private final List<Difference> differences;

	private final Notes notes;

	private final RowDemands demands;

	private final ChangeWriter writer;

	private final boolean numbersRowsByKey;

	/**
	 * Make the steps.
	 * @param differences the differences, in the order in which they are mended
	 * @param candidates what may have been renamed
	 * @param after the schema they make, of tables with rows
	 * @param product the database product
	 * @param vocabulary the name of each remedy, for the notes
	 */
	public RevisionSteps(List<Difference> differences, List<Rename> candidates, Schema after, SupportedProduct product,
			Function<Remedy, String> vocabulary) {
		this.differences = List.copyOf(differences);
		this.demands = RowDemands.up(differences, after);
		this.notes = new Notes(differences, new Hints(candidates, vocabulary), this.demands);
		this.writer = new ChangeWriter(product);
		this.numbersRowsByKey = product.numbersRowsByKey();
	}

	/**
	 * The notes for the reviewer of a difference.
	 * @param difference one of the differences
	 * @return a line each
	 */
	public List<String> notes(Difference difference) {
		return this.notes.of(difference);
	}

	/**
	 * The revision in a format made of changes.
	 * @param note what is to be known before it is read
	 * @param format the format, any but SQL
	 * @return the content
	 */
	public RevisionContent content(String note, RevisionFileFormat format) {
		StepText text = new StepText(format);
		List<Difference> first = committedFirst();
		List<Difference> rest = this.differences.stream().filter((difference) -> !first.contains(difference)).toList();
		return new RevisionContent(note, text.changes(upgrade(rest)), text.rollback(downgrade(rest)), first.isEmpty()
				? null : new RevisionContent("", text.changes(upgrade(first)), text.rollback(downgrade(first))));
	}

	/**
	 * The differences to be committed before the rest, in a revision of its own:
	 * PostgreSQL uses no new value of an enum before that.
	 * @return what comes first; empty if all can be committed together
	 */
	public List<Difference> committedFirst() {
		List<Difference> values = this.differences.stream().filter(RevisionSteps::isValue).toList();
		boolean used = values.stream()
			.filter(Difference.AddValue.class::isInstance)
			.map((value) -> Pattern
				.compile("(?<!\\w)" + Pattern.quote(((Difference.AddValue) value).value()) + "(?!\\w)"))
			.anyMatch((value) -> this.differences.stream()
				.filter((other) -> !isValue(other) && !(other instanceof Difference.CreateType)
						&& !(other instanceof Difference.RemakeType))
				.anyMatch((other) -> value.matcher(other.toString()).find()));
		return used ? values : List.of();
	}

	private static boolean isValue(Difference difference) {
		return difference instanceof Difference.AddValue || difference instanceof Difference.RenameValue;
	}

	private List<RevisionStep> upgrade(List<Difference> differences) {
		return withoutRedundant(differences).stream()
			.map((difference) -> new RevisionStep(this.notes.of(difference), this.writer.write(difference)))
			.toList();
	}

	private List<RevisionStep> downgrade(List<Difference> differences) {
		List<Difference> inverse = new ArrayList<>(
				differences.stream().filter(Difference::undone).map(Difference::inverse).toList());
		Collections.reverse(inverse);
		if (inverse.isEmpty()) {
			return List.of(new RevisionStep(List.of(), List.of(new EmptyChange())));
		}
		return withoutRedundant(inverse).stream()
			.map((difference) -> new RevisionStep(List.of(), this.writer.write(difference)))
			.toList();
	}

	/**
	 * The changes of the upgrade alone.
	 * @return the changes
	 */
	public List<Change> changes() {
		return upgrade(this.differences).stream().flatMap((step) -> step.changes().stream()).toList();
	}

	/**
	 * Tell whether a difference is one that undoing leaves, as it says: a column that
	 * comes back takes NULL.
	 * @param left what is left to do after it was undone
	 * @return whether it was announced
	 */
	public boolean isAnnounced(Difference left) {
		return left instanceof Difference.AlterColumn alter && alter.from().equals(alter.to().asNullable())
				&& this.differences.stream()
					.anyMatch((difference) -> difference instanceof Difference.DropColumn drop
							&& drop.comesBackNullable() && drop.subject().equals(alter.subject())
							&& drop.column().name().equals(alter.to().name()));
	}

	/**
	 * The tables in which rows are known to be in the way.
	 * @return those a note tells of
	 */
	public Set<ObjectName> fragile() {
		return this.differences.stream()
			.filter((difference) -> (difference instanceof Difference.AddColumn add && add.fill() == null
					&& add.column().needsValue())
					|| (difference instanceof Difference.AlterColumn alter && (alter.destructive()
							|| (alter.from().nullable() && !alter.to().nullable() && alter.fill() == null)))
					|| (difference instanceof Difference.DropColumn drop && drop.inKey() && drop.column().needsValue())
					|| (difference instanceof Difference.AddPart add && add.part() instanceof ForeignKey
							&& this.demands.of(add) != null))
			.map(Difference::subject)
			.collect(Collectors.toSet());
	}

	/**
	 * The values that are none any more, of which a note tells: rows with them are not
	 * given others.
	 * @param table a table, as it is called afterwards
	 * @return their literals
	 */
	public Set<String> removed(ObjectName table) {
		return this.differences.stream()
			.filter((difference) -> difference.subject().equals(table))
			.filter((difference) -> difference instanceof Difference.AddPart && !this.notes.of(difference).isEmpty())
			.flatMap((difference) -> this.demands.removed((Difference.AddPart) difference).stream())
			.collect(Collectors.toSet());
	}

	/**
	 * The tables that are touched.
	 * @return the subjects of the differences
	 */
	public Set<ObjectName> subjects() {
		return this.differences.stream().map(Difference::subject).collect(Collectors.toSet());
	}

	/**
	 * The name a table has afterwards.
	 * @param table what it is called before
	 * @return the same unless it is renamed
	 */
	public ObjectName renamed(ObjectName table) {
		return this.differences.stream()
			.filter((difference) -> difference instanceof Difference.RenameTable rename && rename.from().equals(table))
			.map((difference) -> ((Difference.RenameTable) difference).to())
			.findFirst()
			.orElse(table);
	}

	private List<Difference> withoutRedundant(List<Difference> differences) {
		List<Difference> kept = new ArrayList<>();
		for (int i = 0; i < differences.size(); i++) {
			Difference difference = differences.get(i);
			if (!goesWithTable(difference, differences.subList(i, differences.size()))) {
				kept.add(difference);
			}
		}
		return this.numbersRowsByKey ? NumberingKeys.arrange(kept) : kept;
	}

	/** A foreign key goes with its table, unless it is in the way of another one. */
	private static boolean goesWithTable(Difference difference, List<Difference> after) {
		if (!(difference instanceof Difference.DropPart drop && drop.part() instanceof ForeignKey key)) {
			return false;
		}
		for (Difference later : after) {
			if (later instanceof Difference.DropDefinition && later.subject().equals(key.referencedTable())) {
				return false;
			}
			if (later instanceof Difference.DropTable table) {
				if (table.subject().equals(drop.subject())) {
					return true;
				}
				if (table.subject().equals(key.referencedTable())) {
					return false;
				}
			}
		}
		return false;
	}

}
