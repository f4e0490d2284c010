package io.soundshare.migrations.autogenerate.random;

import org.jspecify.annotations.Nullable;

/**
 * Does one thing to a model.
 */
@FunctionalInterface
interface Mutation {

	/**
	 * Do it.
	 * @param model the model
	 * @param draw chance
	 * @return the changed model; {@code null} if there is nothing to do it to
	 */
	@Nullable Model apply(Model model, Draw draw);

}
