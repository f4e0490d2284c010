package io.soundshare.migrations.boot.actuate;

import java.nio.charset.StandardCharsets;

import io.soundshare.migrations.boot.console.ConsoleReader;
import io.soundshare.migrations.boot.console.ConsoleResource;
import io.soundshare.migrations.boot.console.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeType;

/**
 * Gives the answers of {@link MigrationsEndpoint} their HTTP status, revisions that have
 * slashes a path, and browsers a page.
 */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public final class MigrationsEndpointWebExtension {

	private final MigrationsReader reader;

	private final ConsoleReader console;

	MigrationsEndpointWebExtension(MigrationsReader reader, ConsoleReader console) {
		this.reader = reader;
		this.console = console;
	}

	/**
	 * Read all databases.
	 * @param format what the client takes, {@code null} for JSON
	 * @return the status documents by the name of the migrator bean, in
	 * {@code databases}; or a page
	 */
	@ReadOperation(produces = { MigrationsEndpoint.V3, MigrationsEndpoint.V2, MigrationsEndpoint.JSON,
			MigrationsEndpoint.HTML })
	public WebEndpointResponse<Object> databases(@Nullable MigrationsFormat format) {
		return (format == MigrationsFormat.HTML) ? response(this.console.databases())
				: response(this.reader.databases());
	}

	/**
	 * Read one database. What the pages need beside themselves has the place of a
	 * database too; a database of that name comes first.
	 * @param database the name of the migrator bean
	 * @param revision as {@link #revision(String, String, MigrationsFormat)}, for what is
	 * no good path
	 * @param all whether a page shows all that was ever applied
	 * @param format what the client takes, {@code null} for JSON
	 * @return the status document, or a page; 404 if there is no such database, 503 if it
	 * cannot be read
	 */
	@ReadOperation(produces = { MigrationsEndpoint.V3, MigrationsEndpoint.V2, MigrationsEndpoint.JSON,
			MigrationsEndpoint.HTML })
	public WebEndpointResponse<Object> database(@Selector String database, @Nullable String revision,
			@Nullable Boolean all, @Nullable MigrationsFormat format) {
		ConsoleResource resource = ConsoleResource.named(database);
		if (resource != null && !this.reader.knows(database)) {
			return new WebEndpointResponse<>(resource.content(), utf8(resource.type()));
		}
		if (revision != null) {
			return revision(database, revision, 1, format);
		}
		return (format == MigrationsFormat.HTML) ? response(this.console.database(database, Boolean.TRUE.equals(all)))
				: response(this.reader.database(database));
	}

	/**
	 * Read one revision.
	 * @param database the name of the migrator bean
	 * @param revision an id or a prefix that fits one
	 * @param format what the client takes, {@code null} for JSON
	 * @return the revision document, or a page; 404 if there is no such revision, 400 if
	 * several fit, 503 if the database cannot be read
	 */
	@ReadOperation(produces = { MigrationsEndpoint.V3, MigrationsEndpoint.V2, MigrationsEndpoint.JSON,
			MigrationsEndpoint.HTML })
	public WebEndpointResponse<Object> revision(@Selector String database, @Selector String revision,
			@Nullable MigrationsFormat format) {
		return revision(database, revision, 2, format);
	}

	/**
	 * Read one revision.
	 * @param database the name of the migrator bean
	 * @param format what the client takes, {@code null} for JSON
	 * @param revision the segments of an id or a {@code path::id::author} that has
	 * slashes
	 * @return as {@link #revision(String, String, MigrationsFormat)}
	 */
	@ReadOperation(produces = { MigrationsEndpoint.V3, MigrationsEndpoint.V2, MigrationsEndpoint.JSON,
			MigrationsEndpoint.HTML })
	public WebEndpointResponse<Object> revisionOfPath(@Selector String database, @Nullable MigrationsFormat format,
			@Selector(match = Match.ALL_REMAINING) String... revision) {
		if (revision.length == 0) {
			return database(database, null, null, format);
		}
		String text = String.join("/", revision);
		String rest = text.substring(text.indexOf('/') + 1);
		// With WebFlux what remains begins with the first selector, not with this one.
		return (revision[0].equals(database) && this.reader.revision(database, text).status() == Answer.NOT_FOUND)
				? revision(database, rest, revision.length, format)
				: revision(database, text, 1 + revision.length, format);
	}

	private WebEndpointResponse<Object> revision(String database, String revision, int depth,
			@Nullable MigrationsFormat format) {
		return (format == MigrationsFormat.HTML) ? response(this.console.revision(database, revision, depth))
				: response(this.reader.revision(database, revision));
	}

	private static WebEndpointResponse<Object> response(Answer answer) {
		return new WebEndpointResponse<>(answer.document().forPages(), answer.status());
	}

	private static WebEndpointResponse<Object> response(Page page) {
		return new WebEndpointResponse<>(page.html(), page.status(), utf8(MigrationsEndpoint.HTML));
	}

	private static MimeType utf8(String type) {
		return new MimeType(MimeType.valueOf(type), StandardCharsets.UTF_8);
	}

}
