package io.soundshare.entities.shelf;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;

/**
 * An entity of another database.
 */
@Entity
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
public class Shelf {

	@Id
	private Integer id;

	private String firstLabel;

	private boolean isOpen;

	@Convert(converter = Place.Numbering.class)
	private Place place;

}
