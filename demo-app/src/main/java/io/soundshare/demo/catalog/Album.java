package io.soundshare.demo.catalog;

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
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/**
 * Songs an artist published together.
 */
@Entity
@Table(name = "albums",
		uniqueConstraints = @UniqueConstraint(name = "uq_albums_artist_title", columnNames = { "artist_id", "title" }),
		indexes = @Index(name = "ix_albums_artist_id", columnList = "artist_id"))
public class Album {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(columnDefinition = "integer")
	private long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "artist_id", nullable = false, foreignKey = @ForeignKey(name = "fk_albums_artist"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	private Artist artist;

	@Column(nullable = false, length = 200)
	private String title;

	private @Nullable Integer releaseYear;

	@SuppressWarnings("NullAway.Init")
	protected Album() {
	}

	public long getId() {
		return this.id;
	}

	public Artist getArtist() {
		return this.artist;
	}

	public String getTitle() {
		return this.title;
	}

	public @Nullable Integer getReleaseYear() {
		return this.releaseYear;
	}

}
