package io.soundshare.migrations.engine.backup;

import java.util.List;
import java.util.regex.Pattern;

import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.core.DeleteDataChange;
import liquibase.change.core.DropColumnChange;
import liquibase.change.core.DropTableChange;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.core.LoadUpdateDataChange;
import liquibase.change.core.MergeColumnChange;
import liquibase.change.core.ModifyDataTypeChange;
import liquibase.change.core.UpdateDataChange;
import liquibase.changelog.ChangeSet;

/**
 * Tells which change sets remove or overwrite values, or may.
 */
final class LossyChanges {

	private static final List<Class<? extends Change>> LOSSY = List.of(DeleteDataChange.class, DropColumnChange.class,
			DropTableChange.class, LoadUpdateDataChange.class, MergeColumnChange.class, ModifyDataTypeChange.class,
			UpdateDataChange.class, ExecuteShellCommandChange.class);

	/** The words without which no SQL loses anything. */
	private static final Pattern WORDS = Pattern.compile(
			"\\b(drop|delete|update|truncate|replace|merge|modify|change|type|call|do|exec|execute)\\b",
			Pattern.CASE_INSENSITIVE);

	private LossyChanges() {
	}

	static boolean isIn(ChangeSet changeSet) {
		return changeSet.getChanges().stream().anyMatch(LossyChanges::isLossy);
	}

	private static boolean isLossy(Change change) {
		if (change instanceof AbstractSQLChange sql) {
			String text = sql.getSql();
			return text == null || WORDS.matcher(text).find();
		}
		return LOSSY.stream().anyMatch((type) -> type.isInstance(change))
				|| !change.getClass().getPackageName().startsWith("liquibase.change.core");
	}

}
