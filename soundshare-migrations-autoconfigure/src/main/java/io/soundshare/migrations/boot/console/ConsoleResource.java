package io.soundshare.migrations.boot.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What the pages need beside themselves. A strict Content-Security-Policy refuses styles
 * and scripts within a page, so they are requests of their own.
 */
public enum ConsoleResource {

	/** How it looks. */
	STYLE("console.css", "text/css"),

	/** Filters, and the news of a migration that runs. All pages are whole without it. */
	SCRIPT("console.js", "text/javascript"),

	/** The sign of its tab: without one, browsers ask the application for another. */
	ICON("console.svg", "image/svg+xml");

	private final String fileName;

	private final String type;

	private final String content;

	ConsoleResource(String fileName, String type) {
		this.fileName = fileName;
		this.type = type;
		this.content = read(fileName);
	}

	/**
	 * Find a resource.
	 * @param name the name it has below the endpoint
	 * @return the resource, {@code null} if none has that name
	 */
	public static @Nullable ConsoleResource named(String name) {
		for (ConsoleResource resource : values()) {
			if (resource.fileName.equals(name)) {
				return resource;
			}
		}
		return null;
	}

	String fileName() {
		return this.fileName;
	}

	/**
	 * Return what kind of text it is.
	 * @return the media type, without a charset
	 */
	public String type() {
		return this.type;
	}

	/**
	 * Return the text.
	 * @return the content
	 */
	public String content() {
		return this.content;
	}

	private static String read(String name) {
		try (InputStream file = Objects.requireNonNull(ConsoleResource.class.getResourceAsStream(name), name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
