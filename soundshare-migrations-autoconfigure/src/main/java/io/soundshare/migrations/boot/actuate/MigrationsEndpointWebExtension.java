package io.soundshare.migrations.boot.actuate;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * Gives the answers of {@link MigrationsEndpoint} their HTTP status, and revisions that
 * have slashes a path.
 */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public final class MigrationsEndpointWebExtension {

	private final MigrationsReader reader;

	MigrationsEndpointWebExtension(MigrationsReader reader) {
		this.reader = reader;
	}

	/**
	 * Read all databases.
	 * @return the status documents by the name of the migrator bean, in {@code databases}
	 */
	@ReadOperation
	public WebEndpointResponse<Map<String, @Nullable Object>> databases() {
		return response(this.reader.databases());
	}

	/**
	 * Read one database.
	 * @param database the name of the migrator bean
	 * @return the status document; 404 if there is no such database, 503 if it cannot be
	 * read
	 */
	@ReadOperation
	public WebEndpointResponse<Map<String, @Nullable Object>> database(@Selector String database) {
		return response(this.reader.database(database));
	}

	/**
	 * Read one revision.
	 * @param database the name of the migrator bean
	 * @param revision an id or a prefix that fits one
	 * @return the revision document; 404 if there is no such revision, 400 if several
	 * fit, 503 if the database cannot be read
	 */
	@ReadOperation
	public WebEndpointResponse<Map<String, @Nullable Object>> revision(@Selector String database,
			@Selector String revision) {
		return response(this.reader.revision(database, revision));
	}

	/**
	 * Read one revision.
	 * @param database the name of the migrator bean
	 * @param revision the segments of an id or a {@code path::id::author} that has
	 * slashes
	 * @return as {@link #revision(String, String)}
	 */
	@ReadOperation
	public WebEndpointResponse<Map<String, @Nullable Object>> revisionOfPath(@Selector String database,
			@Selector(match = Match.ALL_REMAINING) String... revision) {
		return (revision.length != 0) ? revision(database, String.join("/", revision)) : database(database);
	}

	private static WebEndpointResponse<Map<String, @Nullable Object>> response(Answer answer) {
		return new WebEndpointResponse<>(answer.document().forPages(), answer.status());
	}

}
