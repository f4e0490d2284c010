package io.soundshare.migrations.autogenerate.models.shop;

import java.math.BigDecimal;
import java.util.Currency;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * A price in one column.
 *
 * @param amount how much
 * @param currency of what
 */
record Deposit(BigDecimal amount, Currency currency) {

	/**
	 * Writes it as {@code 2.50 EUR}.
	 */
	@Converter(autoApply = true)
	static class TextConverter implements AttributeConverter<Deposit, String> {

		@Override
		public String convertToDatabaseColumn(Deposit deposit) {
			return (deposit != null) ? deposit.amount() + " " + deposit.currency() : null;
		}

		@Override
		public Deposit convertToEntityAttribute(String text) {
			if (text == null) {
				return null;
			}
			String[] parts = text.split(" ");
			return new Deposit(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
		}

	}

}
