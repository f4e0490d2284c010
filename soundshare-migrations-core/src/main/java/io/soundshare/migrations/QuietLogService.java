package io.soundshare.migrations;

import java.util.logging.Level;

import liquibase.logging.LogService;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;

/**
 * Logs as details what Liquibase takes for news. Reading a status says a line for every
 * file of the changelog, and health checks read it all day.
 */
final class QuietLogService extends AbstractLogService {

	private final LogService loud;

	QuietLogService(LogService loud) {
		this.loud = loud;
	}

	@Override
	public int getPriority() {
		return PRIORITY_NOT_APPLICABLE;
	}

	@Override
	@SuppressWarnings({ "rawtypes", "try" })
	public Logger getLog(Class clazz) {
		Logger logger = this.loud.getLog(clazz);
		return new AbstractLogger() {

			@Override
			public void log(Level level, @Nullable String message, @Nullable Throwable e) {
				logger.log(Level.INFO.equals(level) ? Level.FINE : level, message, e);
			}

		};
	}

}
