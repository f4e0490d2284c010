package io.soundshare.demo.playlist;

/**
 * Who finds a playlist in the list of all.
 */
enum Visibility {

	/** Everybody. */
	PUBLIC,

	/** Nobody: it is seen by those who know its address. */
	PRIVATE

}
