package io.soundshare.migrations.autogenerate.models.shop;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/**
 * Where things lie, and what they cost there.
 */
final class Warehouses {

	static final List<Class<?>> CLASSES = List.of(Warehouse.class, StockLevel.class, StockMovement.class,
			TaxClass.class, TaxRate.class, ShippingMethod.class);

	private Warehouses() {
	}

	@Entity(name = "Warehouse")
	static class Warehouse {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Integer id;

		@Column(nullable = false, unique = true, length = 30)
		private String code;

		@Embedded
		private Address address;

	}

	@Embeddable
	static class StockKey implements Serializable {

		private Integer warehouse;

		private Long variant;

	}

	@Entity(name = "StockLevel")
	static class StockLevel {

		@EmbeddedId
		private StockKey key;

		@MapsId("warehouse")
		@ManyToOne
		private Warehouse warehouse;

		@MapsId("variant")
		@ManyToOne
		private Catalogue.Variant variant;

		@Column(nullable = false)
		private int onHand;

		@Column(nullable = false)
		private int reserved;

	}

	@Entity(name = "StockMovement")
	@Table(indexes = @Index(columnList = "variant_id, at desc"))
	static class StockMovement {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne(optional = false)
		@JoinColumn(name = "warehouse_id", referencedColumnName = "warehouse_id")
		@JoinColumn(name = "variant_id", referencedColumnName = "variant_id")
		private StockLevel level;

		private int difference;

		@Column(nullable = false)
		private Instant at;

	}

	@Entity(name = "TaxClass")
	static class TaxClass {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Short id;

		@Column(nullable = false, unique = true)
		private String name;

	}

	@Entity(name = "TaxRate")
	@Table(uniqueConstraints = @UniqueConstraint(columnNames = { "tax_class_id", "country_code", "zone_id" }))
	static class TaxRate {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne(optional = false)
		private TaxClass taxClass;

		@ManyToOne(optional = false)
		private Stores.Country country;

		@ManyToOne
		private Stores.Zone zone;

		@Column(nullable = false, precision = 7, scale = 4)
		private BigDecimal percent;

	}

	@Entity(name = "ShippingMethod")
	static class ShippingMethod {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne
		private Stores.Store store;

		@ManyToOne
		private TaxClass taxClass;

		@Embedded
		private Money price;

		private Double maximumWeight;

	}

}
