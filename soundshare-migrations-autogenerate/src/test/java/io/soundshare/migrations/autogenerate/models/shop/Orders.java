package io.soundshare.migrations.autogenerate.models.shop;

import java.math.BigDecimal;
import java.sql.Clob;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
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
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * What was bought, paid and sent.
 */
final class Orders {

	static final List<Class<?>> CLASSES = List.of(CustomerOrder.class, OrderLine.class, Payment.class,
			CardPayment.class, TransferPayment.class, VoucherPayment.class, Refund.class, Shipment.class,
			ShipmentLine.class, Invoice.class, OrderNote.class, ReturnRequest.class);

	private Orders() {
	}

	enum State {

		PLACED, PAID, SENT, DELIVERED, CANCELLED

	}

	@Entity(name = "CustomerOrder")
	@Table(name = "orders",
			uniqueConstraints = @UniqueConstraint(name = "uk_order_number", columnNames = { "store_id", "number" }),
			indexes = { @Index(columnList = "customer_id, placed_at desc"),
					@Index(name = "orders_open", columnList = "state") })
	static class CustomerOrder {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_ids")
		@SequenceGenerator(name = "order_ids", sequenceName = "order_ids", initialValue = 1000, allocationSize = 20)
		private Long id;

		@Version
		private int version;

		@ManyToOne(optional = false, fetch = FetchType.LAZY)
		private Stores.Store store;

		@Column(nullable = false, length = 20)
		private String number;

		@ManyToOne(fetch = FetchType.LAZY)
		@JoinColumn(foreignKey = @ForeignKey(name = "fk_order_customer"))
		private Customers.Customer customer;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false, length = 20)
		private State state;

		@Column(nullable = false)
		@ColumnDefault("current_timestamp")
		private OffsetDateTime placedAt;

		@Embedded
		@AttributeOverride(name = "recipient", column = @Column(name = "ship_recipient", length = 120))
		@AttributeOverride(name = "street", column = @Column(name = "ship_street", nullable = false))
		@AttributeOverride(name = "secondLine", column = @Column(name = "ship_second_line"))
		@AttributeOverride(name = "city", column = @Column(name = "ship_city", nullable = false, length = 100))
		@AttributeOverride(name = "postalCode", column = @Column(name = "ship_postal_code", length = 20))
		@AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "ship_country"))
		private Address shippingAddress;

		@Embedded
		@AttributeOverride(name = "recipient", column = @Column(name = "bill_recipient", length = 120))
		@AttributeOverride(name = "street", column = @Column(name = "bill_street"))
		@AttributeOverride(name = "secondLine", column = @Column(name = "bill_second_line"))
		@AttributeOverride(name = "city", column = @Column(name = "bill_city", length = 100))
		@AttributeOverride(name = "postalCode", column = @Column(name = "bill_postal_code", length = 20))
		@AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "bill_country"))
		private Address billingAddress;

		@Embedded
		@AttributeOverride(name = "amount", column = @Column(name = "total_amount", precision = 19, scale = 4))
		@AttributeOverride(name = "currency", column = @Column(name = "total_currency", length = 3))
		private Money total;

		@OneToMany(mappedBy = "order")
		@OrderColumn(name = "line_no")
		private List<OrderLine> lines;

		@ElementCollection
		@CollectionTable(name = "order_attributes", foreignKey = @ForeignKey(name = "fk_order_attributes"))
		@MapKeyColumn(name = "name", length = 50)
		@Column(name = "value")
		private Map<String, String> attributes;

	}

	@Entity(name = "OrderLine")
	@Table(name = "order_lines")
	static class OrderLine {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false, fetch = FetchType.LAZY)
		@OnDelete(action = OnDeleteAction.CASCADE)
		private CustomerOrder order;

		@Column(name = "line_no")
		private Integer lineNumber;

		@ManyToOne
		@JoinColumn(name = "sku", referencedColumnName = "sku")
		private Catalogue.Variant variant;

		@Column(nullable = false, precision = 9, scale = 3)
		private BigDecimal quantity;

		@Embedded
		private Money unitPrice;

	}

	@Entity(name = "Payment")
	@Table(name = "payments")
	@Inheritance
	@DiscriminatorColumn(name = "method", length = 10)
	@DiscriminatorValue("NONE")
	static class Payment {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false)
		private CustomerOrder order;

		@Embedded
		private Money money;

		private Instant receivedAt;

	}

	@Entity(name = "CardPayment")
	@DiscriminatorValue("CARD")
	static class CardPayment extends Payment {

		@Column(length = 4)
		private String lastDigits;

		@Column(unique = true)
		private String authorisation;

	}

	@Entity(name = "TransferPayment")
	@DiscriminatorValue("TRANSFER")
	static class TransferPayment extends Payment {

		@Column(length = 34)
		private String iban;

		private LocalDate valueDate;

	}

	@Entity(name = "VoucherPayment")
	@DiscriminatorValue("VOUCHER")
	static class VoucherPayment extends Payment {

		@ManyToOne
		private Promotions.Coupon coupon;

	}

	@Entity(name = "Refund")
	@Inheritance
	@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
	static class Refund {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false)
		private Payment payment;

		@Embedded
		private Money money;

		private String reason;

	}

	@Entity(name = "Shipment")
	static class Shipment {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false)
		private CustomerOrder order;

		@ManyToOne
		private Warehouses.Warehouse warehouse;

		@Column(length = 80)
		private String trackingCode;

		private Instant sentAt;

		@OneToMany(mappedBy = "shipment")
		private List<ShipmentLine> lines;

	}

	@Entity(name = "ShipmentLine")
	static class ShipmentLine {

		@Id
		@ManyToOne
		private Shipment shipment;

		@Id
		@ManyToOne
		private OrderLine line;

		@Column(precision = 9, scale = 3)
		private BigDecimal quantity;

	}

	@Entity(name = "Invoice")
	static class Invoice {

		@Id
		@Column(length = 30)
		private String number;

		@OneToOne(optional = false)
		private CustomerOrder order;

		private LocalDate issuedOn;

		private Clob document;

	}

	@Entity(name = "OrderNote")
	static class OrderNote {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false)
		private CustomerOrder order;

		@Column(columnDefinition = "text not null")
		private String text;

		@Column(name = "visible_to_customer", columnDefinition = "boolean default false")
		private Boolean visible;

	}

	@Entity(name = "ReturnRequest")
	static class ReturnRequest {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false)
		private OrderLine line;

		@Column(nullable = false)
		private String reason;

		@Enumerated
		private State state;

	}

}
