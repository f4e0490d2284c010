package io.soundshare.migrations.boot.console;

/**
 * A page, and its status.
 *
 * @param html the page
 * @param status the HTTP status
 */
public record Page(String html, int status) {

	static final int OK = 200;

}
