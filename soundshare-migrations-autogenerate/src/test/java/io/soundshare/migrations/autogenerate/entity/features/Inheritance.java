package io.soundshare.migrations.autogenerate.entity.features;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Inheritance of all kinds.
 */
public final class Inheritance {

	private Inheritance() {
	}

	/** One table. */
	@Entity(name = "Animal")
	@jakarta.persistence.Inheritance
	public abstract static class Animal {

		@Id
		long id;

		@Column(nullable = false)
		String name;

	}

	/** In it. */
	@Entity(name = "Cat")
	public static class Cat extends Animal {

		@Column(nullable = false)
		Integer lives;

	}

	/** In it. */
	@Entity(name = "Dog")
	@DiscriminatorValue("woof")
	public static class Dog extends Animal {

		@ManyToOne(optional = false)
		Cat enemy;

	}

	/** One table, told by numbers. */
	@Entity(name = "Shape")
	@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER)
	@DiscriminatorValue("0")
	public static class Shape {

		@Id
		long id;

	}

	/** In it. */
	@Entity(name = "Circle")
	@DiscriminatorValue("1")
	public static class Circle extends Shape {

		double radius;

	}

	/** Tables that add. */
	@Entity(name = "Vehicle")
	@jakarta.persistence.Inheritance(strategy = InheritanceType.JOINED)
	public static class Vehicle {

		@Id
		long id;

		String plate;

	}

	/** Adds. */
	@Entity(name = "Car")
	@OnDelete(action = OnDeleteAction.CASCADE)
	public static class Car extends Vehicle {

		int doors;

	}

	/** Adds more. */
	@Entity(name = "Taxi")
	public static class Taxi extends Car {

		@Column(unique = true)
		String sign;

	}

	/** A table each. */
	@Entity(name = "Payment")
	@jakarta.persistence.Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	@Table(uniqueConstraints = @UniqueConstraint(name = "uq_payment_note", columnNames = { "note", "amount" }))
	public abstract static class Payment {

		@Id
		long id;

		@Column(unique = true)
		String number;

		String note;

		int amount;

		@ManyToOne
		@OnDelete(action = OnDeleteAction.CASCADE)
		Vehicle subject;

	}

	/** Has one. */
	@Entity(name = "CardPayment")
	public static class CardPayment extends Payment {

		String card;

	}

	/** Has one. */
	@Entity(name = "CashPayment")
	public static class CashPayment extends Payment {

		@ManyToOne
		Payment instead;

	}

	/** No table. */
	@MappedSuperclass
	public abstract static class Base {

		@Id
		long id;

		@Column(nullable = false)
		String createdBy;

	}

	/** Has all. */
	@Entity(name = "Concrete")
	public static class Concrete extends Base {

		String title;

	}

}
