package io.soundshare.migrations.sqlite.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.sqlite.SchemaFacts;
import io.soundshare.migrations.sqlite.SchemaFacts.Change;
import org.jspecify.annotations.Nullable;

/**
 * A change of a changelog, and what it may and must do to the facts.
 */
final class Step {

	private final String kind;

	private final String table;

	private final List<Map<String, Object>> changes = new ArrayList<>();

	private final List<Map<String, Object>> rollback = new ArrayList<>();

	private boolean reversible = true;

	private final Map<String, String> renames = new LinkedHashMap<>();

	private final List<Predicate<Change>> allowed = new ArrayList<>();

	private final Map<String, Predicate<Change>> required = new LinkedHashMap<>();

	private final List<String> refusals = new ArrayList<>();

	/** The tables that this step makes a foreign key to. */
	private final Set<String> parents = new LinkedHashSet<>();

	private final List<Predicate<Change>> residue = new ArrayList<>();

	Step(String kind, String table) {
		this.kind = kind;
		this.table = table;
	}

	String kind() {
		return this.kind;
	}

	String table() {
		return this.table;
	}

	List<Map<String, Object>> changes() {
		return this.changes;
	}

	/** The rollback to write; none for Liquibase's own. */
	List<Map<String, Object>> rollback() {
		return this.rollback;
	}

	boolean reversible() {
		return this.reversible;
	}

	boolean renames() {
		return !this.renames.isEmpty();
	}

	Step change(String name, @Nullable Object... attributes) {
		this.changes.add(map(name, attributes));
		return this;
	}

	Step back(String name, @Nullable Object... attributes) {
		this.rollback.add(map(name, attributes));
		return this;
	}

	Step irreversible() {
		this.reversible = false;
		return this;
	}

	/**
	 * Everything that mentions a name mentions another afterwards, nothing else differs.
	 */
	Step rename(String from, String to) {
		this.renames.put(from, to);
		return this;
	}

	Step allow(String... names) {
		for (String name : names) {
			this.allowed.add((change) -> change.name().equals(name));
		}
		return this;
	}

	Step allow(Predicate<Change> test) {
		this.allowed.add(test);
		return this;
	}

	Step require(String what, Predicate<Change> test) {
		this.allowed.add(test);
		this.required.put(what, test);
		return this;
	}

	Step require(char sign, String name) {
		return require(sign + " " + name, (change) -> change.name().equals(name) && signs(change, sign));
	}

	Step require(char sign, String name, String value) {
		return require(sign + " " + name + " = " + value,
				(change) -> change.name().equals(name) && signs(change, sign) && change.is().equals(value));
	}

	// A fact there are several of only counts up or down.
	private static boolean signs(Change change, char sign) {
		return change.sign() == sign || (change.sign() == '~' && (change.is() + change.was()).matches("(?:x\\d+)+"));
	}

	Step refersTo(String parent) {
		this.parents.add(parent);
		return this;
	}

	boolean isReferringTo(String parent) {
		return this.parents.contains(parent);
	}

	Step refusable(String pattern) {
		this.refusals.add(pattern);
		return this;
	}

	Step refusable(boolean when, String pattern) {
		return when ? refusable(pattern) : this;
	}

	/** The facts that may differ between before the change and after its rollback. */
	Step residue(Predicate<Change> test) {
		this.residue.add(test);
		return this;
	}

	boolean mayRefuse(String message) {
		return this.refusals.stream().anyMatch((pattern) -> Pattern.compile(pattern).matcher(message).find());
	}

	/** Whether a difference is one that steps leave behind when they are rolled back. */
	static boolean leave(List<Step> steps, Change change) {
		Change renamed = change;
		for (Step step : steps) {
			Change then = renamed;
			if (step.residue.stream().anyMatch((test) -> test.test(then))) {
				return true;
			}
			for (Map.Entry<String, String> rename : step.renames.entrySet()) {
				renamed = new Change(renamed.sign(), renamed.name().replace(rename.getKey(), rename.getValue()),
						renamed.was(), renamed.is());
			}
		}
		return false;
	}

	/** The complaints about steps that were made together. */
	static List<String> complaints(List<Step> steps, SchemaFacts before, SchemaFacts after) {
		SchemaFacts expected = before;
		SchemaFacts actual = after;
		if (steps.stream().anyMatch(Step::renames)) {
			Map<String, String> all = new LinkedHashMap<>();
			steps.forEach((step) -> all.putAll(step.renames));
			expected = renamed(before, all);
			actual = renamed(after, Map.of());
		}
		List<Change> changes = expected.changes(actual);
		List<String> complaints = new ArrayList<>();
		for (Change change : changes) {
			boolean broken = change.is().contains("BROKEN") || (change.is().contains("FAILS") && change.sign() == '~');
			if (broken || steps.stream()
				.noneMatch((step) -> step.allowed.stream().anyMatch((test) -> test.test(change)))) {
				complaints.add("unexpected: " + change);
			}
		}
		for (Step step : steps) {
			step.required.forEach((what, test) -> {
				if (changes.stream().noneMatch(test)) {
					complaints.add("missing: " + what);
				}
			});
		}
		return complaints;
	}

	// Without quotes on both sides: another name may need them where this one does not.
	private static SchemaFacts renamed(SchemaFacts facts, Map<String, String> renames) {
		java.util.TreeMap<String, String> renamed = new java.util.TreeMap<>();
		facts.facts()
			.forEach((name, value) -> renamed.merge(renamed(name, renames), renamed(value, renames), (a, b) -> a + b));
		return new SchemaFacts(renamed);
	}

	private static String renamed(String text, Map<String, String> renames) {
		String result = text.replace("\"", "");
		for (Map.Entry<String, String> rename : renames.entrySet()) {
			result = Pattern.compile(Pattern.quote(rename.getKey().replace("\"", "")), Pattern.CASE_INSENSITIVE)
				.matcher(result)
				.replaceAll(Matcher.quoteReplacement(rename.getValue().replace("\"", "")));
		}
		return result;
	}

	static Map<String, Object> map(String name, @Nullable Object... attributes) {
		return new LinkedHashMap<>(Map.of(name, attributes(attributes)));
	}

	static Map<String, Object> attributes(@Nullable Object... attributes) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < attributes.length; i += 2) {
			if (attributes[i + 1] != null) {
				map.put((String) attributes[i], attributes[i + 1]);
			}
		}
		return map;
	}

}
