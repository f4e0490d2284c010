package io.soundshare.migrations.autogenerate.models.shop;

import java.math.BigDecimal;
import java.util.Currency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A price in two columns.
 */
@Embeddable
class Money {

	@Column(nullable = false, precision = 19, scale = 4)
	private BigDecimal amount;

	@Column(nullable = false, length = 3)
	private Currency currency;

}
