package io.soundshare.migrations.autogenerate.models.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;

/**
 * Where something goes.
 */
@Embeddable
class Address {

	@Column(length = 120)
	private String recipient;

	@Column(nullable = false)
	private String street;

	private String secondLine;

	@Column(nullable = false, length = 100)
	private String city;

	@Column(length = 20)
	private String postalCode;

	@ManyToOne(optional = false)
	private Stores.Country country;

}
