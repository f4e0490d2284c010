package io.soundshare.migrations.boot.command.busy;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;

/**
 * An entity with a listener.
 */
@Entity
@Table(name = "songs")
@EntityListeners(Song.Listener.class)
public class Song {

	@Id
	private Integer id;

	private String title;

	public Integer getId() {
		return this.id;
	}

	public String getTitle() {
		return this.title;
	}

	/**
	 * Created with the entity manager factory.
	 */
	public static class Listener {

		public Listener() {
			Occasions.note("JPA was started");
		}

		@PostLoad
		void loaded(Song song) {
			Occasions.note("an entity was loaded");
		}

	}

}
