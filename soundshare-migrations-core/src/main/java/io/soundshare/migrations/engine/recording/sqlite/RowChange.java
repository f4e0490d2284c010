package io.soundshare.migrations.engine.recording.sqlite;

/**
 * What can become of a row.
 */
enum RowChange {

	INSERT, UPDATE, DELETE

}
