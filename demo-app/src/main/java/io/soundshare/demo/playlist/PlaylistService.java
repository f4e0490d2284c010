package io.soundshare.demo.playlist;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.demo.catalog.SongRepository;
import io.soundshare.demo.user.UserRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes playlists and puts their songs in order.
 */
@Service
class PlaylistService {

	private final PlaylistRepository playlists;

	private final UserRepository users;

	private final SongRepository songs;

	PlaylistService(PlaylistRepository playlists, UserRepository users, SongRepository songs) {
		this.playlists = playlists;
		this.users = users;
		this.songs = songs;
	}

	@Transactional
	List<PlaylistSummary> list() {
		return this.playlists.findSummaries();
	}

	@Transactional
	PlaylistView get(long id) {
		return PlaylistView.of(this.playlists.require(id));
	}

	@Transactional
	PlaylistView create(long userId, String name, @Nullable Visibility visibility, List<Long> songIds) {
		Playlist playlist = new Playlist(this.users.requireForUpdate(userId), name,
				(visibility != null) ? visibility : Visibility.PUBLIC, now());
		arrange(playlist, songIds);
		return PlaylistView.of(this.playlists.save(playlist));
	}

	/** Songs that stay keep the date they were added, wherever they move. */
	@Transactional
	PlaylistView arrange(long id, List<Long> songIds) {
		Playlist playlist = this.playlists.requireForUpdate(id);
		arrange(playlist, songIds);
		return PlaylistView.of(playlist);
	}

	private void arrange(Playlist playlist, List<Long> songIds) {
		List<PlaylistEntry> before = new ArrayList<>(playlist.getEntries());
		playlist.getEntries().clear();
		for (long songId : songIds) {
			playlist.getEntries().add(take(before, songId));
		}
	}

	private PlaylistEntry take(List<PlaylistEntry> before, long songId) {
		for (PlaylistEntry entry : before) {
			if (entry.getSong().getId() == songId) {
				before.remove(entry);
				return entry;
			}
		}
		return new PlaylistEntry(this.songs.require(songId), now());
	}

	/** As precise as the database keeps it. */
	private Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

}
