package io.soundshare.demo.playlist;

import java.time.Instant;

import io.soundshare.demo.catalog.Song;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * A song in a playlist.
 */
@Embeddable
class PlaylistEntry {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "song_id", nullable = false, foreignKey = @ForeignKey(name = "fk_playlist_songs_song"))
	private Song song;

	@Column(nullable = false)
	private Instant addedAt;

	@SuppressWarnings("NullAway.Init")
	protected PlaylistEntry() {
	}

	PlaylistEntry(Song song, Instant addedAt) {
		this.song = song;
		this.addedAt = addedAt;
	}

	Song getSong() {
		return this.song;
	}

	Instant getAddedAt() {
		return this.addedAt;
	}

}
