package io.soundshare.migrations.autogenerate.rows;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.UUID;

import io.soundshare.migrations.autogenerate.entity.features.Types;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One table as it changes.
 */
@SuppressWarnings("deprecation")
public final class Changing {

	private Changing() {
	}

	/** Is referred to. */
	@Entity(name = "Kind")
	@Table(name = "kinds")
	public static class Kind {

		@Id
		long id;

	}

	/** With much that cannot be given back. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Rich {

		@Id
		long id;

		@Column(nullable = false, unique = true)
		String code;

		@ManyToOne(optional = false)
		Kind kind;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false)
		Types.Mood mood;

		@Column(nullable = false)
		UUID uuid;

		@Column(nullable = false)
		String note;

	}

	/** Without. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Poor {

		@Id
		long id;

	}

	/** Without NULL. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Strict {

		@Id
		long id;

		@Column(nullable = false)
		String note;

		@ColumnDefault("5")
		int rank;

	}

	/** With NULL, and another default. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Loose {

		@Id
		long id;

		String note;

		@ColumnDefault("6")
		@Column(nullable = false)
		int rank;

		@Column(length = 20)
		String extra;

	}

	/** With a longer text. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Longer {

		@Id
		long id;

		String note;

		@ColumnDefault("6")
		@Column(nullable = false)
		int rank;

		@Column(length = 40)
		String extra;

	}

	/** With an interval of PostgreSQL's. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Lasting {

		@Id
		long id;

		@JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
		Duration duration;

	}

	/** With a text for a number. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Textual {

		@Id
		long id;

		@ColumnDefault("'x'")
		int rank;

	}

	/** With a half for a whole. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Half {

		@Id
		long id;

		@ColumnDefault("1.5")
		int rank;

	}

	/** With a moment for a number. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Timed {

		@Id
		long id;

		@ColumnDefault("current_timestamp")
		double rank;

	}

	/** With a text for a truth. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Quoted {

		@Id
		long id;

		@ColumnDefault("'true'")
		boolean rank;

	}

	/** With a default that calls what nobody has heard of. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Unheard {

		@Id
		long id;

		@ColumnDefault("unheard_of()")
		int rank;

	}

	/** With a check that is none. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Unchecked {

		@Id
		long id;

		@Check(constraints = "rank >>> 0")
		@ColumnDefault("1")
		int rank;

	}

	/** With bytes of every kind. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Binary {

		@Id
		long id;

		byte[] plain;

		@Column(nullable = false)
		byte[] required;

		@Column(length = 100)
		byte[] digest;

		UUID uuid;

		@Column(nullable = false)
		UUID other;

	}

	/** In a currency. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Paid {

		@Id
		long id;

		@Column(nullable = false)
		Currency currency;

		@Column(nullable = false)
		byte[] content;

	}

	/** In a currency or none. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Unpaid {

		@Id
		long id;

		Currency currency;

		byte[] content;

	}

	/** With a code. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Coded {

		@Id
		long id;

		@Column(nullable = false)
		String code;

	}

	/** With a code that nobody makes up. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Plated {

		@Id
		long id;

		@Column(nullable = false)
		@Check(constraints = "length(plate) > 6")
		String plate;

	}

	/** With a code that nobody makes up, and more. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Painted {

		@Id
		long id;

		@Column(nullable = false)
		@Check(constraints = "length(plate) > 6")
		String plate;

		String colour;

	}

	/** With a code that is checked. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Narrow {

		@Id
		long id;

		@Column(nullable = false)
		@Check(constraints = "code in ('a', 'b')")
		String code;

	}

	/** With a type only PostgreSQL has. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Named {

		@Id
		long id;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Types.Mood mood;

	}

	/** With numbers of its own. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Numbered {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
		@SequenceGenerator(name = "numbers", sequenceName = "numbers")
		long id;

	}

	/** Whose truth was a number. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Counting {

		@Id
		long id;

		int plays;

	}

	/** Whose truth is one. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Telling {

		@Id
		long id;

		boolean played;

	}

	/** With a moment that begins at a number. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Zero {

		@Id
		long id;

		@ColumnDefault("0")
		LocalDateTime since;

		@ColumnDefault("null")
		@Column(nullable = false)
		String nothing;

		@ColumnDefault("'0'")
		int quoted;

	}

	/** With a constant or none. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Moody {

		@Id
		long id;

		@Enumerated(EnumType.STRING)
		Types.Mood mood;

	}

	/** With a default somebody forgot to quote. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Misspelled {

		@Id
		long id;

		@ColumnDefault("cheerful")
		String mood;

	}

}
