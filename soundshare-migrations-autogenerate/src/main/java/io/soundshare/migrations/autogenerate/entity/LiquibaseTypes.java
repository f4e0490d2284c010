package io.soundshare.migrations.autogenerate.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

	private static final Pattern ARRAY = Pattern
		.compile("(?i)([\\w ]+?)\\s*(\\(.*?\\))?((?: with(?:out)? time zone)?)\\s*(\\[]|\\barray)");

	private static final Pattern WORD = Pattern.compile("\\w+\\s*(\\(.*\\))?");

	/**
	 * Intervals that may have all there is. Liquibase says twice what is in the brackets,
	 * and behind a schema's name PostgreSQL takes it for the fields.
	 */
	private static final Pattern INTERVAL = Pattern
		.compile("(?i)interval\\s*(?:(?:\\w+\\s+to\\s+)?second)?\\s*(?:\\(\\d+\\))?");

	private static final Map<String, String> INTERNAL_NAMES = Map.of("double precision", "float8", "integer", "int4",
			"character varying", "varchar", "char", "bpchar", "character", "bpchar", "decimal", "numeric",
			"timestamp with time zone", "timestamptz", "timestamp without time zone", "timestamp",
			"time with time zone", "timetz", "time without time zone", "time");

	private final Product product;

	private final Database database;

	/** Columns are many, types few. */
	private final Map<Wish, String> spelled = new HashMap<>();

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
		return this.spelled.computeIfAbsent(new Wish(plain(wanted), candidates), this::spell);
	}

	/** Without the digits of a second: it has six anyway, and nobody stores more. */
	private String plain(String wanted) {
		return (this.product == Product.POSTGRESQL && INTERVAL.matcher(wanted).matches()) ? "interval" : wanted;
	}

	private String spell(Wish wish) {
		return Stream.of(wish.candidates(), List.of(wish.type()), others(wish.type()))
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
	 * Other spellings. Liquibase takes some of PostgreSQL's types for other databases',
	 * and loses what follows those it knows, or puts it before the length: of names with
	 * a schema it knows none.
	 */
	private List<String> others(String wanted) {
		if (this.product == Product.SQLITE) {
			return List.of();
		}
		Matcher array = ARRAY.matcher(wanted);
		if (!array.matches()) {
			return WORD.matcher(wanted).matches() ? List.of("pg_catalog." + wanted) : List.of();
		}
		String element = (array.group(1) + array.group(3)).toLowerCase(Locale.ROOT);
		String name = INTERNAL_NAMES.getOrDefault(element, element);
		String length = array.group(2);
		return (length != null) ? List.of(element + length + " array", "pg_catalog." + name + length + " array")
				: List.of(element + "[]", name + "[]", "pg_catalog." + name + "[]");
	}

	/**
	 * What is asked for.
	 *
	 * @param type the type in the database's own words
	 * @param candidates types of a changelog
	 */
	private record Wish(String type, List<String> candidates) {

	}

}
