package io.soundshare.migrations.engine.session;

/**
 * Work that is done with a session.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface SessionWork<T> {

	T with(LiquibaseSession session) throws Exception;

}
