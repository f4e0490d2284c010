package io.soundshare.migrations.autogenerate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Mutations of indexes, unique constraints and checks.
 */
final class ConstraintMutations {

	private ConstraintMutations() {
	}

	static @Nullable Model addIndex(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> {
			KeyColumns index = key(model, draw, entity, "ix", draw.chance(20));
			return (index != null) ? model.replace(entity, entity.withIndexes(Entity.append(entity.indexes(), index)))
				.then("add to " + entity.name().java() + " " + index) : null;
		});
	}

	static @Nullable Model addUnique(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> {
			KeyColumns unique = key(model, draw, entity, "uk", true);
			return (unique != null) ? model.replace(entity, entity.withUniques(Entity.append(entity.uniques(), unique)))
				.then("add to " + entity.name().java() + " " + unique) : null;
		});
	}

	static @Nullable Model toggleUnique(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> {
			List<Field.Basic> candidates = entity.all(Field.Basic.class)
				.stream()
				.filter((field) -> field.kind().isIndexable())
				.filter((field) -> field.unique() || !taken(entity).contains(List.of(field.name().physical())))
				.toList();
			return Pick.one(candidates, draw,
					(field) -> model.replace(entity, entity.replace(field, field.unique(!field.unique())))
						.then("change uniqueness of " + Pick.told(entity, field)));
		});
	}

	static @Nullable Model dropKey(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> {
			List<KeyColumns> keys = Stream.concat(entity.indexes().stream(), entity.uniques().stream()).toList();
			return Pick.one(keys, draw,
					(key) -> model
						.replace(entity,
								entity.withIndexes(without(entity.indexes(), key))
									.withUniques(without(entity.uniques(), key)))
						.then("drop from " + entity.name().java() + " " + key));
		});
	}

	static @Nullable Model addCheck(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> {
			Check check = Checks.any(draw, entity.basics(), name(model, draw, "ck", 50));
			return (check != null) ? model.replace(entity, entity.withChecks(Entity.append(entity.checks(), check)))
				.then("add to " + entity.name().java() + " " + check) : null;
		});
	}

	static @Nullable Model dropCheck(Model model, Draw draw) {
		return Pick.entity(model, draw,
				(entity) -> Pick.one(entity.checks(), draw,
						(check) -> model.replace(entity, entity.withChecks(without(entity.checks(), check)))
							.then("drop from " + entity.name().java() + " " + check)));
	}

	static @Nullable Model changeColumnCheck(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> {
			List<Field.Basic> candidates = entity.basics()
				.stream()
				.filter((field) -> field.kind().isNumber() || field.kind() == Kind.STRING)
				.toList();
			return Pick.one(candidates, draw, (field) -> {
				Check check = (field.check() == null) ? Checks.any(draw, List.of(field), name(model, draw, "cc", 30))
						: null;
				return model.replace(entity, entity.replace(field, field.checked(check)))
					.then("change check of " + Pick.told(entity, field) + " to " + check);
			});
		});
	}

	private static @Nullable KeyColumns key(Model model, Draw draw, Entity entity, String prefix, boolean unique) {
		List<String> candidates = new ArrayList<>();
		entity.basics()
			.stream()
			.filter((field) -> field.kind().isIndexable())
			.forEach((field) -> candidates.add(field.name().physical()));
		entity.all(Field.Reference.class).forEach((field) -> candidates.add(field.name().physical()));
		if (candidates.isEmpty()) {
			return null;
		}
		List<String> columns = draw.some(3, candidates);
		if (taken(entity).contains(columns)) {
			return null;
		}
		List<String> descending = unique ? List.of() : columns.stream().filter((column) -> draw.chance(25)).toList();
		return new KeyColumns(name(model, draw, prefix, 50), columns, descending, unique);
	}

	/**
	 * The columns that are a key together: nothing else is said of the same ones.
	 */
	private static List<List<String>> taken(Entity entity) {
		List<List<String>> taken = new ArrayList<>();
		Stream.concat(entity.indexes().stream(), entity.uniques().stream()).forEach((key) -> taken.add(key.columns()));
		entity.basics()
			.stream()
			.filter(Field.Basic::unique)
			.forEach((field) -> taken.add(List.of(field.name().physical())));
		entity.all(Field.Reference.class)
			.stream()
			.filter(Field.Reference::unique)
			.forEach((field) -> taken.add(List.of(field.name().physical())));
		return taken;
	}

	private static @Nullable String name(Model model, Draw draw, String prefix, int percent) {
		if (!draw.chance(percent)) {
			return null;
		}
		return draw.chance(20) ? Vocabulary.capital(prefix) + "_Chosen_" + model.serial()
				: prefix + "_chosen_" + model.serial();
	}

	private static <T> List<T> without(List<T> list, T element) {
		return list.stream().filter((other) -> other != element).toList();
	}

}
