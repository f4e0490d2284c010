package io.soundshare.migrations.autogenerate.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;

/**
 * Entities whose rows may not satisfy what is demanded of them next.
 */
@SuppressWarnings("deprecation")
public final class Demanding {

	private Demanding() {
	}

	/** Three kinds and little else. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Lax {

		@Id
		long id;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false)
		Kind kind;

		Size size;

		@Column(nullable = false)
		String code;

		int price;

		@Column(name = "owner_id")
		Long owner;

		enum Kind {

			BOOK, TOY, CD

		}

		enum Size {

			S, M, L

		}

	}

	/** A kind less, one more, and a size less. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Other {

		@Id
		long id;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false)
		Kind kind;

		Size size;

		@Column(nullable = false)
		String code;

		int price;

		@Column(name = "owner_id")
		Long owner;

		enum Kind {

			BOOK, CD, GAME

		}

		enum Size {

			S, M

		}

	}

	/** Only a kind more. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Wider {

		@Id
		long id;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false)
		Kind kind;

		Size size;

		@Column(nullable = false)
		String code;

		int price;

		@Column(name = "owner_id")
		Long owner;

		enum Kind {

			BOOK, TOY, CD, GAME

		}

		enum Size {

			S, M, L, XL

		}

	}

	/** With constraints of every kind. */
	@Entity(name = "Thing")
	@Table(name = "things")
	public static class Strict {

		@Id
		long id;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false)
		Kind kind;

		Size size;

		@Column(nullable = false, unique = true)
		String code;

		@Check(constraints = "price > 0")
		int price;

		@ManyToOne
		@JoinColumn(name = "owner_id")
		Changing.Kind owner;

		@Check(constraints = "fresh > 0")
		Integer fresh;

		@Column(unique = true)
		String label;

		enum Kind {

			BOOK, TOY, CD

		}

		enum Size {

			S, M, L

		}

	}

}
