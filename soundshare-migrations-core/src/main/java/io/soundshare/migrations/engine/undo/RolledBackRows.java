package io.soundshare.migrations.engine.undo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.core.DeleteDataChange;
import liquibase.change.core.InsertDataChange;
import liquibase.change.core.LoadDataChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a rollback deletes which somebody has written, as far as its statements
 * tell: which of them are somebody else's is another question.
 *
 * @param table the table, as it is written there
 * @param condition which rows; {@code null} for all
 * @param counted whether that says all
 * @param seeded whether the change set puts rows into the table
 */
public record RolledBackRows(String table, @Nullable String condition, boolean counted, boolean seeded) {

	private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|`[^`]+`|\\[[^\\]]+\\]|[\\w$]+)";

	private static final String NAME = "(" + PART + "(?:\\s*\\.\\s*" + PART + ")*)";

	private static final Pattern COMMENT = Pattern.compile("\\A(?:\\s|--[^\\n]*(?:\\n|\\z)|/\\*(?s:.*?)\\*/)+");

	private static final Pattern DELETE = Pattern
		.compile("(?is)\\ADELETE\\s+FROM\\s+(?:ONLY\\s+)?" + NAME + "(?:\\s+WHERE\\s(.*?))?[\\s;]*\\z");

	private static final Pattern OTHER_DELETE = Pattern
		.compile("(?is)\\A(?:DELETE|WITH)\\b.*?\\bFROM\\s+(?:ONLY\\s+)?" + NAME);

	private static final Pattern TRUNCATE = Pattern
		.compile("(?is)\\ATRUNCATE\\s+(?:TABLE\\s+)?(?:ONLY\\s+)?" + NAME + "(?:\\s*,\\s*" + NAME + ")*");

	private static final Pattern INSERT = Pattern
		.compile("(?is)\\b(?:INSERT|REPLACE)\\s+(?:OR\\s+\\w+\\s+)?INTO\\s+" + NAME);

	/** Tell what the rollback of a change set deletes, a table each. */
	public static List<RolledBackRows> of(ChangeSet changeSet, Database database) {
		Map<String, RolledBackRows> found = new LinkedHashMap<>();
		List<String> seeded = new ArrayList<>();
		for (String sql : statements(changeSet.getChanges(), database)) {
			Matcher insert = INSERT.matcher(sql);
			while (insert.find()) {
				seeded.add(plain(insert.group(1)));
			}
		}
		changeSet.getChanges()
			.stream()
			.filter(LoadDataChange.class::isInstance)
			.forEach((change) -> seeded.add(plain(((LoadDataChange) change).getTableName())));
		for (String sql : statements(changeSet.getRollback().getChanges(), database)) {
			for (RolledBackRows rows : of(sql)) {
				if (plain(rows.table()).startsWith("sqlite_")) {
					continue;
				}
				found.merge(plain(rows.table()), new RolledBackRows(rows.table(), rows.condition(), rows.counted(),
						seeded.contains(plain(rows.table()))), RolledBackRows::or);
			}
		}
		return List.copyOf(found.values());
	}

	private static List<String> statements(List<Change> changes, Database database) {
		List<String> statements = new ArrayList<>();
		for (Change change : changes) {
			boolean written = change instanceof AbstractSQLChange sql
					&& DatabaseList.definitionMatches(sql.getDbms(), database, true);
			if (written || change instanceof DeleteDataChange
					|| (change instanceof InsertDataChange && !(change instanceof LoadDataChange))) {
				for (Sql statement : SqlGeneratorFactory.getInstance().generateSql(change, database)) {
					statements.add(COMMENT.matcher(statement.toSql()).replaceFirst(""));
				}
			}
		}
		return statements;
	}

	private static List<RolledBackRows> of(String sql) {
		Matcher delete = DELETE.matcher(sql);
		if (delete.find()) {
			String condition = delete.group(2);
			boolean simple = condition == null || !condition.toUpperCase(Locale.ROOT).contains("RETURNING");
			return List.of(new RolledBackRows(delete.group(1), condition, simple, false));
		}
		Matcher truncate = TRUNCATE.matcher(sql);
		if (truncate.find()) {
			List<RolledBackRows> tables = new ArrayList<>();
			for (String name : truncate.group()
				.replaceFirst("(?is)\\ATRUNCATE\\s+(TABLE\\s+)?(ONLY\\s+)?", "")
				.split(",")) {
				tables.add(new RolledBackRows(name.strip(), null, true, false));
			}
			return tables;
		}
		if (sql.toUpperCase(Locale.ROOT).startsWith("WITH") && !sql.matches("(?is).*\\bDELETE\\s+FROM\\s.*")) {
			return List.of();
		}
		Matcher other = OTHER_DELETE.matcher(sql.replaceFirst("(?is)\\AWITH\\b.*?(?=\\bDELETE\\s+FROM\\s)", "WITH "));
		return other.find() ? List.of(new RolledBackRows(other.group(1), null, false, false)) : List.of();
	}

	private RolledBackRows or(RolledBackRows other) {
		boolean all = this.condition == null || other.condition == null;
		return new RolledBackRows(this.table, all ? null : this.condition + ") OR (" + other.condition,
				this.counted && other.counted, this.seeded);
	}

	/** The query that counts them, {@code null} if that is not simple. */
	@Nullable String query() {
		return this.counted ? "SELECT count(*) FROM " + this.table
				+ ((this.condition != null) ? " WHERE (" + this.condition + ")" : "") : null;
	}

	/** Whether it is a table, by the last part of its name. */
	boolean isOf(String name) {
		return plain(this.table).equals(plain(name));
	}

	private static String plain(String name) {
		String plain = name.replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT).strip();
		return plain.substring(plain.lastIndexOf('.') + 1).strip();
	}

}
