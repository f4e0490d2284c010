package io.soundshare.migrations.autogenerate.entity.features;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.Length;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;

/**
 * Columns of all kinds.
 */
@SuppressWarnings("deprecation")
public final class Columns {

	private Columns() {
	}

	/** Every basic type. */
	@Entity(name = "Everything")
	public static class Everything {

		@Id
		long id;

		String text;

		@Column(length = 40, nullable = false)
		String shortText;

		@Column(length = Length.LONG32)
		String longText;

		char letter;

		boolean flag;

		Boolean maybe;

		byte tiny;

		short small;

		int number;

		Long big;

		float single;

		@Column(precision = 10)
		Float singlePrecise;

		double precise;

		BigDecimal amount;

		@Column(precision = 12, scale = 3)
		BigDecimal price;

		BigInteger huge;

		UUID key;

		byte[] bytes;

		@Column(length = 16)
		byte[] digest;

		Duration length;

		@Column(name = "happened_at", secondPrecision = 3)
		Instant happened;

	}

	/** Anything else a column may have. */
	@Entity(name = "Furnished")
	public static class Furnished {

		@Id
		long id;

		@ColumnDefault("0")
		int plays;

		@ColumnDefault("'none'")
		@Column(nullable = false)
		String mood;

		@ColumnDefault("true")
		boolean open;

		@ColumnDefault("current_timestamp")
		Instant since;

		@GeneratedColumn("plays * 2")
		Integer twice;

		@Comment("what it''s called")
		@Collate("C")
		String title;

		@Check(constraints = "rank > 0")
		int rank;

		@Column(check = { @CheckConstraint(name = "ck_stars", constraint = "stars < 6"),
				@CheckConstraint(constraint = "stars >= 0") })
		int stars;

		@Column(options = "default 7")
		int lucky;

	}

	/** More than types in columnDefinition. */
	@Entity(name = "Written")
	public static class Written {

		@Id
		long id;

		@Column(columnDefinition = "text default 'x' not null")
		String text;

		@Column(columnDefinition = "integer")
		long number;

		@Column(columnDefinition = "VARCHAR(20) NOT NULL DEFAULT 'a, (b)' CHECK (code <> '')", nullable = false)
		String code;

		@Column(columnDefinition = "numeric(8,2) constraint ck_fee check (fee >= 0) default 0.00")
		BigDecimal fee;

		@Column(columnDefinition = "bigint references everything(id) on delete set null not null")
		Long everything;

		@Column(columnDefinition = "bigint references everything")
		Long other;

		@Column(columnDefinition = "timestamp default current_timestamp")
		Instant since;

		@Column(columnDefinition = "int generated always as (number + 1) stored", insertable = false, updatable = false)
		Integer next;

		@Column(columnDefinition = "varchar(10) unique")
		String alias;

	}

}
