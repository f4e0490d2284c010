package io.soundshare.migrations.autogenerate.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.diff.EnumLabels;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;

/**
 * The values of PostgreSQL's enums, under the names somebody says they have now.
 */
public final class NamedEnums {

	private final Product product;

	private final Map<ObjectName, List<String>> labels;

	private final List<NamedType> expected;

	private final List<Difference.RenameValue> operations = new ArrayList<>();

	public NamedEnums(Map<ObjectName, List<String>> labels, List<NamedType> expected, Product product) {
		this.product = product;
		this.labels = new LinkedHashMap<>(labels);
		this.expected = expected;
	}

	/**
	 * Make the renames that are of values: {@code type.old:new}. Give back the others.
	 */
	public List<String> make(List<String> renames) {
		return renames.stream().filter((rename) -> !isMade(rename)).toList();
	}

	private boolean isMade(String rename) {
		int colon = rename.lastIndexOf(':');
		int dot = rename.lastIndexOf('.', Math.max(colon, 0));
		if (colon < 0 || dot < 0) {
			return false;
		}
		ObjectName type = NamedType.name(rename.substring(0, dot).strip(), this.product);
		String from = rename.substring(dot + 1, colon).strip();
		String to = rename.substring(colon + 1).strip();
		List<String> there = this.labels.getOrDefault(type, List.of());
		if (!there.contains(from) || there.contains(to) || to.isEmpty()) {
			return false;
		}
		make(type, from, to);
		return true;
	}

	/** Ask where one value has gone and another one come. */
	public void ask(Interview interview) {
		for (NamedType type : this.expected) {
			List<String> there = this.labels.getOrDefault(type.name(), List.of());
			List<String> gone = there.stream().filter((label) -> !type.labels().contains(label)).toList();
			List<String> come = type.labels().stream().filter((label) -> !there.contains(label)).toList();
			if (gone.size() == 1 && come.size() == 1
					&& interview.isRenamed(type.name() + "." + gone.get(0), type.name() + "." + come.get(0))) {
				make(type.name(), gone.get(0), come.get(0));
			}
		}
	}

	private void make(ObjectName type, String from, String to) {
		this.labels.computeIfPresent(type,
				(name, there) -> there.stream().map((label) -> label.equals(from) ? to : label).toList());
		this.operations.add(new Difference.RenameValue(type, from, to));
	}

	/** The operations that rename them. */
	public List<Difference.RenameValue> operations() {
		return this.operations;
	}

	/** The values under their new names. */
	public EnumLabels labels() {
		return new EnumLabels(this.labels, this.expected, this.operations, this.product);
	}

}
