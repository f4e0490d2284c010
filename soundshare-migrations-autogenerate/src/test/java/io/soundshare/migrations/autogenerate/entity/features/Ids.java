package io.soundshare.migrations.autogenerate.entity.features;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import org.hibernate.annotations.UuidGenerator;

/**
 * Ids of all kinds.
 */
public final class Ids {

	private Ids() {
	}

	/** The database counts. */
	@Entity(name = "Identity")
	public static class Identity {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

	}

	/** The database counts, with smaller numbers. */
	@Entity(name = "IntIdentity")
	public static class IntIdentity {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		int id;

	}

	/** A sequence of its own. */
	@Entity(name = "Implicit")
	public static class Implicit {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		Long id;

	}

	/** A sequence that is described. */
	@Entity(name = "Described")
	public static class Described {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
		@SequenceGenerator(name = "numbers", sequenceName = "Numbers", initialValue = 1000, allocationSize = 10)
		Long id;

	}

	/** The same sequence. */
	@Entity(name = "Sharing")
	public static class Sharing {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "more numbers")
		@SequenceGenerator(name = "more numbers", sequenceName = "Numbers", initialValue = 1000, allocationSize = 10)
		Long id;

	}

	/** A sequence that does not pool. */
	@Entity(name = "OneByOne")
	public static class OneByOne {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ones")
		@SequenceGenerator(name = "ones", allocationSize = 1)
		Long id;

	}

	/** A table that counts. */
	@Entity(name = "ByTable")
	public static class ByTable {

		@Id
		@GeneratedValue(strategy = GenerationType.TABLE, generator = "counters")
		@TableGenerator(name = "counters", table = "counters", pkColumnName = "what", valueColumnName = "next")
		Long id;

	}

	/** Hibernate decides. */
	@Entity(name = "Auto")
	public static class Auto {

		@Id
		@GeneratedValue
		Long id;

	}

	/** Nobody counts. */
	@Entity(name = "Random")
	public static class Random {

		@Id
		@GeneratedValue(strategy = GenerationType.UUID)
		UUID id;

	}

	/** Written out. */
	@Entity(name = "RandomText")
	public static class RandomText {

		@Id
		@UuidGenerator
		String id;

	}

}
