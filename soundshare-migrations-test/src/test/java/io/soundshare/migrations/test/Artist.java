package io.soundshare.migrations.test;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/**
 * What the clean changelog has a table for.
 */
@Entity
@Table(name = "artists", uniqueConstraints = @UniqueConstraint(name = "uq_artists_name", columnNames = "name"))
class Artist {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	Long id;

	@Column(nullable = false, length = 100)
	String name;

	Integer born;

	@Column(nullable = false)
	boolean active;

	@Column(precision = 6, scale = 2)
	BigDecimal rating;

	@Column(nullable = false, length = 100)
	String display;

}
