package io.soundshare.migrations.sqlite;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Everything that can be observed of a SQLite database, as named facts: normalised
 * {@code sqlite_master} text, {@code table_xinfo}, {@code index_list} and
 * {@code index_xinfo}, {@code foreign_key_list}, every cell with its type and rowid,
 * {@code sqlite_sequence}, {@code foreign_key_check}, {@code integrity_check}, whether
 * views select and DML compiles, and the pragmas of the connection. Liquibase's own
 * tables are left out.
 *
 * @param facts the facts by name
 */
public record SchemaFacts(SortedMap<String, String> facts) {

	public SchemaFacts {
		facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
	}

	/**
	 * Reads all facts.
	 * @param connection a connection to SQLite; neither committed nor rolled back
	 * @return the facts
	 */
	public static SchemaFacts of(Connection connection) {
		return new SchemaFacts(new SchemaFactsReader(connection).read());
	}

	/**
	 * Only the facts whose name passes.
	 * @param name the test
	 * @return fewer facts
	 */
	public SchemaFacts only(Predicate<String> name) {
		SortedMap<String, String> fewer = new TreeMap<>(this.facts);
		fewer.keySet().removeIf(name.negate());
		return new SchemaFacts(fewer);
	}

	/**
	 * The difference, readable: a line a fact, {@code + name = value},
	 * {@code - name = value} or {@code ~ name = new value  (was old value)}.
	 * @param after the facts to compare with
	 * @return the lines, empty when nothing differs
	 */
	public List<String> diff(SchemaFacts after) {
		return changes(after).stream().map(Change::toString).toList();
	}

	/**
	 * The difference.
	 * @param after the facts to compare with
	 * @return the changes in the order of the facts' names
	 */
	public List<Change> changes(SchemaFacts after) {
		TreeSet<String> names = new TreeSet<>(this.facts.keySet());
		names.addAll(after.facts.keySet());
		List<Change> changes = new ArrayList<>();
		for (String name : names) {
			String was = this.facts.get(name);
			String is = after.facts.get(name);
			if (was == null) {
				changes.add(new Change('+', name, "", Objects.requireNonNull(is)));
			}
			else if (is == null) {
				changes.add(new Change('-', name, was, ""));
			}
			else if (!was.equals(is)) {
				changes.add(new Change('~', name, was, is));
			}
		}
		return changes;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		this.facts.forEach((name, value) -> text.append(name).append(" = ").append(value).append('\n'));
		return text.toString();
	}

	/**
	 * A difference.
	 *
	 * @param sign {@code +}, {@code -} or {@code ~}
	 * @param name the fact's name
	 * @param was its value before
	 * @param is its value after
	 */
	public record Change(char sign, String name, String was, String is) {

		@Override
		public String toString() {
			return switch (this.sign) {
				case '+' -> "+ " + this.name + value(this.is);
				case '-' -> "- " + this.name + value(this.was);
				default -> "~ " + this.name + value(this.is) + "  (was " + this.was + ")";
			};
		}

		private static String value(String value) {
			return value.isEmpty() ? "" : (" = " + value);
		}

	}

}
