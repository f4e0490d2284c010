package io.soundshare.migrations.autogenerate.answer;

import java.util.List;

/**
 * Answers that cannot be seen in the entities: given beforehand, or asked for.
 *
 * @param renames what was renamed, each {@code songs.title:name} or {@code songs:tracks}
 * @param fills what the rows there are get, each {@code songs.play_count:0}
 * @param interview whom to ask for the rest
 */
public record Answers(List<String> renames, List<String> fills, Interview interview) {

	/** No answers, and nobody to ask. */
	public static final Answers NONE = new Answers(List.of(), List.of(), Interview.NOBODY);

	public Answers {
		renames = List.copyOf(renames);
		fills = List.copyOf(fills);
	}

}
