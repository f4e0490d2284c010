package io.soundshare.migrations.boot.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.soundshare.migrations.model.LockStatus;
import io.soundshare.migrations.model.MigrationStatus;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.RevisionState;
import io.soundshare.migrations.model.SchemaState;
import io.soundshare.migrations.model.Undo;
import org.jspecify.annotations.Nullable;

/**
 * Says in words what the engine says in values.
 */
final class Words {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final long SECOND = 1000;

	private static final long MINUTE = 60 * SECOND;

	private static final long KILOBYTE = 1024;

	private Words() {
	}

	static String of(SchemaState state) {
		return switch (state) {
			case UP_TO_DATE -> "Up to date";
			case PENDING -> "Pending";
			case AHEAD -> "Ahead";
			case DIVERGED -> "Diverged";
			case CHANGED -> "Changed";
		};
	}

	/** The class of a state, which decides its colour. */
	static String tone(SchemaState state) {
		return switch (state) {
			case UP_TO_DATE -> "good";
			case PENDING -> "open";
			case AHEAD, DIVERGED, CHANGED -> "bad";
		};
	}

	static String explain(MigrationStatus status) {
		String pending = count(status.pending().size(), "revision");
		String unknown = count(status.unknown().size(), "revision");
		return switch (status.state()) {
			case UP_TO_DATE -> "Nothing is pending, unknown or changed.";
			case PENDING -> pending + " to apply.";
			case AHEAD -> unknown + " in the database that this build does not know.";
			case DIVERGED -> unknown + " in the database that this build does not know, and " + pending + " to apply.";
			case CHANGED -> count(status.changed().size(), "revision") + " edited after being applied.";
		};
	}

	static String of(RevisionState state) {
		return switch (state) {
			case APPLIED -> "Applied";
			case PENDING -> "Pending";
			case UNKNOWN -> "Unknown to this build";
			case CHANGED -> "Changed since it was applied";
		};
	}

	static String tone(RevisionState state) {
		return switch (state) {
			case APPLIED -> "good";
			case PENDING -> "open";
			case UNKNOWN, CHANGED -> "bad";
		};
	}

	static String of(Undo.How how) {
		return switch (how) {
			case WRITTEN -> "By the rollback that is written in the changelog.";
			case DERIVED -> "By the inverse that Liquibase knows of each change.";
			case RECORDED -> "By what the upgrade recorded in the database.";
			case NONE -> "It cannot be undone.";
		};
	}

	/** In one word or two, for a table. */
	static String brief(Undo.How how) {
		return switch (how) {
			case WRITTEN -> "written rollback";
			case DERIVED -> "derived";
			case RECORDED -> "recorded";
			case NONE -> "no way back";
		};
	}

	static String of(LockStatus lock) {
		if (!lock.held()) {
			return "free";
		}
		return "held by " + ((lock.by() != null) ? lock.by() : "somebody")
				+ ((lock.since() != null) ? " since " + time(lock.since()) : "");
	}

	/** What is unusual about a revision. */
	static List<String> marks(Revision revision) {
		return Stream
			.of((revision.state() == RevisionState.UNKNOWN) ? "unknown" : null,
					(revision.state() == RevisionState.CHANGED) ? "changed" : null,
					revision.reversible() ? null : "irreversible", (revision.skipped() != null) ? "skipped" : null,
					revision.isMarked() ? "marked as run" : null,
					revision.undo().loses().isEmpty() ? null : "undoing loses rows")
			.filter(Objects::nonNull)
			.toList();
	}

	static String time(Instant instant) {
		return TIME.format(instant);
	}

	static String duration(@Nullable Long millis) {
		if (millis == null) {
			return "";
		}
		if (millis < SECOND) {
			return millis + " ms";
		}
		return (millis < MINUTE) ? String.format(Locale.ROOT, "%.1f s", millis / (double) SECOND)
				: millis / MINUTE + " min " + millis % MINUTE / SECOND + " s";
	}

	static String size(long bytes) {
		double size = bytes;
		String unit = "bytes";
		for (String next : List.of("KB", "MB", "GB", "TB")) {
			if (size < KILOBYTE) {
				break;
			}
			size /= KILOBYTE;
			unit = next;
		}
		return "bytes".equals(unit) ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", size, unit);
	}

	static String count(long number, String noun) {
		return number + " " + noun + ((number != 1) ? "s" : "");
	}

}
