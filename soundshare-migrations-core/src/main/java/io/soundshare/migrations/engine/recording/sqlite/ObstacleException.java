package io.soundshare.migrations.engine.recording.sqlite;

/**
 * A change set cannot be undone by what could be recorded of it; the message says why.
 */
final class ObstacleException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ObstacleException(String reason) {
		super(reason);
	}

}
