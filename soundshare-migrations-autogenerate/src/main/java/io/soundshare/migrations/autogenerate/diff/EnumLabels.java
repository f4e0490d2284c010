package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.sql.TextLiteral;
import io.soundshare.migrations.sqlite.ddl.Names;
import org.jspecify.annotations.Nullable;

/**
 * The values of PostgreSQL's enums as they are beside those there are to be. A value
 * comes before anything may use it, and goes when nothing does any more.
 *
 * @param current the values there are, under the names they have now
 * @param expected the enums there are to be
 * @param renamed what values were called that have another name now
 * @param product what is the same
 */
public record EnumLabels(Map<ObjectName, List<String>> current, List<NamedType> expected,
		List<Difference.RenameValue> renamed, Product product) {

	public EnumLabels {
		current = Map.copyOf(current);
		renamed = List.copyOf(renamed);
		expected = List.copyOf(expected);
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
	 * @param fills what rows get that have a value too many
	 * @return what makes them anew, once the missing values are added
	 */
	public List<Difference> remade(Schema before, Schema after, Fills fills) {
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
				Difference.RemakeType remake = new Difference.RemakeType(type.name(), labels, target,
						uses(type, labels, before, after));
				remade.addAll(fits(remake, before, after, fills));
				remade.add(remake);
			}
		}
		return remade;
	}

	private Stream<NamedType> enums() {
		return this.expected.stream().filter((type) -> !type.labels().isEmpty());
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

	/** Operations that give rows another value than one that goes, where one is known. */
	private static List<Difference> fits(Difference.RemakeType remake, Schema before, Schema after, Fills fills) {
		List<Difference> fits = new ArrayList<>();
		for (Difference.RemakeType.Use use : remake.uses()) {
			Table table = table(after, use.table());
			Column column = column(before, use.table(), use.column());
			Fill fill = (table == null || column == null || use.array() || remake.removed().isEmpty()) ? null
					: fills.unfit(table, column);
			if (column != null && fill != null) {
				String removed = remake.removed().stream().map(TextLiteral::of).collect(Collectors.joining(", "));
				fits.add(new Difference.FillRows(use.table(), column, fill,
						Names.quote(use.column()) + " IN (" + removed + ")"));
			}
		}
		return fits;
	}

	/**
	 * The columns of the type, with the defaults they have by then: one nobody states is
	 * left as it is, and goes with its value.
	 */
	private List<Difference.RemakeType.Use> uses(NamedType type, List<String> labels, Schema before, Schema after) {
		List<Difference.RemakeType.Use> uses = new ArrayList<>();
		for (Table table : after.tables()) {
			for (Column column : table.columns()) {
				String written = column.type().canonical();
				boolean array = written.endsWith("[]");
				if (column.generatedAs() == null
						&& NamedType.name(array ? written.substring(0, written.length() - 2) : written, this.product)
							.equals(type.name())) {
					Column old = column(before, table.name(), column.name());
					DeclaredSql stated = column.defaultValue();
					DeclaredSql unstated = (old != null && stated == null) ? renamed(type, old.defaultValue()) : stated;
					boolean gone = stated == null && unstated != null
							&& labels.stream()
								.filter((label) -> !type.labels().contains(label))
								.anyMatch((label) -> pattern(label).matcher(unstated.declared()).find());
					uses.add(new Difference.RemakeType.Use(table.name(), column.name(), array, unstated,
							gone ? null : unstated));
				}
			}
		}
		return uses;
	}

	/** A default as it is once the values of its type are renamed. */
	private @Nullable DeclaredSql renamed(NamedType type, @Nullable DeclaredSql defaultValue) {
		DeclaredSql now = defaultValue;
		for (Difference.RenameValue rename : this.renamed) {
			if (now != null && rename.subject().equals(type.name())) {
				now = DeclaredSql.of(pattern(rename.from()).matcher(now.declared())
					.replaceAll(Matcher.quoteReplacement(TextLiteral.escaped(rename.to()))));
			}
		}
		return now;
	}

	/** A value in a text, alone or in the braces of an array. */
	private static Pattern pattern(String label) {
		return Pattern.compile("(?<=['{,\"])" + Pattern.quote(TextLiteral.escaped(label)) + "(?=['},\"])");
	}

	private static @Nullable Table table(Schema schema, ObjectName name) {
		return schema.tables().stream().filter((each) -> each.name().equals(name)).findFirst().orElse(null);
	}

	private static @Nullable Column column(Schema schema, ObjectName table, String name) {
		return schema.tables()
			.stream()
			.filter((each) -> each.name().equals(table))
			.flatMap((each) -> each.columns().stream())
			.filter((each) -> each.name().equals(name))
			.findFirst()
			.orElse(null);
	}

}
