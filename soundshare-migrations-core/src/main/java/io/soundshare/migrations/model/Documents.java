package io.soundshare.migrations.model;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.model.Result.Remark;
import org.jspecify.annotations.Nullable;

/**
 * The JSON documents scripts and operators rely on, as maps of strings, numbers,
 * booleans, lists and maps. What is not known is {@code null}. Instants are ISO-8601 in
 * UTC.
 */
public final class Documents {

	private Documents() {
	}

	/**
	 * Describe a status.
	 * @param status the status
	 * @return the status document
	 */
	public static Map<String, @Nullable Object> of(MigrationStatus status) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("state", status.state().name());
		document.put("current", ofNullable(status.current()));
		document.put("head", ofNullable(status.head()));
		document.put("pending", of(status.pending()));
		document.put("history", of(status.history()));
		document.put("unknown", of(status.unknown()));
		document.put("changed", of(status.changed()));
		document.put("lock", of(status.lock()));
		document.put("kept", status.kept().stream().map(Documents::of).toList());
		Backup backup = status.backup();
		document.put("backup", (backup != null) ? of(backup) : null);
		document.put("database", of(status.database()));
		return document;
	}

	/**
	 * Describe a revision.
	 * @param revision the revision
	 * @return the revision document
	 */
	public static Map<String, @Nullable Object> of(Revision revision) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("id", revision.id());
		document.put("author", revision.author());
		document.put("path", revision.path());
		document.put("description", revision.description());
		document.put("comment", revision.comment());
		document.put("tag", revision.tag());
		document.put("labels", revision.labels());
		document.put("contexts", revision.contexts());
		document.put("checksum", revision.checksum());
		document.put("state", revision.state().name());
		document.put("order", revision.order());
		document.put("appliedAt", text(revision.appliedAt()));
		document.put("durationMillis", revision.durationMillis());
		document.put("deployment", revision.deployment());
		document.put("appliedBy", revision.appliedBy());
		document.put("reversible", revision.reversible());
		document.put("current", revision.current());
		document.put("head", revision.head());
		document.put("execution", revision.execution());
		document.put("undo", of(revision.undo()));
		return document;
	}

	private static Map<String, @Nullable Object> of(Undo undo) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("how", undo.how().name());
		document.put("reason", undo.reason());
		document.put("loses", undo.loses());
		document.put("restores", undo.restores());
		return document;
	}

	/**
	 * Describe revisions.
	 * @param revisions the revisions
	 * @return their documents, in the same order
	 */
	public static List<Map<String, @Nullable Object>> of(List<Revision> revisions) {
		return revisions.stream().map(Documents::of).toList();
	}

	/**
	 * Describe a revision and what it does: a revision document, and the keys
	 * {@code changes}, {@code upgradeSql} and {@code downgradeSql}.
	 * @param detail the revision
	 * @return the document
	 */
	public static Map<String, @Nullable Object> of(RevisionDetail detail) {
		Map<String, @Nullable Object> document = of(detail.revision());
		document.put("changes", detail.changes());
		document.put("upgradeSql", detail.upgradeSql());
		document.put("downgradeSql", detail.downgradeSql());
		return document;
	}

	/**
	 * Describe a plan.
	 * @param plan the plan
	 * @return a document with {@code operation} and {@code steps}, each with
	 * {@code action} and {@code revision}
	 */
	public static Map<String, @Nullable Object> of(Plan plan) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("operation", plan.operation().toString());
		document.put("steps", plan.steps().stream().map((step) -> {
			Map<String, @Nullable Object> entry = new LinkedHashMap<>();
			entry.put("action", step.action().name());
			entry.put("revision", of(step.revision()));
			return entry;
		}).toList());
		return document;
	}

	/**
	 * Describe what an operation has done.
	 * @param result the result
	 * @return a document with {@code operation} and {@code steps} as a plan has them, the
	 * lists {@code skipped}, {@code marked} and {@code warnings}, each with
	 * {@code revision} and {@code reason}, {@code durationMillis}, and {@code backup}
	 */
	public static Map<String, @Nullable Object> of(Result result) {
		Map<String, @Nullable Object> document = of(new Plan(result.operation(), result.steps()));
		document.put("skipped", of(result, Remark.Kind.SKIPPED));
		document.put("marked", of(result, Remark.Kind.MARKED));
		document.put("warnings", of(result, Remark.Kind.WARNED));
		document.put("durationMillis", result.took().toMillis());
		Backup backup = result.backup();
		document.put("backup", (backup != null) ? of(backup) : null);
		return document;
	}

	private static List<Map<String, @Nullable Object>> of(Result result, Remark.Kind kind) {
		return result.remarks(kind).stream().map((remark) -> {
			Map<String, @Nullable Object> entry = new LinkedHashMap<>();
			entry.put("revision", of(remark.revision()));
			entry.put("reason", remark.reason());
			return entry;
		}).toList();
	}

	/**
	 * Describe a plan and its SQL.
	 * @param script the script
	 * @return the plan's document with the key {@code sql}
	 */
	public static Map<String, @Nullable Object> of(Script script) {
		Map<String, @Nullable Object> document = of(script.plan());
		document.put("sql", script.sql());
		return document;
	}

	/**
	 * Describe the journal.
	 * @param journal the entries
	 * @return their documents, in the same order
	 */
	public static List<Map<String, @Nullable Object>> ofJournal(List<JournalEntry> journal) {
		return journal.stream().map(Documents::of).toList();
	}

	/**
	 * Describe an entry of the journal.
	 * @param entry the entry
	 * @return the document
	 */
	public static Map<String, @Nullable Object> of(JournalEntry entry) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("operation", entry.operation());
		document.put("action", entry.action().name());
		document.put("revision", entry.revision());
		document.put("author", entry.author());
		document.put("path", entry.path());
		document.put("deployment", entry.deployment());
		document.put("user", entry.user());
		document.put("host", entry.host());
		document.put("application", entry.application());
		document.put("version", entry.version());
		document.put("started", entry.started().toString());
		document.put("durationMillis", entry.durationMillis());
		document.put("outcome", entry.outcome().name());
		document.put("message", entry.message());
		return document;
	}

	private static Map<String, @Nullable Object> of(KeptRows kept) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("table", kept.table());
		document.put("place", kept.place());
		document.put("rows", kept.rows());
		document.put("revision", kept.revision());
		document.put("since", kept.since().toString());
		return document;
	}

	/**
	 * Describe a copy of a database.
	 * @param backup the copy
	 * @return the document
	 */
	public static Map<String, @Nullable Object> of(Backup backup) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("name", backup.name());
		document.put("revision", backup.revision());
		document.put("taken", backup.taken().toString());
		document.put("size", backup.size());
		document.put("verified", backup.verified());
		return document;
	}

	/**
	 * Describe a look at a copy of a database.
	 * @param check what was found
	 * @return the document of the copy, with {@code damage}
	 */
	public static Map<String, @Nullable Object> of(BackupCheck check) {
		Map<String, @Nullable Object> document = of(check.backup());
		document.put("damage", check.damage());
		return document;
	}

	/**
	 * Describe a rehearsal.
	 * @param report the report
	 * @return a document with {@code failed}, the list {@code steps}, each with
	 * {@code revision}, {@code upMillis}, {@code downMillis}, {@code againMillis} and
	 * {@code locks}, the list {@code findings}, each with {@code kind}, {@code failure},
	 * {@code revision} and {@code text}, and {@code copiedMillis},
	 * {@code comparedMillis}, {@code durationMillis} and {@code growth}, in bytes
	 */
	public static Map<String, @Nullable Object> of(RehearsalReport report) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("failed", report.isFailed());
		document.put("steps", report.steps().stream().map((step) -> {
			Map<String, @Nullable Object> entry = new LinkedHashMap<>();
			entry.put("revision", of(step.revision()));
			entry.put("upMillis", step.up().toMillis());
			entry.put("downMillis", millis(step.down()));
			entry.put("againMillis", millis(step.again()));
			entry.put("locks", step.locks());
			return entry;
		}).toList());
		document.put("findings", report.findings().stream().map((finding) -> {
			Map<String, @Nullable Object> entry = new LinkedHashMap<>();
			entry.put("kind", finding.kind().name());
			entry.put("failure", finding.kind().isFailure());
			entry.put("revision", ofNullable(finding.revision()));
			entry.put("text", finding.text());
			return entry;
		}).toList());
		document.put("copiedMillis", report.copied().toMillis());
		document.put("comparedMillis", report.compared().toMillis());
		document.put("durationMillis", report.took().toMillis());
		document.put("growth", report.growth());
		return document;
	}

	private static @Nullable Long millis(@Nullable Duration time) {
		return (time != null) ? time.toMillis() : null;
	}

	/**
	 * Describe the lock.
	 * @param lock the lock
	 * @return the document
	 */
	public static Map<String, @Nullable Object> of(LockStatus lock) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("held", lock.held());
		document.put("by", lock.by());
		document.put("since", text(lock.since()));
		return document;
	}

	/**
	 * Describe what went wrong.
	 * @param failure the failure
	 * @return a document with {@code code}, {@code error} and {@code action}, and
	 * {@code lock} if somebody else has that
	 */
	public static Map<String, @Nullable Object> of(MigrationException failure) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("code", failure.code().toString());
		document.put("error", failure.problem());
		document.put("action", failure.wayOut());
		if (failure instanceof LockNotAcquiredException kept) {
			document.put("lock", of(kept.lock()));
		}
		return document;
	}

	private static Map<String, @Nullable Object> of(DatabaseInfo database) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		document.put("product", database.product());
		document.put("version", database.version());
		document.put("url", database.url());
		if (database.note() != null) {
			document.put("note", database.note());
		}
		return document;
	}

	private static @Nullable Map<String, @Nullable Object> ofNullable(@Nullable Revision revision) {
		return (revision != null) ? of(revision) : null;
	}

	private static @Nullable String text(@Nullable Instant instant) {
		return (instant != null) ? instant.toString() : null;
	}

}
