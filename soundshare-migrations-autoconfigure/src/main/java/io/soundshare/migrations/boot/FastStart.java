package io.soundshare.migrations.boot;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.sql.DataSource;

import io.soundshare.migrations.boot.MigrationsProperties.Startup;
import io.soundshare.migrations.engine.fingerprint.FastPath.Decision;
import io.soundshare.migrations.engine.fingerprint.FingerprintSource;
import io.soundshare.migrations.engine.friend.Fingerprints;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.core.io.ResourceLoader;

/**
 * The start that has nothing to do: seen by a fingerprint, without Liquibase.
 */
final class FastStart {

	private static final Log logger = LogFactory.getLog(FastStart.class);

	private final DataSource dataSource;

	private final boolean writes;

	private final @Nullable FingerprintSource source;

	private final String whyNot;

	private FastStart(DataSource dataSource, boolean writes, @Nullable FingerprintSource source, String whyNot) {
		this.dataSource = dataSource;
		this.writes = writes;
		this.source = source;
		this.whyNot = whyNot;
	}

	/** One that leaves everything to Liquibase. */
	static FastStart none(DataSource dataSource, String whyNot) {
		return new FastStart(dataSource, false, null, whyNot);
	}

	/**
	 * One for the settings of an application.
	 * @param customized whether the application has code that works on Liquibase
	 */
	static FastStart of(DataSource dataSource, LiquibaseProperties liquibase, MigrationsProperties settings,
			ResourceLoader resourceLoader, boolean customized) {
		String whyNot = whyNot(liquibase, settings, customized);
		if (whyNot != null) {
			return none(dataSource, whyNot);
		}
		String schema = (liquibase.getLiquibaseSchema() != null) ? liquibase.getLiquibaseSchema()
				: liquibase.getDefaultSchema();
		ClassLoader classLoader = resourceLoader.getClassLoader();
		return new FastStart(dataSource, settings.startup() != Startup.VALIDATE,
				new FingerprintSource(settings(liquibase, settings), schema, settings.journalTable(),
						(classLoader != null) ? classLoader : ClassLoader.getSystemClassLoader(),
						new SpringResourceProbe(resourceLoader)),
				"");
	}

	private static @Nullable String whyNot(LiquibaseProperties liquibase, MigrationsProperties settings,
			boolean customized) {
		if (settings.fastPath() == MigrationsProperties.FastPath.OFF) {
			return "soundshare.migrations.fast-path=off";
		}
		if (customized) {
			return "a Customizer of the application works on it";
		}
		boolean asked = liquibase.isDropFirst() || liquibase.isClearChecksums() || liquibase.isTestRollbackOnUpdate()
				|| liquibase.getRollbackFile() != null || liquibase.getTag() != null;
		return asked ? "spring.liquibase.* asks for more than an upgrade" : null;
	}

	/** Whatever decides what is done, or where it is written down. */
	private static Map<String, String> settings(LiquibaseProperties liquibase, MigrationsProperties settings) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("changeLog", liquibase.getChangeLog());
		values.put("contexts", String.valueOf(liquibase.getContexts()));
		values.put("labelFilter", String.valueOf(liquibase.getLabelFilter()));
		values.put("defaultSchema", String.valueOf(liquibase.getDefaultSchema()));
		values.put("liquibaseSchema", String.valueOf(liquibase.getLiquibaseSchema()));
		values.put("historyTable", liquibase.getDatabaseChangeLogTable());
		values.put("journalTable", settings.journalTable());
		Map<String, String> parameters = liquibase.getParameters();
		if (parameters != null) {
			parameters.forEach((name, value) -> values.put("parameter " + name, value));
		}
		return values;
	}

	/** What a fingerprint is taken of; {@code null} if none is to be kept. */
	@Nullable FingerprintSource source() {
		return this.source;
	}

	/** Whether there is nothing to do; what stands in the way of knowing is only told. */
	boolean isNothingToDo() {
		Decision decision = decide();
		if (decision.isNothingToDo()) {
			logger.info("The schema is up to date, as the fingerprint in the database says: " + decision.reason());
			return true;
		}
		logger.info("Liquibase decides what there is to do: " + decision.reason());
		return false;
	}

	private Decision decide() {
		if (this.source == null) {
			return Decision.no(this.whyNot);
		}
		try {
			return Fingerprints.decide(this.dataSource, this.source, this.writes);
		}
		catch (SQLException | IOException | RuntimeException ex) {
			// What is wrong with the database, or a file, is told by who cannot go on,
			// without secrets.
			logger.debug("The fingerprint cannot be compared", ex);
			return Decision.no("the fingerprint cannot be compared: " + ex.getClass().getSimpleName());
		}
	}

}
