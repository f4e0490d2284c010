package io.soundshare.demo.catalog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A song as the API shows it.
 *
 * @param id its id
 * @param title its title
 * @param isrc the number of the recording, if it has one
 * @param artist who plays it
 * @param album the album it is on, if any
 * @param coverOf the song it is a cover of, if it is one
 * @param durationSeconds how long it is
 * @param status whether it can be heard
 * @param playCount how often it was played
 * @param lastPlayed when it was last played, if ever
 */
public record SongView(long id, String title, @Nullable String isrc, Named artist, @Nullable Named album,
		@Nullable Named coverOf, int durationSeconds, SongStatus status, long playCount, @Nullable Instant lastPlayed) {

	public static SongView of(Song song) {
		Artist artist = song.getArtist();
		Album album = song.getAlbum();
		Song coverOf = song.getCoverOf();
		return new SongView(song.getId(), song.getTitle(), song.getIsrc(), new Named(artist.getId(), artist.getName()),
				(album != null) ? new Named(album.getId(), album.getTitle()) : null,
				(coverOf != null) ? new Named(coverOf.getId(), coverOf.getTitle()) : null, song.getDurationSeconds(),
				song.getStatus(), song.getPlayCount(), song.getLastPlayed());
	}

	/**
	 * Something with a page of its own.
	 *
	 * @param id its id
	 * @param name what to call it
	 */
	public record Named(long id, String name) {
	}

}
