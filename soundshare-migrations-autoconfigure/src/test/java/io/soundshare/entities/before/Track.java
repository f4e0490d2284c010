package io.soundshare.entities.before;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Table;

/**
 * An entity as it is at first.
 */
@Entity
@Table(name = "tracks")
@EntityListeners(Track.Listener.class)
public class Track {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Column(nullable = false, length = 100)
	private String title;

	/**
	 * Not to be created.
	 */
	public static class Listener {

		public Listener() {
			throw new IllegalStateException("An entity listener was created");
		}

		@PrePersist
		void created(Track track) {
		}

	}

}
