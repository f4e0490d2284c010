package io.soundshare.demo.catalog;

import java.time.Instant;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
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
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/**
 * A song. How often and when it was played is counted by the database, with each play.
 */
@Entity
@Table(name = "songs", uniqueConstraints = @UniqueConstraint(name = "uq_songs_isrc", columnNames = "isrc"),
		check = @CheckConstraint(name = "ck_songs_duration", constraint = "duration_seconds > 0"),
		indexes = { @Index(name = "ix_songs_normalized_title", columnList = "normalized_title"),
				@Index(name = "ix_songs_artist_id", columnList = "artist_id"),
				@Index(name = "ix_songs_album_id", columnList = "album_id"),
				@Index(name = "ix_songs_cover_of_id", columnList = "cover_of_id") })
public class Song {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(columnDefinition = "integer")
	private long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "artist_id", nullable = false, foreignKey = @ForeignKey(name = "fk_songs_artist"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	private Artist artist;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "album_id", foreignKey = @ForeignKey(name = "fk_songs_album"))
	@OnDelete(action = OnDeleteAction.SET_NULL)
	private @Nullable Album album;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "cover_of_id", foreignKey = @ForeignKey(name = "fk_songs_cover_of"))
	@OnDelete(action = OnDeleteAction.SET_NULL)
	private @Nullable Song coverOf;

	@Column(nullable = false, length = 200)
	private String title;

	@Column(length = 12)
	private @Nullable String isrc;

	@Column(nullable = false, length = 200)
	private String normalizedTitle;

	@Column(nullable = false)
	private int durationSeconds;

	@Enumerated(EnumType.STRING)
	@Column(nullable = false, length = 20)
	private SongStatus status;

	@Column(nullable = false, insertable = false, updatable = false)
	private long playCount;

	@Column(insertable = false, updatable = false)
	private @Nullable Instant lastPlayed;

	@SuppressWarnings("NullAway.Init")
	protected Song() {
	}

	public long getId() {
		return this.id;
	}

	public Artist getArtist() {
		return this.artist;
	}

	public @Nullable Album getAlbum() {
		return this.album;
	}

	public @Nullable Song getCoverOf() {
		return this.coverOf;
	}

	public String getTitle() {
		return this.title;
	}

	public @Nullable String getIsrc() {
		return this.isrc;
	}

	public String getNormalizedTitle() {
		return this.normalizedTitle;
	}

	public int getDurationSeconds() {
		return this.durationSeconds;
	}

	public SongStatus getStatus() {
		return this.status;
	}

	public long getPlayCount() {
		return this.playCount;
	}

	public @Nullable Instant getLastPlayed() {
		return this.lastPlayed;
	}

}
