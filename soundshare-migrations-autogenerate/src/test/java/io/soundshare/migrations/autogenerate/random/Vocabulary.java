package io.soundshare.migrations.autogenerate.random;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Words to name things with, some of them SQL's own.
 */
final class Vocabulary {

	private static final List<String> ENTITIES = List.of("Song", "Album", "Artist", "Playlist", "Listener", "Genre",
			"RecordLabel", "Concert", "TicketOffice", "Venue", "Review", "Instrument", "StudioSession", "Country");

	private static final List<String> FIELDS = List.of("title", "playCount", "releasedOn", "rating", "remark",
			"shortName", "isrc", "weight", "position2", "lastPlayed", "mood", "level", "price", "cover", "checksum",
			"visible", "nickname", "yearOfBirth", "capacity", "address", "phone", "duration", "tempo", "language",
			"origin", "state", "amount", "colour", "score", "hidden", "sinceWhen", "externalKey");

	private static final List<String> KEYWORDS = List.of("order", "group", "user", "select", "from", "default", "check",
			"index", "references", "table", "where", "primary");

	private Vocabulary() {
	}

	static Name entity(Draw draw, Collection<Name> taken) {
		return free(draw, taken, ENTITIES, true);
	}

	static Name field(Draw draw, Collection<Name> taken) {
		return free(draw, taken, FIELDS, false);
	}

	private static Name free(Draw draw, Collection<Name> taken, List<String> words, boolean type) {
		for (int attempt = 0;; attempt++) {
			Name name = any(draw, words, type, attempt);
			if (taken.stream().noneMatch(name::clashesWith)) {
				return name;
			}
		}
	}

	private static Name any(Draw draw, List<String> words, boolean type, int attempt) {
		String number = (attempt > 20) ? String.valueOf(attempt) : "";
		if (draw.chance(8)) {
			String keyword = draw.one(KEYWORDS);
			return Name.quoted((type ? capital(keyword) : keyword + "Word") + number, keyword + number);
		}
		String java = draw.one(words) + number;
		if (draw.chance(4)) {
			return Name.quoted(java, "Mixed" + capital(java));
		}
		return draw.chance(10) ? new Name(java, Name.snake(java) + "_x", false) : Name.of(java);
	}

	static String capital(String word) {
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
	}

}
