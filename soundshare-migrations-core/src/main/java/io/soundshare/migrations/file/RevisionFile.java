package io.soundshare.migrations.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.RevisionFileException;
import io.soundshare.migrations.model.Wording;

/**
 * A new revision file, before it is written:
 * {@code <UTC yyyyMMddHHmmss>_<12 hex characters>_<slug>.<format>}. Its logical path is
 * fixed, so that the revision is the same one wherever the file is read from.
 *
 * @param revision the id of the revision
 * @param path where the file goes
 * @param content what it says
 */
public record RevisionFile(String revision, Path path, String content) {

	/** The ending of the name of a file that no changelog may pick up. */
	public static final String REJECTED = ".rejected";

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

	private static final Pattern STARTS_WITH_TIMESTAMP = Pattern
		.compile("(\\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d)_.*");

	private static final int LONGEST_SLUG = 60;

	/**
	 * Make up an empty revision.
	 * @param message what the revision is for, in one line
	 * @param author who writes it
	 * @param format the format of the file
	 * @param directory the folder of the revision files
	 * @param logicalDirectory what that folder is called inside the application
	 * @param clock tells the time of the revision
	 * @return the file, not written yet
	 */
	public static RevisionFile empty(String message, String author, RevisionFileFormat format, Path directory,
			String logicalDirectory, Clock clock) {
		return of(message, author, format, directory, logicalDirectory, clock, format.empty());
	}

	/**
	 * Make up a revision that does something.
	 * @param message what the revision is for, in one line
	 * @param author who writes it
	 * @param format the format of the file
	 * @param directory the folder of the revision files
	 * @param logicalDirectory what that folder is called inside the application
	 * @param clock tells the time of the revision
	 * @param content what it does, in the words of the format
	 * @return the file, not written yet
	 */
	public static RevisionFile of(String message, String author, RevisionFileFormat format, Path directory,
			String logicalDirectory, Clock clock, RevisionContent content) {
		String text = line(message);
		if (text.isEmpty()) {
			throw InvalidTargetException.wrong("A message is missing.",
					Wording.format("Say what the revision is for: %s.", Kind.CREATE.of("\"Add indexes\"")));
		}
		String revision = newId();
		String name = TIMESTAMP.format(timestamp(directory, clock)) + "_" + revision + "_" + slug(text) + "."
				+ format.extension();
		return new RevisionFile(revision, directory.resolve(name),
				format.render(revision, line(author), text, logicalDirectory + "/" + name, content));
	}

	static String newId() {
		return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
	}

	/**
	 * Return the same file under a name that no {@code includeAll} takes for a
	 * changelog's.
	 * @return the file, not written yet
	 */
	public RevisionFile rejected() {
		return new RevisionFile(this.revision, this.path.resolveSibling(this.path.getFileName() + REJECTED),
				this.content);
	}

	/**
	 * Write the file.
	 * @throws RevisionFileException if it cannot be written, or is there already
	 */
	public void write() {
		Path directory = this.path.toAbsolutePath().getParent();
		try {
			Files.createDirectories(directory);
			Files.writeString(this.path, this.content, StandardOpenOption.CREATE_NEW);
		}
		catch (FileAlreadyExistsException ex) {
			throw new RevisionFileException(directory, ex.getFile() + " exists already.",
					Wording.format("Give another %s.", Kind.DIRECTORY.remedy()), ex);
		}
		catch (IOException ex) {
			deleteIncomplete(ex);
			throw new RevisionFileException(directory, this.path + " cannot be written: " + ex + ".",
					Wording.format("Let this user write there, or give another %s.", Kind.DIRECTORY.remedy()), ex);
		}
	}

	/** Half a file in the folder would break the next start. */
	private void deleteIncomplete(IOException failure) {
		try {
			if (Files.exists(this.path) && !Files.readString(this.path).equals(this.content)) {
				Files.delete(this.path);
			}
		}
		catch (IOException ex) {
			failure.addSuppressed(ex);
		}
	}

	/** Now, or just after the newest file: the files run in the order of their names. */
	private static LocalDateTime timestamp(Path directory, Clock clock) {
		LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
		if (!Files.isDirectory(directory)) {
			return now;
		}
		try (Stream<Path> files = Files.list(directory)) {
			return files.map((file) -> STARTS_WITH_TIMESTAMP.matcher(file.getFileName().toString()))
				.filter(Matcher::matches)
				.map((matcher) -> LocalDateTime.parse(matcher.group(1), TIMESTAMP).plusSeconds(1))
				.filter((next) -> next.isAfter(now))
				.max(Comparator.naturalOrder())
				.orElse(now);
		}
		catch (IOException ex) {
			throw new RevisionFileException(directory, directory + " cannot be read: " + ex.getMessage() + ".",
					Wording.format("Let this user read it, or give another %s.", Kind.DIRECTORY.remedy()), ex);
		}
	}

	/**
	 * Make a text one line that reads as it is written, in which Liquibase finds no
	 * parameter to replace.
	 */
	private static String line(String text) {
		return text.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
			.replaceAll("[\\p{Cf}&&[^\\u200c\\u200d]]+", "")
			.strip()
			.replace("${", "$ {");
	}

	private static String slug(String message) {
		String ascii = Normalizer.normalize(message, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
		String slug = ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
		if (slug.length() > LONGEST_SLUG) {
			slug = slug.substring(0, LONGEST_SLUG).replaceAll("_[^_]*$", "");
		}
		return slug.isEmpty() ? "revision" : slug;
	}

}
