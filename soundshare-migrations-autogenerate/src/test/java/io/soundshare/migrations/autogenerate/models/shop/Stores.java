package io.soundshare.migrations.autogenerate.models.shop;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import org.hibernate.annotations.ColumnDefault;

/**
 * Who sells, and where to.
 */
final class Stores {

	static final List<Class<?>> CLASSES = List.of(Country.class, Zone.class, Store.class, Setting.class, Page.class,
			Banner.class);

	private Stores() {
	}

	@Entity(name = "Country")
	static class Country {

		@Id
		@Column(length = 2, columnDefinition = "char(2)")
		private String code;

		@Column(nullable = false, unique = true)
		private String name;

		@ColumnDefault("true")
		@Column(nullable = false)
		private boolean shippable;

		@OneToMany(mappedBy = "country")
		@OrderBy("name")
		private List<Zone> zones;

	}

	@Entity(name = "Zone")
	@Table(name = "zones",
			uniqueConstraints = @UniqueConstraint(name = "uk_zone_code", columnNames = { "country_code", "code" }))
	static class Zone {

		@Id
		@GeneratedValue
		private Integer id;

		@ManyToOne(optional = false, fetch = FetchType.LAZY)
		private Country country;

		@Column(nullable = false, length = 10)
		private String code;

		private String name;

	}

	@Entity(name = "Store")
	static class Store {

		@Id
		@GeneratedValue
		private Integer id;

		@Version
		private int version;

		@Column(nullable = false, unique = true, length = 40)
		private String code;

		@Column(nullable = false)
		private Currency currency;

		@Column(nullable = false)
		private Locale defaultLocale;

		@Column(nullable = false)
		private ZoneId timeZone;

		@Embedded
		private Address address;

		@ElementCollection
		@Column(name = "locale", nullable = false)
		private Set<Locale> locales;

		@ManyToMany
		@JoinTable(name = "store_countries")
		private Set<Country> shipsTo;

	}

	@Entity(name = "Setting")
	@Table(uniqueConstraints = @UniqueConstraint(columnNames = { "store_id", "name" }))
	static class Setting {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne
		private Store store;

		@Column(nullable = false, length = 100)
		private String name;

		@Column(name = "setting_value", length = 4000)
		private String value;

	}

	@Entity(name = "Page")
	@Table(name = "content_pages")
	static class Page {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false)
		private Store store;

		@Column(nullable = false)
		private String slug;

		@ElementCollection
		@CollectionTable(name = "content_page_texts")
		@MapKeyColumn(name = "locale", length = 10)
		private Map<String, LocalizedText> texts;

	}

	@Entity(name = "Banner")
	static class Banner {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne
		private Page page;

		@Column(nullable = false)
		private String imageUrl;

		@ColumnDefault("0")
		private int position;

	}

}
