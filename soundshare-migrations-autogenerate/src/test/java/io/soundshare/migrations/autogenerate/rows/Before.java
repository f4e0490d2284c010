package io.soundshare.migrations.autogenerate.rows;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A table with nothing but its key.
 */
@Entity(name = "Thing")
@Table(name = "things")
public class Before {

	@Id
	long id;

}
