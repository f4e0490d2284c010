package io.soundshare.demo.catalog;

/**
 * Whether a song can be heard.
 */
public enum SongStatus {

	/** Not yet. */
	DRAFT,

	/** By everybody. */
	PUBLISHED,

	/** No longer; it stays in the playlists it is in. */
	WITHDRAWN

}
