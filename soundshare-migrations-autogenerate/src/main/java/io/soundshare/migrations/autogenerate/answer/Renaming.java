package io.soundshare.migrations.autogenerate.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.Fills;
import io.soundshare.migrations.autogenerate.diff.Rename;
import io.soundshare.migrations.autogenerate.diff.RenameCandidates;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Sequence;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Decision about what was renamed: what somebody said, and what somebody answers.
 */
public final class Renaming {

	private final Schema expected;

	private final Product product;

	private final List<Difference> operations = new ArrayList<>();

	private Schema current;

	public Renaming(Schema current, Schema expected, Product product) {
		this.current = current;
		this.expected = expected;
		this.product = product;
	}

	/** Make the renames somebody has given. */
	public void make(List<String> given) {
		given.forEach((text) -> make(parse(text)));
	}

	/** Ask for each that may be one: tables first, since their columns hang on it. */
	public void ask(Interview interview) {
		for (Rename candidate : RenameCandidates.tables(differences(), this.product)) {
			if (interview.isRenamed(candidate.table().toString(), candidate.newName())) {
				make(candidate);
			}
		}
		for (Rename candidate : RenameCandidates.columns(differences(), this.product)) {
			if (interview.isRenamed(candidate.table() + "." + candidate.column(),
					candidate.table() + "." + candidate.newName())) {
				make(candidate);
			}
		}
	}

	private List<Difference> differences() {
		return Comparer.compare(this.current, this.expected, this.product, Fills.NONE);
	}

	private void make(Rename rename) {
		this.operations.add(rename.in(this.current, this.product));
		this.current = rename.applyTo(this.current, this.product);
		if (rename.column() == null) {
			takeSequenceAlong(rename);
		}
	}

	/**
	 * Hibernate names a sequence after its table. A new one would begin anew, below the
	 * rows there are.
	 */
	private void takeSequenceAlong(Rename rename) {
		String schema = rename.table().schema();
		for (Sequence sequence : this.current.sequences()) {
			String suffix = suffix(sequence.name(), rename.table());
			ObjectName renamed = new ObjectName(schema, rename.newName() + suffix);
			if (suffix != null && isSequence(this.expected, renamed) && !isSequence(this.expected, sequence.name())
					&& !isSequence(this.current, renamed)) {
				this.operations.add(new Difference.RenameSequence(sequence.name(), renamed));
				List<Sequence> sequences = new ArrayList<>(this.current.sequences());
				sequences.replaceAll(
						(each) -> (each == sequence) ? new Sequence(renamed, each.start(), each.increment()) : each);
				this.current = new Schema(this.current.tables(), sequences);
			}
		}
	}

	/** The rest of the sequence's name after the table's. */
	private @Nullable String suffix(ObjectName sequence, ObjectName table) {
		String name = this.product.key(sequence.name());
		String prefix = this.product.key(table.name());
		return (Objects.equals(sequence.schema(), table.schema()) && name.startsWith(prefix + "_"))
				? sequence.name().substring(prefix.length()) : null;
	}

	private boolean isSequence(Schema schema, ObjectName name) {
		return schema.sequences()
			.stream()
			.anyMatch((sequence) -> this.product.key(sequence.name()).equals(this.product.key(name)));
	}

	private Rename parse(String text) {
		int colon = text.indexOf(':');
		if (colon <= 0 || colon == text.length() - 1) {
			throw new AutogenerateException("'" + text + "' is no rename.",
					Wording.format("Give the old name and the new one: %s for a column, %s for a table.",
							Kind.RENAME.of("songs.title:name"), Kind.RENAME.of("songs:tracks")),
					null);
		}
		String old = text.substring(0, colon).strip();
		String newName = text.substring(colon + 1).strip();
		int dot = old.lastIndexOf('.');
		if (dot < 0 || isTable(name(old))) {
			return new Rename(name(old), null, newName);
		}
		return new Rename(name(old.substring(0, dot)), old.substring(dot + 1), newName);
	}

	private static ObjectName name(String text) {
		int dot = text.lastIndexOf('.');
		return (dot < 0) ? ObjectName.of(text) : new ObjectName(text.substring(0, dot), text.substring(dot + 1));
	}

	private boolean isTable(ObjectName name) {
		return this.current.tables()
			.stream()
			.anyMatch((table) -> this.product.key(table.name()).equals(this.product.key(name)));
	}

	/** The schema with everything renamed. */
	public Schema current() {
		return this.current;
	}

	/** The operations that rename it. */
	public List<Difference> operations() {
		return this.operations;
	}

}
