package io.soundshare.migrations.autogenerate.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.database.Rows;
import io.soundshare.migrations.autogenerate.model.Definition;
import io.soundshare.migrations.autogenerate.model.Definition.Kind;
import io.soundshare.migrations.autogenerate.model.Definition.Section;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Dependencies between the objects of a PostgreSQL database, as far as it tells: not what
 * a function does that is kept as a text.
 */
final class PostgresDependencies {

	/** Objects that are part of another one: rules of views, defaults, row types. */
	private static final String PARTS = """
			SELECT 'pg_rewrite'::regclass::oid::bigint AS class, r.oid, 'pg_class'::regclass::oid::bigint AS ofclass, r.ev_class AS of
			FROM pg_rewrite r WHERE r.oid >= 16384
			UNION ALL SELECT 'pg_attrdef'::regclass::oid::bigint, oid, 'pg_class'::regclass::oid::bigint, adrelid FROM pg_attrdef
			UNION ALL SELECT 'pg_type'::regclass::oid::bigint, t.oid, 'pg_class'::regclass::oid::bigint, c.oid
			FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid WHERE c.relkind <> 'c' AND t.oid >= 16384
			UNION ALL SELECT 'pg_class'::regclass::oid::bigint, c.oid, 'pg_type'::regclass::oid::bigint, c.reltype
			FROM pg_class c WHERE c.relkind = 'c'
			UNION ALL SELECT 'pg_type'::regclass::oid::bigint, t.typarray, 'pg_type'::regclass::oid::bigint, t.oid
			FROM pg_type t WHERE t.typarray >= 16384
			UNION ALL SELECT 'pg_constraint'::regclass::oid::bigint, k.oid, 'pg_type'::regclass::oid::bigint, k.contypid
			FROM pg_constraint k WHERE k.contypid <> 0
			""";

	private static final String NEEDS = """
			SELECT classid::bigint AS class, objid AS oid, refclassid::bigint AS ofclass, refobjid AS of FROM pg_depend
			WHERE objid >= 16384 AND refobjid >= 16384 AND deptype IN ('n', 'a', 'i', 'e')
			""";

	private static final Set<Kind> MADE_WITH_TABLES = Set.of(Kind.TABLE, Kind.CONSTRAINT, Kind.TYPE);

	private final Map<Node, Set<Node>> needs;

	private PostgresDependencies(Map<Node, Set<Node>> needs) {
		this.needs = needs;
	}

	static PostgresDependencies read(Connection connection) throws SQLException {
		Map<Node, Node> parts = new HashMap<>();
		edges(connection, PARTS).forEach((edge) -> parts.put(edge.from, edge.to));
		Map<Node, Set<Node>> needs = new HashMap<>();
		edges(connection, NEEDS).forEach((edge) -> {
			Node from = whole(edge.from, parts);
			Node to = whole(edge.to, parts);
			if (!from.equals(to)) {
				needs.computeIfAbsent(from, (key) -> new LinkedHashSet<>()).add(to);
			}
		});
		return new PostgresDependencies(needs);
	}

	private static List<Edge> edges(Connection connection, String query) throws SQLException {
		return Rows.query(connection, query, (row) -> new Edge(new Node(row.getLong("class"), row.getLong("oid")),
				new Node(row.getLong("ofclass"), row.getLong("of"))));
	}

	private static Node whole(Node part, Map<Node, Node> parts) {
		Node whole = part;
		while (parts.containsKey(whole)) {
			whole = parts.get(whole);
		}
		return whole;
	}

	/** The objects, each after those it needs. */
	List<Definition> order(List<Made> made) {
		Map<Node, Made> byNode = new LinkedHashMap<>();
		made.stream().filter((each) -> !each.isLast()).forEach((each) -> byNode.put(each.node, each));
		Set<Node> early = new HashSet<>();
		byNode.values()
			.stream()
			.filter((each) -> MADE_WITH_TABLES.contains(each.kind))
			.forEach((each) -> collect(each.node, early));
		Map<Node, Definition> ordered = new LinkedHashMap<>();
		byNode.values().forEach((each) -> visit(each, byNode, early, ordered, new HashSet<>()));
		List<Definition> definitions = new ArrayList<>(ordered.values());
		made.stream().filter(Made::isLast).forEach((each) -> definitions.add(each.definition(Section.LAST, Set.of())));
		return definitions;
	}

	private void collect(Node node, Set<Node> into) {
		if (into.add(node)) {
			this.needs.getOrDefault(node, Set.of()).forEach((need) -> collect(need, into));
		}
	}

	private void visit(Made each, Map<Node, Made> byNode, Set<Node> early, Map<Node, Definition> ordered,
			Set<Node> visiting) {
		if (ordered.containsKey(each.node) || !visiting.add(each.node)) {
			return;
		}
		// A sequence goes with its column, but comes before it.
		Set<Node> needs = (each.kind == Kind.SEQUENCE) ? Set.of() : this.needs.getOrDefault(each.node, Set.of());
		List<Made> needed = needs.stream().filter(byNode::containsKey).map(byNode::get).toList();
		needed.forEach((need) -> visit(need, byNode, early, ordered, visiting));
		Section section = usual(each, early);
		for (Made need : needed) {
			Definition before = ordered.get(need.node);
			if (before != null && each.kind != Kind.TABLE) {
				Section after = (need.kind == Kind.TABLE && section == Section.BEFORE_TABLES) ? Section.AFTER_TABLES
						: before.section();
				section = (after.compareTo(section) > 0) ? after : section;
			}
		}
		ordered.put(each.node, each.definition(section, needed.stream().map(Made::name).collect(Collectors.toSet())));
	}

	private static Section usual(Made each, Set<Node> early) {
		return switch (each.kind) {
			case EXTENSION, TYPE, SEQUENCE, TABLE -> Section.BEFORE_TABLES;
			case FUNCTION -> early.contains(each.node) ? Section.BEFORE_TABLES : Section.AFTER_TABLES;
			case CONSTRAINT, INDEX -> Section.AFTER_TABLES;
			default -> Section.LAST;
		};
	}

	/**
	 * An object of the catalogue.
	 *
	 * @param catalog the number of the catalogue's table
	 * @param oid the number in it
	 */
	record Node(long catalog, long oid) {

	}

	private record Edge(Node from, Node to) {

	}

	/**
	 * A definition that has no section yet.
	 */
	record Made(Node node, Kind kind, ObjectName name, @Nullable ObjectName table, String create, String drop,
			String canonical) {

		/** Tell whether it says something about others, and is needed by none. */
		boolean isLast() {
			return this.kind == Kind.OWNER || this.kind == Kind.TABLE_COMMENT || this.kind == Kind.COMMENT;
		}

		Definition definition(Section section, Set<ObjectName> uses) {
			return new Definition(this.kind, this.name, this.table, this.create, this.drop, this.canonical, section,
					uses);
		}

	}

}
