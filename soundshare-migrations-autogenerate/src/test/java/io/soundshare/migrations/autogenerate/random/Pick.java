package io.soundshare.migrations.autogenerate.random;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Finds something to change.
 */
final class Pick {

	private Pick() {
	}

	/**
	 * Do something to an entity that may be touched.
	 */
	static @Nullable Model entity(Model model, Draw draw, Function<Entity, @Nullable Model> change) {
		return one(model.touchable(), draw, change);
	}

	/**
	 * Do something to one of several things, if there are any.
	 */
	static <T> @Nullable Model one(List<T> candidates, Draw draw, Function<T, @Nullable Model> change) {
		return candidates.isEmpty() ? null : change.apply(draw.one(candidates));
	}

	static String told(Entity entity, Field field) {
		return entity.name().java() + "." + field.name().java() + " (" + field.getClass().getSimpleName()
				+ ((field instanceof Field.Basic basic) ? " " + basic.kind() : "") + ")";
	}

}
