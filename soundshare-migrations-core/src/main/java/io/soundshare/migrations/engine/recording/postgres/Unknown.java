package io.soundshare.migrations.engine.recording.postgres;

import org.jspecify.annotations.Nullable;

/**
 * What nothing here knows how to bring back.
 */
final class Unknown {

	private Unknown() {
	}

	/** The reason why a change cannot be undone; {@code null} if there is none. */
	static @Nullable String in(Matching matching) {
		for (Item item : matching.made()) {
			if (item.kind() == Kind.OTHER) {
				return "it creates the " + item.name();
			}
		}
		for (Item item : matching.gone()) {
			if (!isMakeable(matching.before(), item)) {
				return "it drops the " + new Definitions(matching.before()).name(item);
			}
		}
		for (Item now : matching.pairs().values()) {
			Item then = matching.old(now);
			if (then != null && now.kind() == Kind.OTHER && !now.version().equals(then.version())) {
				return "it alters the " + now.name();
			}
		}
		return null;
	}

	private static boolean isMakeable(Catalog catalog, Item item) {
		return switch (item.kind()) {
			case OTHER -> false;
			case TABLE -> !item.is("relkind", "f");
			case ROUTINE -> !item.is("type", "a") || item.has("aggregation");
			case TYPE -> !item.has("canonical");
			case COLUMN -> {
				Item owner = catalog.find(item.owner());
				yield owner == null || !owner.is("relkind", "f");
			}
			default -> true;
		};
	}

}
