package io.soundshare.migrations.autogenerate.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.bytebuddy.dynamic.loading.ByteArrayClassLoader;

/**
 * A few entities made up by chance, and how they go on. The same seed gives the same
 * models.
 */
public final class EvolvingModel {

	private static final List<Mutation> MUTATIONS = List.of(EntityMutations::add, EntityMutations::add,
			EntityMutations::drop, EntityMutations::renameTable, EntityMutations::renameTable,
			EntityMutations::changeGenerator, FieldMutations::add, FieldMutations::add, FieldMutations::add,
			FieldMutations::add, FieldMutations::addReference, FieldMutations::addReference, FieldMutations::addMany,
			FieldMutations::addMany, FieldMutations::addEmbedded, FieldMutations::drop, FieldMutations::drop,
			FieldMutations::rename, FieldMutations::rename, FieldMutations::rename, FieldMutations::renameCollection,
			FieldMutations::renameCollection, FieldMutations::widen, FieldMutations::retype, FieldMutations::resize,
			FieldMutations::changeNullability, FieldMutations::changeNullability, FieldMutations::changeDefault,
			FieldMutations::changeDefault, FieldMutations::changeConstants, FieldMutations::changeConstants,
			FieldMutations::resize, FieldMutations::changeReference, FieldMutations::changeReference,
			ConstraintMutations::addIndex, ConstraintMutations::addIndex, ConstraintMutations::addUnique,
			ConstraintMutations::addUnique, ConstraintMutations::toggleUnique, ConstraintMutations::dropKey,
			ConstraintMutations::dropKey, ConstraintMutations::dropKey, ConstraintMutations::addCheck,
			ConstraintMutations::addCheck, ConstraintMutations::dropCheck, ConstraintMutations::dropCheck,
			ConstraintMutations::changeColumnCheck);

	private final long seed;

	private final int step;

	private final Model model;

	private EvolvingModel(long seed, int step, Model model) {
		this.seed = seed;
		this.step = step;
		this.model = model;
	}

	/**
	 * Begin with one to three entities.
	 * @param seed what chance begins with
	 * @return the first model
	 */
	public static EvolvingModel seeded(long seed) {
		Draw draw = Draw.of(seed, 0);
		Model model = Model.EMPTY;
		for (int entity = draw.between(1, 3); entity > 0; entity--) {
			model = EntityMutations.add(model, draw);
		}
		return new EvolvingModel(seed, 0, mutated(model.settled(), draw, draw.between(0, 12)).settled());
	}

	/**
	 * Go on by one to three changes.
	 * @return the next model
	 */
	public EvolvingModel next() {
		Draw draw = Draw.of(this.seed, this.step + 1);
		return new EvolvingModel(this.seed, this.step + 1, mutated(this.model.settled(), draw, draw.between(1, 3)));
	}

	private static Model mutated(Model model, Draw draw, int times) {
		Model mutated = model;
		for (int time = 0; time < times;) {
			Model next = draw.one(MUTATIONS).apply(mutated, draw);
			if (next != null) {
				mutated = next;
				time++;
			}
		}
		return mutated;
	}

	/**
	 * Return the entities as classes.
	 * @return the entity classes, in a class loader of their own
	 */
	public List<Class<?>> classes() {
		List<ClassSource> sources = sources();
		Map<String, byte[]> bytes = new HashMap<>();
		sources.forEach((source) -> bytes.put(source.binaryName(), source.bytes()));
		ClassLoader loader = new ByteArrayClassLoader(EvolvingModel.class.getClassLoader(), bytes);
		List<Class<?>> classes = new ArrayList<>();
		for (ClassSource source : sources) {
			if (source.isEntity()) {
				classes.add(loaded(loader, source.binaryName()));
			}
		}
		return List.copyOf(classes);
	}

	private static Class<?> loaded(ClassLoader loader, String name) {
		try {
			return Class.forName(name, false, loader);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<ClassSource> sources() {
		return this.model.entities().stream().flatMap((entity) -> EntityWriter.write(entity).stream()).toList();
	}

	/**
	 * Return what the last step renamed.
	 * @return {@code table.column:newname} or {@code table:newname} each
	 */
	public List<String> renames() {
		return this.model.renames();
	}

	/**
	 * Describe the model for a person who has to find out what went wrong with it.
	 * @return the seed, what the last step did, and the classes as Java
	 */
	public String describe() {
		return "seed " + this.seed + ", step " + this.step + "\n"
				+ this.model.steps().stream().map((step) -> "- " + step + "\n").collect(Collectors.joining())
				+ sources().stream().map((source) -> "\n" + source).collect(Collectors.joining());
	}

	@Override
	public String toString() {
		return "seed " + this.seed + ", step " + this.step + ": " + String.join("; ", this.model.steps());
	}

}
