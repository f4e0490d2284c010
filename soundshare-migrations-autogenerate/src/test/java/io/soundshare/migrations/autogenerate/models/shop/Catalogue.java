package io.soundshare.migrations.autogenerate.models.shop;

import java.math.BigDecimal;
import java.net.URL;
import java.sql.Blob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.UpdateTimestamp;

/**
 * What is sold: products of several kinds in a tree of categories.
 */
final class Catalogue {

	static final List<Class<?>> CLASSES = List.of(Category.class, Brand.class, Product.class, Article.class,
			Download.class, Bundle.class, BundlePart.class, CategoryEntry.class, Variant.class, VariantDetails.class,
			Option.class, OptionValue.class, Image.class, Tag.class, Review.class);

	private Catalogue() {
	}

	enum Status {

		DRAFT, ACTIVE, SOLD_OUT, WITHDRAWN

	}

	enum WeightUnit {

		GRAM, KILOGRAM, OUNCE, POUND

	}

	@Entity(name = "Category")
	@Table(name = "categories", indexes = @Index(columnList = "parent_id, position"))
	static class Category {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "category_ids")
		@SequenceGenerator(name = "category_ids", sequenceName = "category_ids", allocationSize = 10)
		private Long id;

		@ManyToOne(fetch = FetchType.LAZY)
		@JoinColumn(name = "parent_id")
		private Category parent;

		@OneToMany(mappedBy = "parent")
		private List<Category> children;

		@Column(nullable = false, unique = true)
		private String handle;

		private short position;

