package io.soundshare.migrations.test.changelog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.model.Printable;
import liquibase.Liquibase;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.LiquibaseException;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/**
 * Finds what is wrong with the text of a changelog, which Liquibase takes as it is.
 */
public final class SoundChangelog {

	private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^:}][^}]*)}");

	private static final Pattern CHANGELOG = Pattern.compile("(?i)\\bchangeSet\\b");

	private static final Pattern ELSEWHERE = Pattern
		.compile("(?i)^(/|[a-z]:|file:|classpath)|\\\\|(^|/)\\.\\./|BOOT-INF|WEB-INF");

	private final Liquibase liquibase;

	private final DatabaseChangeLog changelog;

	private final List<String> found = new ArrayList<>();

	/** The change sets of each file that has some, in the order they are included. */
	private final Map<String, List<ChangeSet>> files = new LinkedHashMap<>();

	private SoundChangelog(Liquibase liquibase) throws LiquibaseException {
		this.liquibase = liquibase;
		this.changelog = liquibase.getDatabaseChangeLog();
	}

	/**
	 * Look for what is wrong.
	 * @param liquibase the open Liquibase
	 * @return what is wrong with which file, each a line for people
	 * @throws LiquibaseException if the changelog cannot be parsed
	 */
	public static List<String> problems(Liquibase liquibase) throws LiquibaseException {
		SoundChangelog sound = new SoundChangelog(liquibase);
		try {
			sound.look();
		}
		catch (IOException ex) {
			throw new LiquibaseException("The changelog cannot be read: " + ex.getMessage(), ex);
		}
		return sound.found.stream().map(Printable::line).toList();
	}

	private void look() throws IOException {
		Map<String, String> ids = new LinkedHashMap<>();
		for (ChangeSet changeSet : this.changelog.getChangeSets()) {
			this.files.computeIfAbsent(physical(changeSet), (file) -> new ArrayList<>()).add(changeSet);
			String other = ids.putIfAbsent(changeSet.getId(), changeSet.getFilePath());
			if (other != null) {
				this.found.add("the id " + changeSet.getId() + " of " + changeSet.getFilePath() + " is also that of "
						+ (other.equals(changeSet.getFilePath()) ? "another change set there" : other));
			}
			String path = path(changeSet);
			if (ELSEWHERE.matcher(path).find()) {
				this.found.add("the path " + path + " of " + changeSet.getId()
						+ " depends on where the changelog is read from: give the file a logicalFilePath");
			}
		}
		order();
		Set<String> folders = new LinkedHashSet<>();
		for (Map.Entry<String, List<ChangeSet>> file : this.files.entrySet()) {
			folders.add(file.getKey().substring(0, file.getKey().lastIndexOf('/') + 1));
			properties(file.getKey(), file.getValue());
		}
		for (String folder : folders) {
			leftOut(folder);
		}
	}

	/** Spring Boot names the root with a prefix, which the history does not have. */
	private static String path(ChangeSet changeSet) {
		String path = changeSet.getFilePath();
		DatabaseChangeLog file = changeSet.getChangeLog();
		return (file != null && path.equals(file.getPhysicalFilePath())) ? path.replaceFirst("^classpath:/?", "")
				: path;
	}

	private static String physical(ChangeSet changeSet) {
		DatabaseChangeLog file = changeSet.getChangeLog();
		return plain((file != null) ? file.getPhysicalFilePath() : changeSet.getFilePath());
	}

	private static String plain(String path) {
		return path.replace('\\', '/').replaceFirst("^classpath\\*?:", "").replaceFirst("^/+", "");
	}

	private void order() {
		Map<String, String> last = new LinkedHashMap<>();
		for (String file : this.files.keySet()) {
			int slash = file.lastIndexOf('/');
			String name = file.substring(slash + 1);
			if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
				String before = last.put(file.substring(0, slash + 1), name);
				if (before != null && before.compareTo(name) > 0) {
					this.found.add(name + " is included after " + before
							+ ", and its name comes before: include files in the order of their names");
				}
			}
		}
	}

	private void properties(String file, List<ChangeSet> changeSets) throws IOException {
		StringBuilder text = new StringBuilder();
		for (Resource resource : resources().getAll(file)) {
			text.append(text(resource));
			break;
		}
		DatabaseChangeLog changelog = changeSets.get(0).getChangeLog();
		for (ChangeSet changeSet : changeSets) {
			for (Change change : changeSet.getChanges()) {
				if (change instanceof AbstractSQLChange sql && sql.getSql() != null) {
					text.append('\n').append(sql.getSql());
				}
			}
		}
		Set<String> missing = new TreeSet<>();
		Matcher properties = PROPERTY.matcher(text);
		while (properties.find()) {
			String name = properties.group(1).strip();
			if (!this.liquibase.getChangeLogParameters().hasValue(name, changelog)) {
				missing.add(name);
			}
		}
		missing.forEach((name) -> this.found
			.add("the property ${" + name + "} of " + file + " is not defined: define it, or correct its name"));
	}

	private void leftOut(String folder) throws IOException {
		Set<String> seen = new TreeSet<>();
		for (Resource resource : resources().search(folder.isEmpty() ? "/" : folder, false)) {
			String path = plain(resource.getPath());
			String name = path.substring(path.lastIndexOf('/') + 1);
			boolean included = this.files.keySet().stream().anyMatch((file) -> file.equals(folder + name));
			if (!included && !isRoot(folder + name) && name.matches("(?i).+\\.(ya?ml|xml|json|sql)") && seen.add(name)
					&& CHANGELOG.matcher(text(resource)).find()) {
				this.found.add("the file " + folder + name + " has change sets and is not included");
			}
		}
	}

	private boolean isRoot(String path) {
		return path.equals(plain(this.changelog.getPhysicalFilePath()));
	}

	private ResourceAccessor resources() {
		return this.liquibase.getResourceAccessor();
	}

	private static String text(Resource resource) throws IOException {
		try (InputStream input = resource.openInputStream()) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
