package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the labels of enums their names back, those of new ones out of the way. A label
 * has an OID, and keeps it.
 */
final class Labels {

	private Labels() {
	}

	/** The statements for the types that are there before and after. */
	static List<String> renamed(Matching matching, Changes changes) {
		List<String> statements = new ArrayList<>();
		matching.pairs().forEach((key, now) -> {
			if (now.has("labels") && (!changes.isDropped(now) || changes.remade().contains(now.key()))) {
				rename(matching.before().item(key), now, statements);
			}
		});
		return statements;
	}

	/** A value of an enum by the name its label had before. */
	static String old(Catalog first, Catalog then, Item column, String value) {
		if (!column.is("typekind", "e")) {
			return value;
		}
		Key key = new Key(Key.TYPES, column.number("typeoid"), 0);
		Item type = first.find(key);
		Item later = then.find(key);
		if (type == null || later == null) {
			return value;
		}
		Map<String, String> old = labels(type);
		return labels(later).entrySet()
			.stream()
			.filter((label) -> label.getValue().equals(value))
			.map((label) -> old.getOrDefault(label.getKey(), value))
			.findFirst()
			.orElse(value);
	}

	private static void rename(Item then, Item now, List<String> statements) {
		Map<String, String> old = labels(then);
		Map<String, String> present = labels(now);
		String rename = "ALTER TYPE " + now.qualified() + " RENAME VALUE %s TO %s";
		List<String> last = new ArrayList<>();
		present.forEach((oid, label) -> {
			String wanted = old.get(oid);
			boolean inTheWay = wanted == null && old.containsValue(label);
			if (inTheWay || (wanted != null && !wanted.equals(label))) {
				String free = "undo~" + oid;
				statements.add(rename.formatted(Names.literal(label), Names.literal(free)));
				if (wanted != null) {
					last.add(rename.formatted(Names.literal(free), Names.literal(wanted)));
				}
			}
		});
		statements.addAll(last);
	}

	private static Map<String, String> labels(Item type) {
		Map<String, String> labels = new HashMap<>();
		String[] oids = type.get("labeloids").split(" ");
		String[] names = type.get("labels").split("\n");
		for (int i = 0; i < Math.min(oids.length, names.length); i++) {
			labels.put(oids[i], names[i]);
		}
		return labels;
	}

}
