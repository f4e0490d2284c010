package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.soundshare.migrations.engine.recording.postgres.Catalog.Group;

/**
 * The definitions of objects as texts, by which two states of a schema are compared:
 * nothing in them changes with a restart, with the search path or with the order of
 * columns, since one that comes back stands last.
 */
final class Definitions {

	/** What is no part of a definition: what the catalogue knows objects by, and data. */
	private static final List<String> LEFT_OUT = List.of("schemaoid", "rowtype", "arraytype", "file", "ruleoid",
			"ruleversion", "shape", "start", "ownedby", "ownedcolumn", "typeoid", "typmod", "collationoid", "valueoid",
			"valueversion", "typekind", "category", "plainstorage", "indexoid", "referred", "columns",
			"referredcolumns", "ondelete", "onupdate", "deferrable", "deferred", "parent", "routine", "labeloids",
			"multirange", "canonical", "signature", "source", "volatility", "language", "defaults", "populated",
			"immediate", "isunique", "partial", "local", "inherited", "foreignlocal", "column", "aggregate", "type",
			"relkind", "valid", "defaults", "arguments");

	private final Catalog catalog;

	private final Ddl ddl;

	Definitions(Catalog catalog) {
		this.catalog = catalog;
		this.ddl = new Ddl(catalog);
	}

	Map<String, String> all() {
		Map<String, String> texts = new TreeMap<>();
		this.catalog.groups().forEach((group) -> add(group, texts));
		return texts;
	}

	Map<String, String> of(Collection<Key> keys) {
		Map<String, String> texts = new TreeMap<>();
		for (Key key : keys) {
			Group group = this.catalog.group(key);
			if (group != null) {
				add(group, texts);
			}
		}
		return texts;
	}

	private void add(Group group, Map<String, String> texts) {
		List<String> lines = new ArrayList<>();
		for (Item item : group.items().values()) {
			if (!item.isPart()) {
				continue;
			}
			switch (item.kind()) {
				case INDEX, TRIGGER, RULE, POLICY, STATISTICS -> texts.put(name(item), values(item));
				case INHERITANCE -> {
					if (item.isRelation("rpf")) {
						lines.add("  parent " + name(this.ddl.parent(item)));
					}
				}
				case COLUMN -> lines.add("  column " + item.name() + " " + item.get("type") + values(item));
				default -> lines.add("  " + item.kind().word().toLowerCase(java.util.Locale.ROOT) + " " + item.name()
						+ " " + values(item));
			}
		}
		Item whole = group.whole();
		if (whole.kind() == Kind.SEQUENCE && whole.has("owned")) {
			Item column = this.ddl.columnOf(whole);
			lines.add("  of " + ((column != null) ? this.ddl.name(column) : ""));
		}
		Collections.sort(lines);
		texts.put(name(whole), values(whole) + lines.stream().map((line) -> "\n" + line).collect(Collectors.joining()));
	}

	private static String values(Item item) {
		return item.values()
			.entrySet()
			.stream()
			.filter((value) -> !LEFT_OUT.contains(value.getKey()))
			.map((value) -> " " + value.getKey() + " " + value.getValue())
			.collect(Collectors.joining());
	}

	/** The name of an object for people. */
	String name(Item item) {
		String name = this.catalog.name(item);
		String word = Ddl.word(item).toLowerCase(java.util.Locale.ROOT);
		return switch (item.kind()) {
			case ROUTINE -> word + " " + name + "(" + item.get("signature") + ")";
			case TRIGGER, RULE, POLICY -> word + " " + item.name() + " on "
					+ name(this.ddl.owner(item)).replaceFirst("^(foreign |materialized )?\\w+ ", "");
			case OTHER -> item.name();
			default -> word + " " + name;
		};
	}

}
