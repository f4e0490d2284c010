package io.soundshare.demo.listening;

import java.time.Instant;

import io.soundshare.demo.catalog.Song;
import io.soundshare.demo.user.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/**
 * A song was played, by a user or by somebody whose account is gone.
 */
@Entity
@Table(name = "plays", indexes = { @Index(name = "ix_plays_song_id_played_at", columnList = "song_id, played_at"),
		@Index(name = "ix_plays_user_id", columnList = "user_id") })
class Play {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(columnDefinition = "integer")
	private long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "song_id", nullable = false, foreignKey = @ForeignKey(name = "fk_plays_song"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	private Song song;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "user_id", foreignKey = @ForeignKey(name = "fk_plays_user"))
	@OnDelete(action = OnDeleteAction.SET_NULL)
	private @Nullable User user;

	@Column(nullable = false)
	private Instant playedAt;

	@SuppressWarnings("NullAway.Init")
	protected Play() {
	}

	Play(Song song, User user, Instant playedAt) {
		this.song = song;
		this.user = user;
		this.playedAt = playedAt;
	}

	long getId() {
		return this.id;
	}

	Instant getPlayedAt() {
		return this.playedAt;
	}

}
