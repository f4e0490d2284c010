package io.soundshare.demo.playlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.demo.user.User;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Songs in the order a user put them in.
 */
@Entity
@Table(name = "playlists", indexes = @Index(name = "ix_playlists_user_id", columnList = "user_id"))
class Playlist {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(columnDefinition = "integer")
	private long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", nullable = false, foreignKey = @ForeignKey(name = "fk_playlists_user"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	private User user;

	@Column(nullable = false, length = 100)
	private String name;

	@Enumerated(EnumType.STRING)
	@Column(nullable = false, length = 10)
	private Visibility visibility;

	@Column(nullable = false)
	private Instant createdAt;

	@ElementCollection
	@CollectionTable(name = "playlist_songs", joinColumns = @JoinColumn(name = "playlist_id", nullable = false),
			foreignKey = @ForeignKey(name = "fk_playlist_songs_playlist"),
			indexes = @Index(name = "ix_playlist_songs_song_id", columnList = "song_id"))
	@OrderColumn(name = "position", nullable = false)
	@OnDelete(action = OnDeleteAction.CASCADE)
	private List<PlaylistEntry> entries = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Playlist() {
	}

	Playlist(User user, String name, Visibility visibility, Instant createdAt) {
		this.user = user;
		this.name = name;
		this.visibility = visibility;
		this.createdAt = createdAt;
	}

	long getId() {
		return this.id;
	}

	User getUser() {
		return this.user;
	}

	String getName() {
		return this.name;
	}

	Visibility getVisibility() {
		return this.visibility;
	}

	Instant getCreatedAt() {
		return this.createdAt;
	}

	List<PlaylistEntry> getEntries() {
		return this.entries;
	}

}
