package io.soundshare.demo.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/**
 * Somebody who makes music.
 */
@Entity
@Table(name = "artists", uniqueConstraints = @UniqueConstraint(name = "uq_artists_name", columnNames = "name"))
public class Artist {

	// SQLite counts up only what is declared as integer; there it has 64 bits.
	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(columnDefinition = "integer")
	private long id;

	@Column(nullable = false, length = 200)
	private String name;

	@SuppressWarnings("NullAway.Init")
	protected Artist() {
	}

	public long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

}
