package io.soundshare.migrations.autogenerate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An entity.
 *
 * @param name its class and its table
 * @param id its key
 * @param fields its fields
 * @param indexes its indexes
 * @param uniques its unique constraints
 * @param checks its checks
 */
record Entity(Name name, Id id, List<Field> fields, List<KeyColumns> indexes, List<KeyColumns> uniques,
		List<Check> checks) {

	Entity {
		fields = List.copyOf(fields);
		indexes = List.copyOf(indexes);
		uniques = List.copyOf(uniques);
		checks = List.copyOf(checks);
	}

	/**
	 * The columns that hold values, wherever they are kept in Java.
	 */
	List<Field.Basic> basics() {
		return this.fields.stream().flatMap((field) -> {
			if (field instanceof Field.Embedded embedded) {
				return embedded.columns().stream();
			}
			return (field instanceof Field.Basic basic) ? Stream.of(basic) : Stream.empty();
		}).toList();
	}

	<F extends Field> List<F> all(Class<F> type) {
		return this.fields.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * The names of all fields and columns.
	 */
	List<Name> names() {
		List<Name> names = new ArrayList<>(basics().stream().map(Field::name).toList());
		names.addAll(this.fields.stream().map(Field::name).toList());
		names.add(Name.of("id"));
		return names;
	}

	/**
	 * A column as SQL has it.
	 */
	Name column(String physical) {
		return names().stream().filter((name) -> name.physical().equals(physical)).findFirst().orElseThrow();
	}

	boolean refersTo(String target) {
		return this.fields.stream()
			.anyMatch((field) -> field instanceof Field.Reference reference && reference.target().equals(target)
					|| field instanceof Field.Many many && target.equals(many.target()));
	}

	Entity named(Name name) {
		return new Entity(name, this.id, this.fields, this.indexes, this.uniques, this.checks);
	}

	Entity with(Id id) {
		return new Entity(this.name, id, this.fields, this.indexes, this.uniques, this.checks);
	}

	Entity with(Field field) {
		return withFields(append(this.fields, field));
	}

	Entity withFields(List<? extends Field> fields) {
		return new Entity(this.name, this.id, List.copyOf(fields), this.indexes, this.uniques, this.checks);
	}

	Entity withIndexes(List<KeyColumns> indexes) {
		return new Entity(this.name, this.id, this.fields, indexes, this.uniques, this.checks);
	}

	Entity withUniques(List<KeyColumns> uniques) {
		return new Entity(this.name, this.id, this.fields, this.indexes, uniques, this.checks);
	}

	Entity withChecks(List<Check> checks) {
		return new Entity(this.name, this.id, this.fields, this.indexes, this.uniques, checks);
	}

	/**
	 * Put a field in the place of another, or remove it.
	 */
	Entity replace(Field old, @Nullable Field by) {
		List<Field> fields = new ArrayList<>();
		for (Field field : this.fields) {
			if (field.equals(old)) {
				if (by != null) {
					fields.add(by);
				}
			}
			else if (field instanceof Field.Embedded embedded && old instanceof Field.Basic) {
				fields.add(new Field.Embedded(embedded.name(), replaced(embedded.columns(), old, by)));
			}
			else {
				fields.add(field);
			}
		}
		return withFields(fields);
	}

	private static List<Field.Basic> replaced(List<Field.Basic> columns, Field old, @Nullable Field by) {
		return columns.stream()
			.flatMap((column) -> column.equals(old) ? Stream.ofNullable((Field.Basic) by) : Stream.of(column))
			.toList();
	}

	/**
	 * Forget everything that is said about a column besides the column.
	 */
	Entity forget(String column) {
		return withIndexes(without(this.indexes, column)).withUniques(without(this.uniques, column))
			.withChecks(this.checks.stream().filter((check) -> !check.columns().contains(column)).toList());
	}

	private static List<KeyColumns> without(List<KeyColumns> keys, String column) {
		return keys.stream().filter((key) -> !key.columns().contains(column)).toList();
	}

	/**
	 * Call a column something else wherever it is spoken of besides the column itself.
	 */
	Entity rename(String column, String to) {
		UnaryOperator<String> renamed = (name) -> name.equals(column) ? to : name;
		UnaryOperator<KeyColumns> key = (old) -> new KeyColumns(old.name(),
				old.columns().stream().map(renamed).toList(), old.descending().stream().map(renamed).toList(),
				old.unique());
		return withIndexes(this.indexes.stream().map(key).toList()).withUniques(this.uniques.stream().map(key).toList())
			.withChecks(this.checks.stream()
				.map((check) -> new Check(check.name(), check.columns().stream().map(renamed).toList(),
						check.template()))
				.toList());
	}

	static <T> List<T> append(List<? extends T> list, T last) {
		List<T> appended = new ArrayList<>(list);
		appended.add(last);
		return List.copyOf(appended);
	}

	/**
	 * A primary key of one column called id.
	 *
	 * @param type its type
	 * @param generator where its values come from
	 * @param sequence the name of the sequence, if it was chosen
	 * @param allocation how many values are taken from it at once
	 */
	record Id(Class<?> type, Generator generator, @Nullable String sequence, int allocation) {

	}

	/**
	 * Source of the values of a key.
	 */
	enum Generator {

		NONE, IDENTITY, SEQUENCE, UUID

	}

}
