package io.soundshare.migrations.autogenerate.entity.features;

import java.io.Serializable;
import java.util.List;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import org.hibernate.annotations.ColumnDefault;

/**
 * Keys of several columns, and embeddables.
 */
public final class Keys {

	private Keys() {
	}

	/** A key. */
	@Embeddable
	public record OrderId(@Column(length = 8) String region, int number) implements Serializable {

	}

	/** Has it. */
	@Entity(name = "Purchase")
	public static class Purchase {

		@EmbeddedId
		OrderId id;

		@Embedded
		Address delivery;

		@Embedded
		@AttributeOverride(name = "street", column = @Column(name = "billing_street", nullable = false))
		@AttributeOverride(name = "town", column = @Column(name = "billing_town", length = 50))
		Address billing;

	}

	/** Where. */
	@Embeddable
	public static class Address {

		String street;

		@ColumnDefault("'Bern'")
		String town;

	}

	/** Refers to it, the other way round. */
	@Entity(name = "Line")
	public static class Line {

		@Id
		long id;

		@ManyToOne(optional = false)
		@JoinColumns({ @JoinColumn(name = "order_number", referencedColumnName = "number"),
				@JoinColumn(name = "order_region", referencedColumnName = "region") })
		Purchase purchase;

		@ManyToMany
		List<Purchase> others;

	}

	/** Shares a key. */
	@Entity(name = "Invoice")
	public static class Invoice {

		@EmbeddedId
		OrderId id;

		@OneToOne
		@MapsId
		Purchase purchase;

	}

	/** A key of two. */
	public static class SeatId implements Serializable {

		private static final long serialVersionUID = 1;

		String row;

		int number;

		@Override
		public boolean equals(Object other) {
			return other instanceof SeatId seat && seat.row.equals(this.row) && seat.number == this.number;
		}

		@Override
		public int hashCode() {
			return this.number;
		}

	}

	/** Has it. */
	@Entity(name = "Seat")
	@IdClass(SeatId.class)
	public static class Seat {

		@Id
		@Column(name = "seat_row")
		String row;

		@Id
		int number;

	}

	/** Part of a key comes from another. */
	@Entity(name = "Ticket")
	public static class Ticket {

		@EmbeddedId
		TicketId id;

		@ManyToOne
		@MapsId("seat")
		Seat seat;

	}

	/** A key with a key in it. */
	@Embeddable
	public static class TicketId implements Serializable {

		private static final long serialVersionUID = 1;

		String show;

		SeatKey seat;

		@Override
		public boolean equals(Object other) {
			return other instanceof TicketId id && id.show.equals(this.show) && id.seat.equals(this.seat);
		}

		@Override
		public int hashCode() {
			return this.show.hashCode();
		}

	}

	/** The inner key. */
	@Embeddable
	public static class SeatKey extends SeatId {

		private static final long serialVersionUID = 1;

	}

	/** Two tables. */
	@Entity(name = "Article")
	@SecondaryTable(name = "article_text", pkJoinColumns = @PrimaryKeyJoinColumn(name = "article"))
	public static class Article {

		@Id
		long id;

		@Column(table = "article_text", nullable = false)
		String body;

		String title;

	}

}
