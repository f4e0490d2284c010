package io.soundshare.migrations.engine.redaction;

import java.util.logging.Level;

import liquibase.logging.LogService;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;

/**
 * Logs what Liquibase and we have to say, without what must not be shown. Where somebody
 * only looks, what Liquibase takes for news is a detail: reading a status says a line for
 * every file of the changelog, and health checks read it all day.
 */
public final class RedactingLogService extends AbstractLogService {

	private final LogService loud;

	private final Redactor redactor;

	private final boolean quiet;

	public RedactingLogService(LogService loud, Redactor redactor, boolean quiet) {
		this.loud = loud;
		this.redactor = redactor;
		this.quiet = quiet;
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
				Redactor redactor = RedactingLogService.this.redactor;
				boolean detail = RedactingLogService.this.quiet && Level.INFO.equals(level);
				logger.log(detail ? Level.FINE : level, (message != null) ? redactor.log(message) : null,
						redactor.cause(e));
			}

		};
	}

}
