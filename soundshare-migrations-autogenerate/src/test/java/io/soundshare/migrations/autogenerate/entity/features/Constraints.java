package io.soundshare.migrations.autogenerate.entity.features;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Constraints of all kinds.
 */
@SuppressWarnings("deprecation")
public final class Constraints {

	private Constraints() {
	}

	/** Referred to. */
	@Entity(name = "Author")
	public static class Author {

		@Id
		long id;

		@Column(unique = true)
		String email;

		@OneToMany(mappedBy = "author")
		List<Book> books;

	}

	/** Refers. */
	@Entity(name = "Book")
	public static class Book {

		@Id
		long id;

		@ManyToOne(optional = false)
		@OnDelete(action = OnDeleteAction.CASCADE)
		Author author;

		@ManyToOne
		@OnDelete(action = OnDeleteAction.SET_NULL)
		@JoinColumn(name = "editor", foreignKey = @ForeignKey(name = "fk_book_edited_by"))
		Author editor;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
		Author ghost;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(
				foreignKeyDefinition = "foreign key (reviewer_id) references author (id) on delete set null on update cascade deferrable initially deferred"))
		Author reviewer;

		@ManyToOne
		@JoinColumn(name = "agent_email", referencedColumnName = "email")
		Author agent;

		@OneToOne
		Author muse;

	}

	/** Of unique constraints and indexes. */
	@Entity(name = "Uniques")
	@Table(name = "uniques",
			uniqueConstraints = { @UniqueConstraint(columnNames = { "b", "a" }),
					@UniqueConstraint(name = "uq_chosen", columnNames = { "c", "a" }),
					@UniqueConstraint(name = "uq_key", columnNames = "id") },
			indexes = { @Index(columnList = "a"), @Index(name = "ix_chosen", columnList = "b desc, c asc"),
					@Index(columnList = "c, d", unique = true),
					@Index(name = "ix_expression", columnList = "(lower(a))"),
					@Index(name = "ix_partial", columnList = "d", options = "where d is not null") })
	public static class Uniques {

		@Id
		long id;

		String a;

		String b;

		String c;

		@Column(unique = true)
		int d;

		@NaturalId
		LocalDate day;

		@NaturalId
		String place;

	}

	/** Of a unique constraint that sorts downwards, which no database knows. */
	@Entity(name = "Descending")
	@Table(name = "descending", indexes = { @Index(name = "ux_desc", columnList = "a desc, b", unique = true),
			@Index(columnList = "b desc", unique = true) })
	public static class Descending {

		@Id
		long id;

		String a;

		String b;

	}

	/** Of checks. */
	@Entity(name = "Checks")
	@Check(constraints = "low < high")
	@Table(name = "checks", check = { @CheckConstraint(name = "ck_named", constraint = "high < 100"),
			@CheckConstraint(constraint = "low > -100") })
	public static class Checks {

		@Id
		long id;

		int low;

		@Check(name = "ck_high", constraints = "high > 0")
		int high;

		@Check(constraints = "middle > 0")
		@Column(check = @CheckConstraint(constraint = "middle < 50"))
		int middle;

	}

	/** Constraints that Bean Validation wants. */
	@Entity(name = "Validated")
	public static class Validated {

		@Id
		long id;

		@NotNull
		@Size(max = 30)
		String name;

		@NotBlank
		String title;

		@Min(1)
		@Max(10)
		int rank;

		@Digits(integer = 5, fraction = 2)
		java.math.BigDecimal price;

	}

}
