package io.soundshare.migrations.engine.recording.postgres;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Who may do what with an object. Nothing in the catalogue means what PostgreSQL gives by
 * itself: everything to the owner, and some things to everybody.
 */
final class Privileges {

	private final Ddl ddl;

	/** The roles that get privileges of whatever is made. */
	private final List<String> others;

	Privileges(Ddl ddl, List<String> others) {
		this.others = others;
		this.ddl = ddl;
	}

	void add(Item item, Map<String, Property> properties) {
		if (!item.has("acl")) {
			return;
		}
		Item whole = (item.kind() == Kind.COLUMN) ? this.ddl.owner(item) : item;
		String on = " ON " + word(whole) + " " + this.ddl.name(whole);
		String columns = (item.kind() == Kind.COLUMN) ? " (" + Names.quoted(item.name()) + ")" : "";
		Set<String> grantees = new LinkedHashSet<>();
		StringBuilder grants = new StringBuilder();
		for (String line : item.get("acl").split("\n")) {
			if (line.isEmpty()) {
				continue;
			}
			String[] fields = line.split(" ", 3);
			grantees.add(fields[2]);
			grants.append("; GRANT ").append(fields[0]).append(columns).append(on).append(" TO ").append(fields[2]);
			if (fields[1].equals("t") && !fields[2].equals(whole.get("role"))) {
				grants.append(" WITH GRANT OPTION");
			}
		}
		String revoke = "REVOKE ALL" + columns + on + " FROM ";
		String reset = grantees.isEmpty() ? "" : revoke + String.join(", ", grantees) + "; ";
		if (columns.isEmpty()) {
			grantees.add("PUBLIC");
			grantees.addAll(this.others);
			grantees.add(whole.get("role"));
			reset += "GRANT ALL" + on + " TO " + whole.get("role") + everybody(whole, on);
		}
		properties.put("acl",
				Property.later(Arrays.stream(item.get("acl").split("\n")).sorted().collect(Collectors.joining("\n")),
						revoke + String.join(", ", grantees) + grants, reset));
	}

	/**
	 * What takes away what others get of a new object that is nobody's but its owner's.
	 */
	@Nullable Property plain(Item item) {
		boolean any = switch (item.kind()) {
			case TABLE, VIEW, SEQUENCE, ROUTINE, TYPE, SCHEMA -> !this.others.isEmpty();
			default -> false;
		};
		if (!any) {
			return null;
		}
		String on = " ON " + word(item) + " " + this.ddl.name(item);
		String owner = item.get("role");
		return Property.later("", "REVOKE ALL" + on + " FROM " + String.join(", ", this.others) + "; GRANT ALL" + on
				+ " TO " + owner + everybody(item, on), null);
	}

	private static String word(Item item) {
		return switch (item.kind()) {
			case VIEW, TABLE -> "TABLE";
			case ROUTINE -> item.is("type", "p") ? "PROCEDURE" : "FUNCTION";
			default -> Ddl.word(item);
		};
	}

	private static String everybody(Item item, String on) {
		return switch (item.kind()) {
			case ROUTINE -> "; GRANT EXECUTE" + on + " TO PUBLIC";
			case TYPE -> "; GRANT USAGE" + on + " TO PUBLIC";
			default -> "";
		};
	}

}
