package io.soundshare.migrations.autogenerate.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Chance that can be repeated.
 *
 * @param random where it comes from
 */
record Draw(Random random) {

	/**
	 * The chance of a step, which does not depend on how much the steps before it used.
	 * @param seed the seed of all steps
	 * @param step which one
	 * @return chance
	 */
	static Draw of(long seed, int step) {
		return new Draw(new Random((seed * 0x9E3779B97F4A7C15L) ^ (step * 0xC2B2AE3D27D4EB4FL)));
	}

	boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

	int between(int least, int most) {
		return least + this.random.nextInt(most - least + 1);
	}

	<T> T one(List<? extends T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	<T> List<T> some(int most, List<T> choices) {
		List<T> shuffled = new ArrayList<>(choices);
		Collections.shuffle(shuffled, this.random);
		return List.copyOf(shuffled.subList(0, Math.min(shuffled.size(), between(1, most))));
	}

}
