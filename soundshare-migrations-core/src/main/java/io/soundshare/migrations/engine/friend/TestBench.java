package io.soundshare.migrations.engine.friend;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.engine.operation.WriteOperations;
import io.soundshare.migrations.engine.product.DatabaseProduct;
import io.soundshare.migrations.engine.recording.RecordingPolicy;
import io.soundshare.migrations.engine.recording.UndoDialect;
import io.soundshare.migrations.engine.session.LiquibaseSession;
import io.soundshare.migrations.engine.session.SessionOpener;
import io.soundshare.migrations.engine.undo.UndoPolicies;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Target;
import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * The inside of {@link Migrations} for tests of a changelog: many steps by a changelog
 * that stays as it is, on databases that are thrown away, and a look at their schemas.
 */
public final class TestBench extends Migrations.Passage {

	private final RecordingPolicy policy;

	private final @Nullable UndoDialect dialect;

	private @Nullable DatabaseChangeLog parsed;

	private TestBench(Migrations migrations) {
		super(migrations);
		SessionOpener opener = new SessionOpener(sessions().settings());
		this.policy = opener.look(UndoPolicies::of);
		this.dialect = opener.look((session) -> DatabaseProduct.of(session.database())).undo();
	}

	/** Return the bench of some migrations. */
	public static TestBench of(Migrations migrations) {
		return new TestBench(migrations);
	}

	/**
	 * Return another database of the same server, or another file.
	 * @param url its URL
	 * @return where connections come from, each opened anew by the same user
	 */
	public DataSource elsewhere(String url) {
		return sessions()
			.plain((source) -> sessions().settings().rehearsing(url, source.user(), source.password()).dataSource());
	}

	/**
	 * Read a schema.
	 * @param connection a connection to any database of the product
	 * @return the definition of each object by its kind and name, but for the tables that
	 * migrations keep for themselves; empty for products whose schemas are not read
	 * @throws SQLException if it cannot be read
	 */
	public Map<String, String> schema(Connection connection) throws SQLException {
		return (this.dialect != null) ? new TreeMap<>(this.dialect.objects(connection, this.policy)) : Map.of();
	}

	/**
	 * Tell the tables that migrations keep for themselves.
	 * @param table a name
	 * @return whether the table is one
	 */
	public boolean isOwn(String table) {
		return this.policy.isOwn(table);
	}

	/**
	 * Read the checksums of all change sets, whatever database and context they are for.
	 * @return the checksum of each {@code path::id::author}, in the order of the
	 * changelog
	 */
	public Map<String, String> checksums() {
		return sessions().read((session) -> {
			Map<String, String> checksums = new LinkedHashMap<>();
			for (ChangeSet changeSet : session.changelog().getChangeSets()) {
				checksums.put(key(changeSet), changeSet.generateCheckSum(ChecksumVersion.latest()).toString());
			}
			return checksums;
		});
	}

	/**
	 * Apply one revision, by the changelog as it was parsed the first time. The others
	 * are not looked at, so that the time does not grow with their number.
	 * @param key the revision, as {@code path::id::author}; the next one of the database
	 */
	public void upgrade(String key) {
		sessions().write((session) -> {
			session.use(alone(session, key));
			return new WriteOperations(session).upgrade(Target.HEAD, (status) -> {
			}, ProgressListener.SILENT);
		});
	}

	/**
	 * Undo one revision, by the changelog as it was parsed the first time.
	 * @param key the revision, as {@code path::id::author}; the last one of the database
	 */
	public void downgrade(String key) {
		sessions().write((session) -> {
			session.use(alone(session, key));
			return new WriteOperations(session).downgrade(Target.back(1), (plan) -> {
			}, ProgressListener.SILENT);
		});
	}

	/** A changelog with nothing but one change set. */
	private DatabaseChangeLog alone(LiquibaseSession session, String key) throws LiquibaseException {
		DatabaseChangeLog all = this.parsed;
		if (all == null) {
			all = session.changelog();
			this.parsed = all;
		}
		DatabaseChangeLog alone = new DatabaseChangeLog(all.getPhysicalFilePath());
		alone.setChangeLogParameters(all.getChangeLogParameters());
		alone.setRootChangeLog(all);
		alone.setPreconditions(all.getPreconditions());
		all.getChangeSets().stream().filter((changeSet) -> key(changeSet).equals(key)).forEach(alone::addChangeSet);
		if (alone.getChangeSets().isEmpty()) {
			throw new IllegalArgumentException("Not of this changelog: " + key);
		}
		return alone;
	}

	private static String key(ChangeSet changeSet) {
		return DatabaseChangeLog.normalizePath(changeSet.getFilePath()) + "::" + changeSet.getId() + "::"
				+ changeSet.getAuthor();
	}

}
