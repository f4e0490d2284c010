package io.soundshare.migrations.autogenerate.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.Definition;
import io.soundshare.migrations.autogenerate.model.Definition.Kind;
import io.soundshare.migrations.autogenerate.model.Definition.Section;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * A whole database, divided in what the model of tables describes and what has to be made
 * in the database's own words. A table made in its own words takes its parts along.
 */
final class BaselineParts {

	private final Product product;

	private final Schema schema;

	private final List<Definition> definitions;

	private final List<Definition> literal = new ArrayList<>();

	BaselineParts(Product product, Schema schema, List<Definition> definitions) {
		this.product = product;
		this.schema = schema;
		this.definitions = List.copyOf(definitions);
		this.definitions.stream().filter((definition) -> !isDescribed(definition)).forEach(this::takeLiterally);
		schema.tables().stream().filter(BaselineParts::hasQuotes).forEach((table) -> takeTableLiterally(table.name()));
	}

	/** Liquibase cannot write a name with a double quote in it. */
	private static boolean hasQuotes(Table table) {
		return Stream
			.of(Stream.of(table.name().toString()), table.columns().stream().map(Column::name),
					parts(table).map(Named::name),
					table.foreignKeys()
						.stream()
						.flatMap((key) -> Stream.concat(Stream.of(key.referencedTable().toString()),
								key.referencedColumns().stream())))
			.flatMap((names) -> names)
			.anyMatch((name) -> name.contains("\""));
	}

	Schema schema() {
		return this.schema;
	}

	List<Definition> definitions() {
		return this.definitions;
	}

	boolean isEmpty() {
		return this.definitions.isEmpty() && this.schema.sequences().isEmpty();
	}

	/** The definitions the model does not have. */
	List<Definition> undescribed() {
		return this.definitions.stream().filter((definition) -> !isDescribed(definition)).toList();
	}

	/** Tell whether the model has it too. */
	private boolean isDescribed(Definition definition) {
		if (!definition.kind().isModelled()) {
			return false;
		}
		if (definition.kind() == Kind.TABLE) {
			return table(definition.name()) != null;
		}
		if (definition.kind() == Kind.SEQUENCE) {
			return this.schema.sequences().stream().anyMatch((sequence) -> isSame(sequence.name(), definition.name()));
		}
		Table table = table(definition.table());
		return table != null && (definition.kind() == Kind.TABLE_COMMENT
				|| parts(table).anyMatch((part) -> isSame(part, definition)));
	}

	/**
	 * Make something in the words of the database, with all that depends on how it is
	 * made.
	 * @param definition something there is
	 * @return whether that is new
	 */
	boolean takeLiterally(Definition definition) {
		if (this.literal.contains(definition)) {
			return false;
		}
		this.literal.add(definition);
		if (definition.kind() == Kind.TABLE) {
			this.definitions.stream()
				.filter((part) -> part.table() != null && isSame(part.table(), definition.name()))
				.forEach(this::takeLiterally);
		}
		else if (definition.kind() == Kind.SEQUENCE && definition.table() != null) {
			takeTableLiterally(definition.table());
		}
		return true;
	}

	boolean takeTableLiterally(ObjectName name) {
		return this.definitions.stream()
			.filter((definition) -> definition.kind() == Kind.TABLE && isSame(definition.name(), name))
			.map(this::takeLiterally)
			.reduce(false, Boolean::logicalOr);
	}

	/**
	 * The differences that make the whole of it of nothing, in an order in which it can
	 * be done.
	 */
	List<Difference> differences() {
		List<Difference> described = Comparer.strictly(Schema.EMPTY, described(), this.product)
			.stream()
			.filter((difference) -> !(difference instanceof Difference.CreateSchema))
			.toList();
		Predicate<Difference> last = (difference) -> difference instanceof Difference.AddPart add
				&& add.part() instanceof ForeignKey;
		Set<String> schemas = new TreeSet<>(this.schema.schemas());
		this.definitions.stream()
			.map(Definition::name)
			.map(ObjectName::schema)
			.filter(Objects::nonNull)
			.forEach(schemas::add);
		return Stream
			.<Stream<? extends Difference>>of(schemas.stream().map(Difference.CreateSchema::new),
					literal(Section.BEFORE_TABLES), described.stream().filter(last.negate()),
					literal(Section.AFTER_TABLES), described.stream().filter(last), literal(Section.LAST))
			.<Difference>flatMap((differences) -> differences)
			.toList();
	}

	private Stream<Difference> literal(Section section) {
		return this.definitions.stream()
			.filter((definition) -> definition.section() == section && this.literal.contains(definition))
			.map(Difference.CreateDefinition::new);
	}

	private Set<ObjectName> literal(Kind kind) {
		return this.literal.stream()
			.filter((definition) -> definition.kind() == kind)
			.map((definition) -> this.product.key(definition.name()))
			.collect(Collectors.toSet());
	}

	private Schema described() {
		Set<ObjectName> sequences = literal(Kind.SEQUENCE);
		Set<ObjectName> tables = literal(Kind.TABLE);
		return new Schema(
				this.schema.tables()
					.stream()
					.filter((table) -> !tables.contains(this.product.key(table.name())))
					.map(this::described)
					.toList(),
				this.schema.sequences()
					.stream()
					.filter((sequence) -> !sequences.contains(this.product.key(sequence.name())))
					.toList());
	}

	private Table described(Table table) {
		List<Definition> own = this.literal.stream()
			.filter((definition) -> definition.table() != null && isSame(definition.table(), table.name()))
			.toList();
		PrimaryKey key = table.primaryKey();
		return new Table(table.name(), table.columns(), (key != null && isIn(key, own)) ? null : key,
				table.uniques().stream().filter((part) -> !isIn(part, own)).toList(),
				table.foreignKeys().stream().filter((part) -> !isIn(part, own)).toList(),
				table.checks().stream().filter((part) -> !isIn(part, own)).toList(),
				table.indexes().stream().filter((part) -> !isIn(part, own)).toList(), table.comment());
	}

	private boolean isIn(Named part, List<Definition> definitions) {
		return definitions.stream().anyMatch((definition) -> isSame(part, definition));
	}

	private boolean isSame(Named part, Definition definition) {
		boolean index = part instanceof Index;
		return definition.kind().isModelled() && index == (definition.kind() == Kind.INDEX)
				&& this.product.key(part.name()).equals(this.product.key(definition.name().name()));
	}

	private boolean isSame(ObjectName one, ObjectName other) {
		return this.product.key(one).equals(this.product.key(other));
	}

	private static Stream<Named> parts(Table table) {
		return Stream
			.<Stream<? extends Named>>of(Stream.ofNullable(table.primaryKey()), table.uniques().stream(),
					table.foreignKeys().stream(), table.checks().stream(), table.indexes().stream())
			.flatMap((parts) -> parts);
	}

	private @Nullable Table table(@Nullable ObjectName name) {
		return this.schema.tables()
			.stream()
			.filter((table) -> name != null && isSame(table.name(), name))
			.findFirst()
			.orElse(null);
	}

}
