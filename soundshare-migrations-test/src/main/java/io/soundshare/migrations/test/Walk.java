package io.soundshare.migrations.test;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.test.clone.Clone;
import io.soundshare.migrations.test.clone.Clones;
import org.jspecify.annotations.Nullable;

/**
 * The way of one database from base to head, with a {@link Trip} on a clone at each
 * revision. It begins when somebody first asks for a result, and trips are made beside
 * it.
 */
final class Walk implements AutoCloseable {

	/** So that no more clones are there at once than somebody works with. */
	private static final int AHEAD = 4;

	private final MigrationsInternals migrations;

	private final Clones clones;

	private final Hooks hooks;

	private final @Nullable String schema;

	private final List<Revision> revisions;

	private final Clone database;

	private final Bench bench;

	private final BlockingQueue<Bench> benches = new LinkedBlockingQueue<>();

	private final Semaphore room = new Semaphore(AHEAD);

	private final AtomicBoolean begun = new AtomicBoolean();

	private final CompletableFuture<String> end = new CompletableFuture<>();

	private final Map<String, CompletableFuture<TripReport>> trips = new LinkedHashMap<>();

	private final Set<String> planned = new HashSet<>();

	private final ExecutorService threads = Executors.newFixedThreadPool(1 + Runtime.getRuntime().availableProcessors(),
			(work) -> {
				Thread thread = new Thread(work, "migration-tests");
				thread.setDaemon(true);
				return thread;
			});

	Walk(MigrationsInternals migrations, Clones clones, Hooks hooks) throws SQLException {
		this.migrations = migrations;
		this.clones = clones;
		this.hooks = hooks;
		this.schema = migrations.defaultSchema();
		this.database = clones.empty();
		this.bench = Bench.of(migrations, this.database, this.schema, hooks);
		this.revisions = this.bench.migrations().status().pending();
		this.revisions.forEach((revision) -> this.trips.put(revision.key(), new CompletableFuture<>()));
	}

	/** The revisions, in the order they are applied. */
	List<Revision> revisions() {
		return this.revisions;
	}

	/** Where all of it happens. */
	Bench bench() {
		return this.bench;
	}

	/** What is wrong with the way up; nothing if it leads to head. */
	String failure() {
		begin();
		return this.end.join();
	}

	TripReport trip(Revision revision) {
		begin();
		CompletableFuture<TripReport> trip = this.trips.get(revision.key());
		if (trip == null) {
			throw new IllegalArgumentException("Not of this changelog: " + revision);
		}
		return trip.join();
	}

	private void begin() {
		if (this.begun.compareAndSet(false, true)) {
			this.threads.execute(this::run);
		}
	}

	private void run() {
		String failure = "";
		try {
			for (Revision revision : this.revisions) {
				failure = step(revision);
				if (!failure.isEmpty()) {
					break;
				}
			}
			this.end.complete(failure);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.end.completeExceptionally(ex);
		}
		catch (SQLException | RuntimeException ex) {
			this.end.completeExceptionally(ex);
		}
		for (Revision revision : this.revisions) {
			if (!failure.isEmpty() || this.end.isCompletedExceptionally()) {
				boolean planned = this.planned.contains(revision.key());
				CompletableFuture<TripReport> trip = this.trips.get(revision.key());
				if (!planned && trip != null) {
					trip.complete(
							TripReport.unreached(revision, "it is not reached: see '" + MigrationCheck.UPGRADE + "'"));
				}
			}
		}
	}

	/** Go one revision up; return what is wrong. */
	private String step(Revision revision) throws SQLException, InterruptedException {
		Clone clone = null;
		if (Hooks.reason(this.hooks.skipped, revision) == null) {
			this.room.acquire();
			clone = this.clones.copy(this.database);
		}
		try {
			this.bench.engine().upgrade(revision.key());
			this.bench.run(Hooks.works(this.hooks.at, revision));
		}
		catch (MigrationException ex) {
			if (clone != null) {
				clone.close();
			}
			return TripReport.text(revision, "It cannot be applied:", List.of(TripReport.reason(ex)),
					ex.wayOut().strip().replaceAll("\\s*\\R\\s*", " "));
		}
		if (clone != null) {
			Clone below = clone;
			this.planned.add(revision.key());
			this.threads.execute(() -> travel(revision, below));
		}
		return "";
	}

	/** Whether nobody goes back behind it. */
	boolean isOld(Revision revision) {
		String minimum = this.hooks.minimumDowngrade;
		return minimum != null && this.revisions.stream()
			.dropWhile((other) -> other != revision)
			.anyMatch((other) -> Hooks.isMeant(minimum, other));
	}

	private void travel(Revision revision, Clone clone) {
		CompletableFuture<TripReport> trip = this.trips.get(revision.key());
		try {
			Bench free = this.benches.poll();
			Bench used = (free != null) ? free : Bench.of(this.migrations, clone, this.schema, this.hooks);
			used.dataSource().to(clone.dataSource());
			try {
				if (trip != null) {
					trip.complete(new Trip(used, revision, this.hooks, isOld(revision)).run());
				}
			}
			finally {
				this.benches.add(used);
				clone.close();
			}
		}
		catch (SQLException | RuntimeException | Error ex) {
			if (trip != null) {
				trip.completeExceptionally(ex);
			}
		}
		finally {
			this.room.release();
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
		this.clones.close();
	}

}
