package io.soundshare.demo.playlist;

import java.time.Instant;
import java.util.List;

import io.soundshare.demo.catalog.SongView;

/**
 * A playlist as the API shows it.
 *
 * @param id its id
 * @param name its name
 * @param visibility who finds it
 * @param userId whose it is
 * @param createdAt since when it exists
 * @param entries its songs, in order
 */
record PlaylistView(long id, String name, Visibility visibility, long userId, Instant createdAt, List<Entry> entries) {

	static PlaylistView of(Playlist playlist) {
		return new PlaylistView(playlist.getId(), playlist.getName(), playlist.getVisibility(),
				playlist.getUser().getId(), playlist.getCreatedAt(),
				playlist.getEntries().stream().map(Entry::of).toList());
	}

	/**
	 * A song in a playlist.
	 *
	 * @param song the song
	 * @param addedAt since when it is in the playlist
	 */
	record Entry(SongView song, Instant addedAt) {

		static Entry of(PlaylistEntry entry) {
			return new Entry(SongView.of(entry.getSong()), entry.getAddedAt());
		}

	}

}