		@ElementCollection
		@CollectionTable(name = "category_texts", joinColumns = @JoinColumn(name = "category_id"))
		@MapKeyColumn(name = "language", length = 8)
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Map<String, LocalizedText> texts;

	}

	@Entity(name = "Brand")
	static class Brand {

		@Id
		@GeneratedValue
		private Long id;

		@Column(nullable = false, unique = true)
		private String name;

		private URL website;

		@Lob
		private byte[] logo;

	}

	@Entity(name = "Product")
	@Table(name = "products",
			uniqueConstraints = @UniqueConstraint(name = "products_store_handle_key",
					columnNames = { "store_id", "handle" }),
			indexes = { @Index(name = "products_newest", columnList = "status, available_from DESC"),
					@Index(columnList = "brand_id") })
	@Inheritance(strategy = InheritanceType.JOINED)
	abstract static class Product {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		private Long id;

		@Version
		private long version;

		@ManyToOne(optional = false, fetch = FetchType.LAZY)
		private Stores.Store store;

		@Column(nullable = false, length = 150)
		private String handle;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false)
		@ColumnDefault("'DRAFT'")
		private Status status;

		@ManyToOne(fetch = FetchType.LAZY)
		private Brand brand;

		@ManyToOne(fetch = FetchType.LAZY)
		@JoinColumn(foreignKey = @ForeignKey(name = "fk_product_main_category"))
		@OnDelete(action = OnDeleteAction.SET_NULL)
		private Category mainCategory;

		private Instant availableFrom;

		@CreationTimestamp
		@Column(nullable = false, updatable = false)
		private Instant createdAt;

		@UpdateTimestamp
		private Instant updatedAt;

		@ElementCollection
		private Map<Locale, LocalizedText> texts;

		@ElementCollection
		@CollectionTable(name = "product_attributes")
		@MapKeyColumn(name = "attribute_name", length = 60)
		@Column(name = "attribute_value", length = 1000)
		private Map<String, String> attributes;

		@OneToMany(mappedBy = "product")
		@OrderColumn(name = "position")
		private List<Image> images;

		@ManyToMany
		@JoinTable(name = "product_tags", joinColumns = @JoinColumn(name = "product_id"),
				inverseJoinColumns = @JoinColumn(name = "tag_id"))
		private Set<Tag> tags;

		@ManyToMany
		private Set<Product> related;

	}

	@Entity(name = "Article")
	@Table(name = "products_article")
	@PrimaryKeyJoinColumn(name = "product_id")
	static class Article extends Product {

		@Column(precision = 10, scale = 3)
		private BigDecimal weight;

		@Enumerated
		private WeightUnit weightUnit;

		private Float width;

		private Float height;

		private Float depth;

		@Column(columnDefinition = "varchar(2)")
		private String originCountry;

		private Deposit deposit;

	}

	@Entity(name = "Download")
	@Table(name = "products_download")
	@PrimaryKeyJoinColumn(name = "product_id", foreignKey = @ForeignKey(name = "fk_download_product"))
	static class Download extends Product {

		@Column(nullable = false)
		private String fileName;

		private Blob content;

		private Duration linkLifetime;

		@ColumnDefault("5")
		@Column(nullable = false)
		private int maxDownloads;

	}

	@Entity(name = "Bundle")
	static class Bundle extends Product {

		@Embedded
		@AttributeOverride(name = "amount", column = @Column(name = "price_off"))
		@AttributeOverride(name = "currency", column = @Column(name = "price_off_currency"))
		private Money discount;

		@OneToMany(mappedBy = "bundle")
		private List<BundlePart> parts;

	}

	@Entity(name = "BundlePart")
	static class BundlePart {

		@Id
		@ManyToOne
		private Bundle bundle;

		@Id
		@ManyToOne
		private Variant variant;

		private int quantity;

	}

	@Embeddable
	record CategoryEntryId(@Column(name = "category_id") Long categoryId, @Column(name = "product_id") Long productId) {

	}

	@Entity(name = "CategoryEntry")
	@Table(name = "category_products")
	static class CategoryEntry {

		@EmbeddedId
		private CategoryEntryId id;

		@MapsId("categoryId")
		@ManyToOne
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Category category;

		@MapsId("productId")
		@ManyToOne
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Product product;

		@Column(precision = 6, scale = 2)
		@ColumnDefault("0.00")
		private BigDecimal position;

		@ColumnDefault("false")
		private boolean featured;

	}

	@Entity(name = "Variant")
	@Table(name = "variants", indexes = @Index(name = "variants_ean", columnList = "ean", unique = true))
	static class Variant {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		private Long id;

		@ManyToOne(optional = false)
		private Product product;

		@Column(nullable = false, unique = true, length = 64)
		private String sku;

		@Column(length = 13)
		private String ean;

		@Embedded
		private Money price;

		@Embedded
		@AttributeOverride(name = "amount", column = @Column(name = "purchase_amount", precision = 12, scale = 6))
		@AttributeOverride(name = "currency", column = @Column(name = "purchase_currency", length = 3))
		private Money purchasePrice;

		@ManyToMany
		@JoinTable(name = "variant_option_values")
		private Set<OptionValue> values;

		@OneToOne(mappedBy = "variant")
		private VariantDetails details;

	}

	@Entity(name = "VariantDetails")
	static class VariantDetails {

		@Id
		private Long id;

		@MapsId
		@OneToOne
		private Variant variant;

		@Lob
		private String description;

		@ElementCollection
		private List<String> bulletPoints;

	}

	@Entity(name = "Option")
	@Table(name = "product_options")
	static class Option {

		@Id
		@GeneratedValue
		private Long id;

		@Column(nullable = false, unique = true)
		private String code;

		@OneToMany
		@JoinColumn(name = "option_id", nullable = false)
		@OrderColumn(name = "sort_order")
		private List<OptionValue> values;

	}

	@Entity(name = "OptionValue")
	static class OptionValue {

		@Id
		@GeneratedValue
		private Long id;

		@Column(nullable = false, length = 80)
		private String label;

		@Column(columnDefinition = "char(7) default '#000000'")
		private String colour;

	}

	@Entity(name = "Image")
	@Table(name = "product_images")
	static class Image {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false)
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Product product;

		@Column(nullable = false, length = 2048)
		private String path;

		private Integer position;

		private boolean main;

	}

	@Entity(name = "Tag")
	static class Tag {

		@Id
		@GeneratedValue
		private Integer id;

		@Column(nullable = false, length = 50)
		private String name;

	}

	@Entity(name = "Review")
	@Table(indexes = @Index(columnList = "product_id asc, createdAt desc"),
			uniqueConstraints = @UniqueConstraint(columnNames = { "product_id", "customer_id" }))
	static class Review {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false)
		private Product product;

		@ManyToOne(optional = false)
		private Customers.Customer customer;

		private byte stars;

		@Column(length = 5000)
		private String text;

		@CreationTimestamp
		private Instant createdAt;

	}

}
