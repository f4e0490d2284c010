package io.soundshare.migrations.autogenerate.random;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Entities, and what the last step did to them.
 *
 * @param entities the entities
 * @param steps what was done
 * @param renames what was renamed, as {@code create} is told of it
 * @param touched the classes that may not be touched again in this step
 * @param retired the names of tables that may not be given again in this step
 * @param serial counts the names that were given
 */
record Model(List<Entity> entities, List<String> steps, List<String> renames, List<String> touched, List<Name> retired,
		int serial) {

	Model {
		entities = List.copyOf(entities);
		steps = List.copyOf(steps);
		renames = List.copyOf(renames);
		touched = List.copyOf(touched);
		retired = List.copyOf(retired);
	}

	static final Model EMPTY = new Model(List.of(), List.of(), List.of(), List.of(), List.of(), 1);

	/**
	 * The same entities, before anything is done to them.
	 */
	Model settled() {
		return new Model(this.entities, List.of(), List.of(), List.of(), List.of(), this.serial);
	}

	List<Entity> touchable() {
		return this.entities.stream().filter((entity) -> !this.touched.contains(entity.name().java())).toList();
	}

	/**
	 * The entities of which a part can be renamed: none if something else was done
	 * before, for then the old and the new name could mean different things.
	 */
	List<Entity> renamable() {
		return (this.steps.size() == this.renames.size()) ? touchable() : List.of();
	}

	/**
	 * The names of all tables and classes.
	 */
	List<Name> tables() {
		return Stream
			.concat(this.retired.stream(), this.entities.stream()
				.flatMap((entity) -> Stream.concat(Stream.of(entity.name()),
						entity.all(Field.Many.class).stream().map(Field.Many::table))))
			.toList();
	}

	Model then(String step) {
		return new Model(this.entities, Entity.append(this.steps, step), this.renames, this.touched, this.retired,
				this.serial + 1);
	}

	Model renamed(Entity entity, Name old, String rename) {
		return new Model(this.entities, this.steps, Entity.append(this.renames, rename),
				Entity.append(this.touched, entity.name().java()), Entity.append(this.retired, old), this.serial);
	}

	Model replace(Entity old, @Nullable Entity by) {
		return new Model(this.entities.stream()
			.map((entity) -> entity.equals(old) ? by : entity)
			.filter(Objects::nonNull)
			.toList(), this.steps, this.renames, this.touched, this.retired, this.serial);
	}

	Model with(Entity entity) {
		return new Model(Entity.append(this.entities, entity), this.steps, this.renames, this.touched, this.retired,
				this.serial);
	}

}
