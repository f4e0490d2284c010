package io.soundshare.migrations.autogenerate.diff;

import java.util.List;

import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Sequences as they are beside those there are to be.
 *
 * @param current the sequences there are
 * @param expected the sequences there are to be
 * @param rules what counts
 */
record SequenceComparison(List<Sequence> current, List<Sequence> expected, Rules rules) {

	/**
	 * Add what mends the differences.
	 * @param operations what there is to do
	 */
	void addTo(Operations operations) {
		for (Sequence sequence : this.expected) {
			Sequence existing = find(this.current, sequence.name());
			if (existing == null) {
				operations.add(Operations.Stage.CREATE, new Difference.CreateSequence(sequence));
			}
			else if (existing.increment() != 0 && sequence.increment() != 0) {
				Sequence altered = new Sequence(existing.name(),
						beginsTooLow(existing, sequence) ? sequence.start() : existing.start(), sequence.increment());
				if (altered.increment() != existing.increment() || altered.start() != existing.start()) {
					operations.add(Operations.Stage.ALTER, new Difference.AlterSequence(existing, altered));
				}
			}
		}
		for (Sequence sequence : this.current) {
			if (find(this.expected, sequence.name()) == null) {
				operations.add(Operations.Stage.DROP, new Difference.DropSequence(sequence));
			}
		}
	}

	/**
	 * Hibernate takes a first value that is not the one it knows of for the end of a
	 * block, and hands out the ids below.
	 */
	private boolean beginsTooLow(Sequence existing, Sequence sequence) {
		return !this.rules.strict() && existing.increment() > 0 && sequence.increment() > 0
				&& existing.start() < sequence.start();
	}

	private @Nullable Sequence find(List<Sequence> sequences, ObjectName name) {
		Product product = this.rules.product();
		return sequences.stream()
			.filter((sequence) -> product.key(sequence.name()).equals(product.key(name)))
			.findFirst()
			.orElse(null);
	}

}
