package io.soundshare.migrations.autogenerate.models.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import org.hibernate.annotations.ColumnDefault;

/**
 * Who buys, and what they have in the cart.
 */
final class Customers {

	static final List<Class<?>> CLASSES = List.of(Customer.class, CustomerAddress.class, CustomerGroup.class,
			Wishlist.class, WishlistItem.class, Cart.class, CartItem.class, NewsletterSubscription.class);

	private Customers() {
	}

	enum Channel {

		EMAIL, SMS, POST

	}

	enum Salutation {

		NONE, MS, MR

	}

	@Entity(name = "Customer")
	@Table(name = "customers", check = @CheckConstraint(name = "customers_adult", constraint = "birth_year < 2010"),
			indexes = @Index(name = "customers_by_name", columnList = "lastName, firstName"))
	static class Customer {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_numbers")
		@SequenceGenerator(name = "customer_numbers", sequenceName = "customer_numbers", initialValue = 100000,
				allocationSize = 1)
		private Long id;

		@Version
		private Integer version;

		@Column(nullable = false, unique = true, length = 320)
		private String email;

		@Enumerated
		private Salutation salutation;

		private String firstName;

		private String lastName;

		private Integer birthYear;

		private Locale locale;

		private char[] passwordHash;

		@ManyToMany
		@JoinTable(name = "customer_group_members", joinColumns = @JoinColumn(name = "customer_id"),
				inverseJoinColumns = @JoinColumn(name = "group_id"),
				uniqueConstraints = @UniqueConstraint(name = "one_membership",
						columnNames = { "group_id", "customer_id" }))
		private List<CustomerGroup> groups;

		@OneToMany(mappedBy = "customer")
		private Set<CustomerAddress> addresses;

		@ElementCollection
		@CollectionTable(name = "customer_consents")
		@MapKeyEnumerated(EnumType.STRING)
		@Column(name = "given_at")
		private Map<Channel, Instant> consents;

	}

	@Entity(name = "CustomerAddress")
	static class CustomerAddress {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false, fetch = FetchType.LAZY)
		private Customer customer;

		@Embedded
		private Address address;

		@ColumnDefault("false")
		@Column(nullable = false)
		private boolean preferred;

	}

	@Entity(name = "CustomerGroup")
	static class CustomerGroup {

		@Id
		@GeneratedValue
		private Integer id;

		@Column(nullable = false, unique = true)
		private String name;

	}

	@Entity(name = "Wishlist")
	static class Wishlist {

		@Id
		@GeneratedValue
		private UUID id;

		@ManyToOne(optional = false)
		private Customer owner;

		@Column(nullable = false)
		private String title;

		@OneToMany(mappedBy = "wishlist")
		private List<WishlistItem> items;

	}

	@Entity(name = "WishlistItem")
	@Table(uniqueConstraints = @UniqueConstraint(columnNames = { "wishlist_id", "variant_id" }))
	static class WishlistItem {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false)
		private Wishlist wishlist;

		@ManyToOne(optional = false)
		private Catalogue.Variant variant;

		private LocalDate addedOn;

	}

	@Entity(name = "Cart")
	@Table(indexes = @Index(columnList = "touchedAt"))
	static class Cart {

		@Id
		@GeneratedValue
		private UUID id;

		@Version
		private Instant touchedAt;

		@ManyToOne
		private Customer customer;

		@ManyToOne(optional = false)
		private Stores.Store store;

		@ElementCollection
		private Set<String> couponCodes;

		@OneToMany(mappedBy = "cart")
		private List<CartItem> items;

	}

	@Entity(name = "CartItem")
	static class CartItem {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false)
		private Cart cart;

		@ManyToOne(optional = false)
		private Catalogue.Variant variant;

		@Column(nullable = false, check = @CheckConstraint(constraint = "quantity > 0"))
		@ColumnDefault("1")
		private int quantity;

		@Embedded
		@AttributeOverride(name = "amount", column = @Column(name = "frozen_amount"))
		@AttributeOverride(name = "currency", column = @Column(name = "frozen_currency"))
		private Money frozenPrice;

	}

	@Entity(name = "NewsletterSubscription")
	static class NewsletterSubscription {

		@Id
		private String email;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false, length = 10)
		private Channel channel;

		private LocalDate since;

	}

}
