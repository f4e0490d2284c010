package io.soundshare.migrations.boot.actuate;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@link Endpoint @Endpoint} that shows where each database stands. Takes no lock and
 * changes nothing. What cannot be read is a document with {@code error} and
 * {@code action}.
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint {

	static final String V3 = "application/vnd.spring-boot.actuator.v3+json";

	static final String V2 = "application/vnd.spring-boot.actuator.v2+json";

	static final String JSON = "application/json";

	static final String HTML = "text/html";

	private final MigrationsReader reader;

	MigrationsEndpoint(MigrationsReader reader) {
		this.reader = reader;
	}

	/**
	 * Read all databases.
	 * @return the status documents by the name of the migrator bean, in {@code databases}
	 */
	@ReadOperation(produces = { V3, V2, JSON, HTML })
	public Map<String, @Nullable Object> databases() {
		return this.reader.databases().document();
	}

	/**
	 * Read one database.
	 * @param database the name of the migrator bean
	 * @return the status document
	 */
	@ReadOperation(produces = { V3, V2, JSON, HTML })
	public Map<String, @Nullable Object> database(@Selector String database) {
		return this.reader.database(database).document();
	}

	/**
	 * Read one revision.
	 * @param database the name of the migrator bean
	 * @param revision an id, a {@code path::id::author}, or a prefix that fits one
	 * @return the revision document with its SQL
	 */
	@ReadOperation(produces = { V3, V2, JSON, HTML })
	public Map<String, @Nullable Object> revision(@Selector String database, @Selector String revision) {
		return this.reader.revision(database, revision).document();
	}

}
