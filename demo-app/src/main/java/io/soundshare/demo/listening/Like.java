package io.soundshare.demo.listening;

import java.time.Instant;

import io.soundshare.demo.catalog.Song;
import io.soundshare.demo.user.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * A user likes a song.
 */
@Entity
@IdClass(Like.Key.class)
@Table(name = "likes", indexes = @Index(name = "ix_likes_song_id", columnList = "song_id"))
class Like {

	@Id
	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", nullable = false, columnDefinition = "integer",
			foreignKey = @ForeignKey(name = "fk_likes_user"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	private User user;

	@Id
	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "song_id", nullable = false, columnDefinition = "integer",
			foreignKey = @ForeignKey(name = "fk_likes_song"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	private Song song;

	@Column(nullable = false)
	private Instant likedAt;

	@SuppressWarnings("NullAway.Init")
	protected Like() {
	}

	Like(User user, Song song, Instant likedAt) {
		this.user = user;
		this.song = song;
		this.likedAt = likedAt;
	}

	Song getSong() {
		return this.song;
	}

	/**
	 * Which user likes which song.
	 *
	 * @param user the id of the user
	 * @param song the id of the song
	 */
	record Key(long user, long song) {
	}

}
