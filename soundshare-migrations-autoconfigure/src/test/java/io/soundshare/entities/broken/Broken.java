package io.soundshare.entities.broken;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/**
 * Belongs to what is no entity.
 */
@Entity
public class Broken {

	@Id
	private Integer id;

	@ManyToOne
	private NoEntity owner;

	/**
	 * Not mapped.
	 */
	public static class NoEntity {

	}

}
