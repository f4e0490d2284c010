package io.soundshare.entities.crate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * An entity of one database.
 */
@Entity
public class Crate {

	@Id
	private Integer id;

}
