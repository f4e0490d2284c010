package io.soundshare.demo.playlist;

/**
 * A playlist in the list of all.
 *
 * @param id its id
 * @param name its name
 * @param userId whose it is
 * @param songs how many songs are in it
 */
record PlaylistSummary(long id, String name, long userId, int songs) {

}
