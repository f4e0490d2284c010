package io.soundshare.migrations.autogenerate;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.postgres.SupportedPostgres;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import org.jspecify.annotations.Nullable;

/**
 * The registration of products: the one place where they are named. A new one is a
 * package with a {@link SupportedProduct} and what it hands out, and a line here.
 */
public final class SupportedProducts {

	static final List<SupportedProduct> ALL = List.of(SupportedSqlite.INSTANCE, SupportedPostgres.INSTANCE);

	private SupportedProducts() {
	}

	/**
	 * Find the product a driver names.
	 * @param databaseProductName the name
	 * {@link java.sql.DatabaseMetaData#getDatabaseProductName()} returns
	 * @return the product
	 * @throws AutogenerateException if it is another one
	 */
	public static SupportedProduct of(String databaseProductName) {
		SupportedProduct product = find((each) -> each.name().equalsIgnoreCase(databaseProductName));
		if (product == null) {
			throw new AutogenerateException(
					"Schemas of " + databaseProductName + " cannot be compared with entities", "Supported are "
							+ names() + ". Write the revision by hand: create with the option empty gives a template.",
					null);
		}
		return product;
	}

	/**
	 * Find the product of a database by its URL.
	 * @param url the URL, as JDBC has it
	 * @return the product, {@code null} if it is another one
	 */
	public static @Nullable SupportedProduct ofUrl(String url) {
		return find((each) -> each.accepts(url));
	}

	/**
	 * Return the names of all of them.
	 * @return the names, for people
	 */
	public static String names() {
		return ALL.stream().map(SupportedProduct::name).collect(Collectors.joining(" and "));
	}

	private static @Nullable SupportedProduct find(Predicate<SupportedProduct> sought) {
		return ALL.stream().filter(sought).findFirst().orElse(null);
	}

}
