package io.soundshare.migrations.engine.recording.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What else the catalogue has of an object: the type of a table's rows, the arrays of a
 * type, the index of a key, the rule that makes a view one.
 */
final class Aliases {

	private static final Map<String, Integer> CATALOGS = Map.of("rowtype", Key.TYPES, "arraytype", Key.TYPES,
			"multirange", Key.TYPES, "ruleoid", Key.RULES, "valueoid", Key.DEFAULTS, "indexoid", Key.RELATIONS);

	private Aliases() {
	}

	/** Return the other keys of an object and its parts. */
	static Map<Key, Key> of(Collection<Item> items) {
		Map<Key, Key> aliases = new HashMap<>();
		for (Item item : items) {
			CATALOGS.forEach((value, catalog) -> {
				if (item.has(value) && item.kind() != Kind.FOREIGN_KEY
						&& (catalog != Key.DEFAULTS || item.has("generated"))) {
					aliases.put(new Key(catalog, item.number(value), 0), item.key());
				}
			});
		}
		return aliases;
	}

}
