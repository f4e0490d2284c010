package io.soundshare.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of a page: a change of a file, or a session at a console.
 *
 * @param language what is written behind its fence
 * @param text what is in it
 */
record GuideBlock(String language, String text) {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\R(.*?)^```$");

	private static final Pattern FILE = Pattern.compile("--- (\\S+)\\R(.*)", Pattern.DOTALL);

	private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

	static List<GuideBlock> of(String page) {
		return BLOCK.matcher(page).results().map((match) -> new GuideBlock(match.group(1), match.group(2))).toList();
	}

	/** Whether it begins with the name of a file. */
	boolean isChange() {
		return FILE.matcher(this.text).matches();
	}

	/** The file that is changed. */
	String file() {
		return file(1);
	}

	/** The file as it is afterwards. */
	String applyTo(String before) {
		String change = file(2);
		if (!"diff".equals(this.language)) {
			return change;
		}
		String old = lines(change, '-');
		if (before.indexOf(old) < 0 || before.indexOf(old) != before.lastIndexOf(old)) {
			throw new IllegalStateException(file() + " does not have these lines just once: " + old);
		}
		return before.replace(old, lines(change, '+'));
	}

	private String file(int group) {
		Matcher matcher = FILE.matcher(this.text);
		if (!matcher.matches()) {
			throw new IllegalStateException("No change: " + this.text);
		}
		return matcher.group(group);
	}

	private static String lines(String change, char side) {
		StringBuilder lines = new StringBuilder();
		change.lines()
			.filter((line) -> line.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == side)
			.forEach((line) -> lines.append(line.isEmpty() ? line : line.substring(1)).append('\n'));
		return lines.toString();
	}

	/** What is run: commands of the demo that follow each other in one process. */
	List<Run> runs() {
		List<Run> runs = new ArrayList<>();
		if ("console".equals(this.language)) {
			for (String part : this.text.split("(?m)^\\$ ")) {
				if (!part.isBlank()) {
					Run run = Run.parse(part);
					Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
					if (last != null && last.mayGoOnWith(run)) {
						runs.set(runs.size() - 1, last.and(run));
					}
					else {
						runs.add(run);
					}
				}
			}
		}
		return runs;
	}

	/**
	 * One or more commands.
	 *
	 * @param commands the words of each
	 * @param output what they print
	 */
	record Run(List<List<String>> commands, String output) {

		static Run parse(String text) {
			int end = text.indexOf('\n');
			List<String> words = WORD.matcher(text.substring(0, end))
				.results()
				.map((word) -> word.group().replaceAll("\"([^\"]*)\"", "$1"))
				.toList();
			return new Run(List.of(words), text.substring(end + 1));
		}

		boolean isMigrate() {
			return this.commands.get(0).get(0).equals("./migrate");
		}

		/** What is created is seen only by the next process; options are for all. */
		boolean mayGoOnWith(Run next) {
			return isMigrate() && next.isMigrate() && !commandsAre("create") && !next.commandsAre("create")
					&& !has("--") && !(next.has("--") && commandsAre("check"));
		}

		private boolean commandsAre(String name) {
			return this.commands.stream().anyMatch((words) -> words.get(1).equals(name));
		}

		private boolean has(String prefix) {
			return this.commands.stream().flatMap(List::stream).anyMatch((word) -> word.startsWith(prefix));
		}

		Run and(Run next) {
			return new Run(Stream.concat(this.commands.stream(), next.commands.stream()).toList(),
					this.output + next.output);
		}

	}

}
