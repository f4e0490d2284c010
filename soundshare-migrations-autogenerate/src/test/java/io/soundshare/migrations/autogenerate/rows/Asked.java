package io.soundshare.migrations.autogenerate.rows;

import java.net.URL;
import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.Check;

/**
 * A table with attributes for which nothing can be made up.
 */
@Entity(name = "Thing")
@Table(name = "things")
@SuppressWarnings("deprecation")
public class Asked {

	@Id
	long id;

	@Column(nullable = false)
	UUID uuid;

	@Column(nullable = false)
	URL url;

	@Column(nullable = false)
	Class<?> type;

	@Column(nullable = false, unique = true)
	String unlike;

	@ManyToOne(optional = false)
	Asked other;

	@Check(constraints = "rank > 0")
	int rank;

	@Check(constraints = "low < high")
	int low;

	@Check(constraints = "state in ('NEW', 'OLD')")
	@Column(nullable = false)
	String state;

	@Column(nullable = false)
	@NotBlank
	String blank;

	@Column(nullable = false)
	@Size(min = 2)
	String size;

	@Column(nullable = false)
	@Pattern(regexp = "[a-z]+")
	String pattern;

	@Min(1)
	int least;

	int high;

	@Column(nullable = false)
	@Convert(converter = Euros.class)
	Money price;

	/**
	 * An amount.
	 *
	 * @param cents in cents
	 */
	public record Money(long cents) {

	}

	/** Reads an amount of money. */
	public static class Euros implements AttributeConverter<Money, String> {

		@Override
		public String convertToDatabaseColumn(Money money) {
			return (money != null) ? money.cents() + " EUR" : null;
		}

		@Override
		public Money convertToEntityAttribute(String text) {
			if (text != null && !text.endsWith(" EUR")) {
				throw new IllegalStateException("Not in EUR: " + text);
			}
			return (text != null) ? new Money(Long.parseLong(text.replace(" EUR", ""))) : null;
		}

	}

}
