package io.soundshare.migrations.autogenerate.models.shop;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;

/**
 * What is cheaper, for whom and how long.
 */
final class Promotions {

	static final List<Class<?>> CLASSES = List.of(Promotion.class, Rule.class, CategoryRule.class, ProductRule.class,
			AmountRule.class, Coupon.class);

	private Promotions() {
	}

	enum Kind {

		PERCENT, AMOUNT, FREE_SHIPPING

	}

	@Entity(name = "Promotion")
	@Table(name = "promotions",
			check = { @CheckConstraint(name = "promotions_period", constraint = "ends_at > starts_at"),
					@CheckConstraint(constraint = "percent between 0 and 100") })
	static class Promotion {

		@Id
		@GeneratedValue
		private Long id;

		@Column(nullable = false)
		private String name;

		@Enumerated(EnumType.STRING)
		private Kind kind;

		@Column(precision = 5, scale = 2)
		private BigDecimal percent;

		@Column(secondPrecision = 0)
		private LocalDateTime startsAt;

		@Column(secondPrecision = 3)
		private LocalDateTime endsAt;

		@ColumnDefault("100")
		private Integer priority;

		@OneToMany
		private List<Rule> rules;

		@ElementCollection
		@Enumerated
		@Column(name = "day_of_week")
		private Set<DayOfWeek> days;

	}

	@Entity(name = "Rule")
	@Table(name = "promotion_rules")
	@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
	@DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
	@DiscriminatorValue("0")
	abstract static class Rule {

		@Id
		@GeneratedValue
		private Long id;

		private boolean negated;

	}

	@Entity(name = "CategoryRule")
	@DiscriminatorValue("C")
	static class CategoryRule extends Rule {

		@ManyToMany
		private Set<Catalogue.Category> categories;

	}

	@Entity(name = "ProductRule")
	@DiscriminatorValue("P")
	static class ProductRule extends Rule {

		@ManyToMany
		private Set<Catalogue.Product> products;

	}

	@Entity(name = "AmountRule")
	@DiscriminatorValue("A")
	static class AmountRule extends Rule {

		@Column(precision = 19, scale = 4)
		private BigDecimal minimum;

	}

	@Entity(name = "Coupon")
	static class Coupon {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne(optional = false)
		private Promotion promotion;

		@Column(nullable = false, unique = true, length = 24)
		private String code;

		private Integer usesLeft;

	}

}
