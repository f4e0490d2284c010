package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Spelling;
import io.soundshare.migrations.autogenerate.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * The values of PostgreSQL's enums as they are beside those there are to be. A value
 * comes before anything may use it, and goes when nothing does any more.
 *
 * @param current the values there are
 * @param wanted the enums there are to be
 */
public record EnumLabels(Map<ObjectName, List<String>> current, List<NamedType> wanted) {

	public EnumLabels {
		current = Map.copyOf(current);
		wanted = List.copyOf(wanted);
	}

	/**
	 * Find the values that are missing.
	 * @return what adds them
	 */
	public List<Difference> added() {
		List<Difference> added = new ArrayList<>();
		for (NamedType type : there()) {
			List<String> labels = new ArrayList<>(labels(type));
			for (String label : type.labels()) {
				if (!labels.contains(label)) {
					String before = type.ordered() ? following(type, label, labels) : null;
					labels.add((before != null) ? labels.indexOf(before) : labels.size(), label);
					added.add(new Difference.AddValue(type.name(), label, before));
				}
			}
		}
		return added;
	}

	/**
	 * Find the enums that have a value too many, or have them in another order where that
	 * means something. PostgreSQL takes no value back: such an enum is made anew.
	 * @param before the schema before anything is changed, with everything renamed
	 * @param after the schema there is to be
	 * @return what makes them anew, once the missing values are added
	 */
	public List<Difference> remade(Schema before, Schema after) {
		List<Difference> remade = new ArrayList<>();
		for (NamedType type : there()) {
			List<String> labels = new ArrayList<>(labels(type));
			for (Difference difference : added()) {
				if (difference instanceof Difference.AddValue add && add.subject().equals(type.name())) {
					labels.add((add.before() != null) ? labels.indexOf(add.before()) : labels.size(), add.value());
				}
			}
			List<String> kept = labels.stream().filter(type.labels()::contains).toList();
			List<String> target = type.ordered() ? type.labels() : kept;
			if (!labels.equals(target)) {
				remade.add(new Difference.RemakeType(type.name(), labels, target, uses(type, before, after)));
			}
		}
		return remade;
	}

	private Stream<NamedType> enums() {
		return this.wanted.stream().filter((type) -> !type.labels().isEmpty());
	}

	private List<NamedType> there() {
		return enums().filter((type) -> this.current.containsKey(type.name())).toList();
	}

	private List<String> labels(NamedType type) {
		return this.current.getOrDefault(type.name(), List.of());
	}

	private static @Nullable String following(NamedType type, String label, List<String> labels) {
		return type.labels()
			.stream()
			.skip(type.labels().indexOf(label) + 1L)
			.filter(labels::contains)
			.findFirst()
			.orElse(null);
	}

	/** The columns of the type, with the defaults they have in the end. */
	private static List<Difference.RemakeType.Use> uses(NamedType type, Schema before, Schema after) {
		List<Difference.RemakeType.Use> uses = new ArrayList<>();
		for (Table table : after.tables()) {
			for (Column column : table.columns()) {
				String written = column.type().read();
				boolean array = written.endsWith("[]");
				if (column.generatedAs() == null
						&& NamedType.name(array ? written.substring(0, written.length() - 2) : written)
							.equals(type.name())) {
					uses.add(new Difference.RemakeType.Use(table.name(), column.name(), array,
							(column.defaultValue() != null) ? column.defaultValue()
									: unstated(before, table.name(), column.name())));
				}
			}
		}
		return uses;
	}

	/** What nobody states of a default is left as it is. */
	private static @Nullable Spelling unstated(Schema before, ObjectName table, String column) {
		return before.tables()
			.stream()
			.filter((each) -> each.name().equals(table))
			.flatMap((each) -> each.columns().stream())
			.filter((each) -> each.name().equals(column))
			.map(Column::defaultValue)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
