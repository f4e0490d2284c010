package io.soundshare.migrations.autogenerate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Mutations of the fields of an entity.
 */
final class FieldMutations {

	private FieldMutations() {
	}

	static @Nullable Model add(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> {
			Field.Basic field = Fields.basic(draw, Vocabulary.field(draw, entity.names()));
			if (field.kind().isIndexable() && draw.chance(15)) {
				field = field.unique(true);
			}
			return model.replace(entity, entity.with(field)).then("add " + Pick.told(entity, field));
		});
	}

	static @Nullable Model addReference(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> {
			Name name = Vocabulary.field(draw, entity.names());
			Field.Reference field = Fields.reference(draw, name, draw.one(model.entities()).name().java(),
					model.serial());
			return model.replace(entity, entity.with(field)).then("add " + Pick.told(entity, field));
		});
	}

	static @Nullable Model addMany(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> {
			Name name = Vocabulary.field(draw, entity.names());
			Name table = new Name(name.java(), entity.name().physical() + "_" + name.physical(),
					entity.name().quoted() || name.quoted());
			if (model.tables().stream().anyMatch((taken) -> taken.physical().equalsIgnoreCase(table.physical()))) {
				return null;
			}
			Field.Many field = draw.chance(60) ? Fields.values(draw, name, table)
					: Fields.references(draw, name, table, draw.one(model.entities()).name().java());
			return model.replace(entity, entity.with(field)).then("add " + Pick.told(entity, field));
		});
	}

	static @Nullable Model addEmbedded(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> {
			List<Name> taken = new ArrayList<>(entity.names());
			Name name = Vocabulary.field(draw, taken);
			taken.add(name);
			List<Field.Basic> columns = new ArrayList<>();
			for (int column = draw.between(1, 3); column > 0; column--) {
				columns.add(Fields.basic(draw, Vocabulary.field(draw, taken)));
				taken.add(columns.get(columns.size() - 1).name());
			}
			Field.Embedded field = new Field.Embedded(Name.of(name.java()), List.copyOf(columns));
			return model.replace(entity, entity.with(field)).then("add " + Pick.told(entity, field));
		});
	}

	static @Nullable Model drop(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> Pick.one(entity.fields(), draw, (field) -> {
			Entity without = entity.replace(field, null).forget(field.name().physical());
			if (field instanceof Field.Embedded embedded) {
				for (Field.Basic column : embedded.columns()) {
					without = without.forget(column.name().physical());
				}
			}
			return model.replace(entity, without).then("drop " + Pick.told(entity, field));
		}));
	}

	static @Nullable Model rename(Model model, Draw draw) {
		return Pick.one(model.renamable(), draw, (entity) -> {
			List<Field> candidates = new ArrayList<>(entity.basics());
			candidates.addAll(entity.all(Field.Reference.class));
			return Pick.one(candidates, draw, (old) -> {
				Name name = Vocabulary.field(draw, entity.names());
				Field field = (old instanceof Field.Basic basic) ? basic.named(name)
						: ((Field.Reference) old).named(name);
				String from = old.name().physical();
				return model.replace(entity, entity.replace(old, field).rename(from, name.physical()))
					.renamed(entity, entity.name(), entity.name().physical() + "." + from + ":" + name.physical())
					.then("rename " + Pick.told(entity, old) + " to " + name.physical());
			});
		});
	}

	static @Nullable Model renameCollection(Model model, Draw draw) {
		return Pick.one(model.renamable(), draw, (entity) -> Pick.one(entity.all(Field.Many.class), draw, (old) -> {
			Name table = Vocabulary.entity(draw, model.tables());
			return model.replace(entity, entity.replace(old, old.in(table)))
				.renamed(entity, old.table(), old.table().physical() + ":" + table.physical())
				.then("rename table " + old.table().physical() + " to " + table.physical());
		}));
	}

	static @Nullable Model widen(Model model, Draw draw) {
		return change(model, draw, "widen", (field) -> !field.kind().wider().isEmpty(), (entity, field) -> {
			Field.Basic wider = Fields.basic(draw, field.name(), draw.one(field.kind().wider()));
			return entity.replace(field, wider.nullable(field.nullable())).forget(field.name().physical());
		});
	}

	static @Nullable Model retype(Model model, Draw draw) {
		return change(model, draw, "retype", (field) -> true, (entity,
				field) -> entity.replace(field, Fields.basic(draw, field.name())).forget(field.name().physical()));
	}

	static @Nullable Model resize(Model model, Draw draw) {
		return change(model, draw, "resize", (field) -> field.kind().isSized(),
				(entity, field) -> entity.replace(field, Fields.sized(draw, field)));
	}

	static @Nullable Model changeNullability(Model model, Draw draw) {
		return change(model, draw, "change nullability of", (field) -> true,
				(entity, field) -> entity.replace(field, field.nullable(!field.nullable())));
	}

	static @Nullable Model changeDefault(Model model, Draw draw) {
		return change(model, draw, "change default of", (field) -> true, (entity, field) -> entity.replace(field,
				field.defaultingTo((draw.chance(40)) ? null : Fields.defaultValue(draw, field))));
	}

	static @Nullable Model changeConstants(Model model, Draw draw) {
		return change(model, draw, "change constants of", (field) -> field.kind().isEnum(),
				(entity, field) -> entity.replace(field, field.of(Fields.constants(draw))));
	}

	static @Nullable Model changeReference(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> Pick.one(entity.all(Field.Reference.class), draw, (old) -> {
			Field.Reference field = switch (draw.between(0, 3)) {
				case 0 -> old.nullable(true);
				case 1 -> old.key((old.key() != null) ? null : "fk_chosen_" + model.serial());
				default -> old.onDelete(Fields.onDelete(draw, old.nullable()));
			};
			return field.equals(old) ? null : model.replace(entity, entity.replace(old, field))
				.then("change " + Pick.told(entity, old) + " to " + field);
		}));
	}

	private static @Nullable Model change(Model model, Draw draw, String what, Predicate<Field.Basic> which,
			Change change) {
		return Pick.entity(model, draw, (entity) -> {
			List<Field.Basic> candidates = entity.basics().stream().filter(which).toList();
			return Pick.one(candidates, draw, (field) -> {
				Entity changed = change.apply(entity, field);
				return changed.equals(entity) ? null
						: model.replace(entity, changed).then(what + " " + Pick.told(entity, field));
			});
		});
	}

	/**
	 * Does something to a column.
	 */
	@FunctionalInterface
	private interface Change {

		Entity apply(Entity entity, Field.Basic field);

	}

}
