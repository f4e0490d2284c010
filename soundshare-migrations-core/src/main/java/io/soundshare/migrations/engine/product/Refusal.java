package io.soundshare.migrations.engine.product;

/**
 * Reasons why a database cannot be used, as its product tells them by codes.
 */
public enum Refusal {

	/**
	 * The file, or its directory, must not be written.
	 */
	FILE_READ_ONLY,

	/**
	 * The file is none of a database.
	 */
	FILE_FOREIGN,

	/**
	 * Somebody else writes to the file.
	 */
	FILE_BUSY,

	/**
	 * The disk of the file is full.
	 */
	FILE_FULL,

	/**
	 * Anything else about a file.
	 */
	FILE_UNUSABLE,

	/**
	 * The server, or the user, may read only.
	 */
	READ_ONLY,

	/**
	 * Another process has the database for itself.
	 */
	IN_USE,

	/**
	 * There is no such database.
	 */
	NO_DATABASE,

	/**
	 * There is no such schema.
	 */
	NO_SCHEMA,

	/**
	 * The disk of the server is full.
	 */
	DISK_FULL,

	/**
	 * The URL names a user where the driver expects a host.
	 */
	USER_IN_URL,

	/**
	 * Anything else about a server.
	 */
	UNREACHABLE

}
