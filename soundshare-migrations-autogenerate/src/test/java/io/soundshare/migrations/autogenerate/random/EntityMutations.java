package io.soundshare.migrations.autogenerate.random;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Mutations of whole entities.
 */
final class EntityMutations {

	private EntityMutations() {
	}

	static @Nullable Model add(Model model, Draw draw) {
		if (model.entities().size() >= 5) {
			return null;
		}
		Entity entity = new Entity(Vocabulary.entity(draw, model.tables()), id(draw, model.serial()), List.of(),
				List.of(), List.of(), List.of());
		for (int field = draw.between(0, 4); field > 0; field--) {
			entity = entity.with(Fields.basic(draw, Vocabulary.field(draw, entity.names())));
		}
		return model.with(entity).then("add entity " + entity.name().java());
	}

	static @Nullable Model drop(Model model, Draw draw) {
		List<Entity> candidates = model.touchable()
			.stream()
			.filter((entity) -> model.entities()
				.stream()
				.noneMatch((other) -> other != entity && other.refersTo(entity.name().java())))
			.toList();
		if (candidates.isEmpty() || model.entities().size() == 1) {
			return null;
		}
		Entity entity = draw.one(candidates);
		return model.replace(entity, null).then("drop entity " + entity.name().java());
	}

	static @Nullable Model renameTable(Model model, Draw draw) {
		return Pick.one(model.renamable(), draw, (entity) -> {
			Name old = entity.name();
			Name fresh = Vocabulary.entity(draw, model.tables());
			Name name = new Name(old.java(), fresh.physical(), fresh.quoted());
			return model.replace(entity, entity.named(name))
				.renamed(entity, old, old.physical() + ":" + name.physical())
				.then("rename table " + old.physical() + " to " + name.physical());
		});
	}

	static @Nullable Model changeGenerator(Model model, Draw draw) {
		return Pick.entity(model, draw, (entity) -> {
			Entity.Id id = generated(draw, entity.id().type(), model.serial());
			return id.equals(entity.id()) ? null : model.replace(entity, entity.with(id))
				.then("change generator of " + entity.name().java() + " to " + id.generator());
		});
	}

	private static Entity.Id id(Draw draw, int serial) {
		List<Class<?>> types = List.of(Long.class, Long.class, Integer.class, UUID.class, String.class);
		return generated(draw, draw.one(types), serial);
	}

	private static Entity.Id generated(Draw draw, Class<?> type, int serial) {
		if (type == String.class) {
			return new Entity.Id(type, Entity.Generator.NONE, null, 0);
		}
		if (type == UUID.class) {
			return new Entity.Id(type, draw.chance(60) ? Entity.Generator.UUID : Entity.Generator.NONE, null, 0);
		}
		return switch (draw.between(0, 3)) {
			case 0 -> new Entity.Id(type, Entity.Generator.NONE, null, 0);
			case 1 -> new Entity.Id(type, Entity.Generator.IDENTITY, null, 0);
			case 2 -> new Entity.Id(type, Entity.Generator.SEQUENCE, null, 0);
			default ->
				new Entity.Id(type, Entity.Generator.SEQUENCE, "chosen_ids_" + serial, draw.one(List.of(1, 10, 50)));
		};
	}

}
