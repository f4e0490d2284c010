package io.soundshare.migrations.engine.fingerprint;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What Liquibase has asked for while it read a changelog.
 *
 * @param kind which resources
 * @param path their path, or that of their folder
 */
public record ResourceQuestion(Kind kind, String path) {

	/** Return questions as one text, a line each. */
	static String write(List<ResourceQuestion> questions) {
		return questions.stream().map(ResourceQuestion::toString).collect(Collectors.joining("\n"));
	}

	static List<ResourceQuestion> read(String text) {
		return text.lines()
			.map((line) -> line.split(" ", 2))
			.map((parts) -> new ResourceQuestion(Kind.valueOf(parts[0]), parts[1]))
			.toList();
	}

	/**
	 * The path of what was found in a folder, from there: the folder itself may be
	 * somewhere else on another machine.
	 */
	String within(String location) {
		if (this.kind == Kind.PATH) {
			return "";
		}
		String folder = this.path.replaceFirst("^\\w+\\*?:", "").replaceAll("^/+|/+$", "");
		int at = location.lastIndexOf(folder);
		return (at >= 0) ? location.substring(at + folder.length()) : location;
	}

	@Override
	public String toString() {
		return this.kind + " " + this.path;
	}

	/**
	 * The kinds of questions.
	 */
	public enum Kind {

		/** All resources of a path. */
		PATH,

		/** What is in a folder. */
		FOLDER,

		/** What is in a folder, and in those in it. */
		TREE

	}

}
