package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.soundshare.migrations.autogenerate.model.Definition;
import io.soundshare.migrations.autogenerate.model.Product;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of the definitions of two databases: the operations that make those of the
 * one those of the other.
 */
public final class DefinitionComparer {

	private DefinitionComparer() {
	}

	/**
	 * Compare what two databases of one product are made of.
	 * @param current what there is, in an order in which it can be made
	 * @param expected what there is to be, in such an order
	 * @param product what is the same
	 * @return what goes, in the opposite order; then what comes, and what changes
	 */
	public static List<Difference> compare(List<Definition> current, List<Definition> expected, Product product) {
		List<Difference> differences = new ArrayList<>();
		for (Definition definition : current) {
			if (find(definition, expected, product) == null) {
				differences.add(new Difference.DropDefinition(definition));
			}
		}
		Collections.reverse(differences);
		for (Definition definition : expected) {
			Definition existing = find(definition, current, product);
			if (existing == null) {
				differences.add(new Difference.CreateDefinition(definition));
			}
			else if (!existing.canonical().equals(definition.canonical())) {
				differences.add(new Difference.ReplaceDefinition(existing, definition));
			}
		}
		return differences;
	}

	/**
	 * Find an object by its name.
	 * @param definition the object as it is elsewhere
	 * @param among where to look
	 * @param product tells which names are the same
	 * @return the object, or {@code null} if there is none
	 */
	public static @Nullable Definition find(Definition definition, List<Definition> among, Product product) {
		return among.stream().filter((other) -> other.isNamedLike(definition, product)).findFirst().orElse(null);
	}

}
