package io.soundshare.migrations.boot.actuate;

/**
 * A document, and what it means where there are status codes.
 *
 * @param document the document
 * @param status the HTTP status
 */
record Answer(Document document, int status) {

	static final int OK = 200;

	static final int NOT_FOUND = 404;

	static final int UNAVAILABLE = 503;

	static Answer ok(Document document) {
		return new Answer(document, OK);
	}

}
