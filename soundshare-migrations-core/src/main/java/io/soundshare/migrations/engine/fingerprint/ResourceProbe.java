package io.soundshare.migrations.engine.fingerprint;

import java.io.IOException;
import java.util.List;

/**
 * Finds the resources that Liquibase would find, without it.
 */
@FunctionalInterface
public interface ResourceProbe {

	/**
	 * Find resources.
	 * @param question which ones
	 * @return what Liquibase would find, in the same order
	 * @throws IOException if they cannot be read
	 */
	List<Found> find(ResourceQuestion question) throws IOException;

	/**
	 * A resource that was found.
	 *
	 * @param location where it is, as a URI
	 * @param content the SHA-256 of what is in it, in hexadecimal digits
	 */
	record Found(String location, String content) {

	}

}
