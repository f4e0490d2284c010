package io.soundshare.migrations.engine.session;

import io.soundshare.migrations.engine.copy.CopySource;

/**
 * Work with a connection that Liquibase knows nothing of.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface PlainWork<T> {

	T with(CopySource source) throws Exception;

}
