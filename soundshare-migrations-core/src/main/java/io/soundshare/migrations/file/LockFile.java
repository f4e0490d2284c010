package io.soundshare.migrations.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.soundshare.migrations.model.Printable;

/**
 * The file that says which revisions are released, and how they were then: one line a
 * revision, in the order of the changelog, so that two branches merge like any text.
 *
 * @param lines a checksum and a {@code path::id::author} each
 */
public record LockFile(List<String> lines) {

	/** What it is called, in the folder of the project. */
	public static final String NAME = "migrations.lock";

	private static final String HEADER = "# Released revisions, which stay as they are.";

	public LockFile {
		lines = List.copyOf(lines);
	}

	/**
	 * Describe the file for a changelog.
	 * @param checksums the checksum of each {@code path::id::author}, in the order of the
	 * changelog
	 * @return the file, not written yet
	 */
	public static LockFile of(Map<String, String> checksums) {
		return new LockFile(
				checksums.entrySet().stream().map((revision) -> line(revision.getKey(), revision.getValue())).toList());
	}

	private static String line(String key, String checksum) {
		return checksum + " " + Printable.line(key);
	}

	/**
	 * Read it.
	 * @param path the file
	 * @return what it says
	 * @throws UncheckedIOException if it cannot be read
	 */
	public static LockFile read(Path path) {
		try {
			return new LockFile(Files.readAllLines(path)
				.stream()
				.map(String::strip)
				.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(path + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Write it.
	 * @param path the file
	 * @throws UncheckedIOException if it cannot be written
	 */
	public void write(Path path) {
		try {
			Files.writeString(path, HEADER + "\n" + String.join("\n", this.lines) + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(path + " cannot be written: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Compare it with a changelog. What comes after all released revisions is not
	 * released yet.
	 * @param checksums the checksum of each {@code path::id::author}, in the order of the
	 * changelog
	 * @return what is not as it was released, each a line for people; empty if all is
	 */
	public List<String> differences(Map<String, String> checksums) {
		List<String> now = of(checksums).lines;
		List<String> keys = now.stream().map(LockFile::key).toList();
		List<String> released = this.lines.stream().map(LockFile::key).toList();
		List<String> found = new ArrayList<>();
		for (String line : this.lines) {
			int place = keys.indexOf(key(line));
			if (place < 0) {
				found.add(key(line) + " is released and gone");
			}
			else if (!now.get(place).equals(line)) {
				found.add(key(line) + " was edited since it was released: its checksum was " + checksum(line)
						+ " and is " + checksum(now.get(place)));
			}
		}
		List<String> known = keys.stream().filter(released::contains).toList();
		List<String> left = released.stream().filter(keys::contains).toList();
		IntStream.range(0, Math.min(known.size(), left.size()))
			.filter((i) -> !known.get(i).equals(left.get(i)))
			.limit(1)
			.forEach((i) -> found.add(known.get(i) + " was released in another place: " + left.get(i) + " stood here"));
		if (!known.isEmpty()) {
			String last = known.get(known.size() - 1);
			keys.subList(0, keys.indexOf(last))
				.stream()
				.filter((key) -> !released.contains(key))
				.forEach((key) -> found.add(key + " is not released and comes before " + last + ", which is"));
		}
		return found;
	}

	private static String checksum(String line) {
		return line.split(" ", 2)[0];
	}

	private static String key(String line) {
		String[] parts = line.split(" ", 2);
		return (parts.length == 2) ? parts[1] : line;
	}

}
