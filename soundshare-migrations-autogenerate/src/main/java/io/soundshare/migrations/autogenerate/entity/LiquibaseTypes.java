package io.soundshare.migrations.autogenerate.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import liquibase.database.Database;
import liquibase.datatype.DataTypeFactory;
import liquibase.exception.DatabaseIncapableOfOperation;

/**
 * Types of a changelog, by what Liquibase makes of them.
 */
final class LiquibaseTypes {

	private final SupportedProduct product;

	private final Database database;

	/** Columns are many, types few. */
	private final Map<Wish, String> spelled = new HashMap<>();

	LiquibaseTypes(SupportedProduct product) {
		this.product = product;
		this.database = product.liquibase();
	}

	/**
	 * The most portable type that means what is wanted.
	 * @param wanted the type in the database's own words
	 * @param candidates types of a changelog, the best first
	 * @return the first that becomes what is wanted, or else that itself
	 */
	String spell(String wanted, List<String> candidates) {
		return this.spelled.computeIfAbsent(new Wish(this.product.plainType(wanted), candidates), this::spell);
	}

	private String spell(Wish wish) {
		return Stream.of(wish.candidates(), List.of(wish.type()), this.product.spellings(wish.type()))
			.flatMap(List::stream)
			.filter((spelling) -> this.product.sameType(translate(spelling), wish.type()))
			.findFirst()
			.orElse(wish.type());
	}

	/** As Liquibase writes it into SQL for the database. */
	String translate(String type) {
		try {
			return DataTypeFactory.getInstance()
				.fromDescription(type, this.database)
				.toDatabaseDataType(this.database)
				.toString();
		}
		catch (DatabaseIncapableOfOperation ex) {
			// More digits than it has: no candidate then.
			return "";
		}
	}

	/**
	 * A type to be spelled.
	 *
	 * @param type the type in the database's own words
	 * @param candidates types of a changelog
	 */
	private record Wish(String type, List<String> candidates) {

	}

}
