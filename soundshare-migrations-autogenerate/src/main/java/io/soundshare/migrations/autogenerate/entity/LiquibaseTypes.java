package io.soundshare.migrations.autogenerate.entity;

import java.util.List;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.sqlite.SqliteDatabase;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.datatype.DataTypeFactory;
import liquibase.exception.DatabaseIncapableOfOperation;

/**
 * What Liquibase makes of the types of a changelog.
 */
final class LiquibaseTypes {

	private final Product product;

	private final Database database;

	LiquibaseTypes(Product product) {
		this.product = product;
		this.database = (product == Product.SQLITE) ? new SqliteDatabase() : new PostgresDatabase();
	}

	/**
	 * The most portable type that means what is wanted.
	 * @param wanted the type in the database's own words
	 * @param candidates types of a changelog, the best first
	 * @return the first that becomes what is wanted, or else that itself
	 */
	String spell(String wanted, List<String> candidates) {
		// Liquibase puts the length of varchar(9)[] last, but not of varchar(9) array.
		String array = wanted.endsWith(")[]") ? wanted.substring(0, wanted.length() - 2) + " array" : wanted;
		return Stream.concat(candidates.stream(), Stream.of(wanted, array))
			.filter((candidate) -> this.product.sameType(translate(candidate), wanted))
			.findFirst()
			.orElse(wanted);
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

}
