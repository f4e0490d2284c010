package io.soundshare.migrations.autogenerate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.NamedType;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.shadow.ShadowDatabases;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * A product whose schemas are compared with entities: all that is particular to it. What
 * has a default is so for most products.
 */
public interface SupportedProduct extends Product {

	/**
	 * Return the reader of schemas.
	 * @return reads what the model of tables describes
	 */
	SchemaReader schemas();

	/**
	 * Return the reader of definitions.
	 * @return reads everything, as the statements that make it
	 */
	DefinitionReader definitions();

	/**
	 * Tell whether a URL is of a database of this product.
	 * @param url the URL, as JDBC has it
	 * @return whether it is
	 */
	boolean accepts(String url);

	/**
	 * Tell whether databases are on a server, where one is made beside another.
	 * @return {@code false} if nobody has to be asked for a database
	 */
	boolean hasServer();

	/**
	 * Return the shadow databases of an application.
	 * @param connector connects to any other database, by its URL: as the application
	 * connects to its own where there {@linkplain #hasServer() is a server}, and as
	 * anybody does where there is none
	 * @param url the URL of the application's database
	 * @return databases made for the moment
	 */
	ShadowDatabases shadows(Function<String, DataSource> connector, String url);

	/**
	 * Return a database that is there, to be used as the shadow database. It has to be
	 * empty.
	 * @param database the database
	 * @return the same database each time, emptied each time it is closed
	 */
	default ShadowDatabases given(DataSource database) {
		throw new UnsupportedOperationException(name() + " makes its shadow databases");
	}

	/**
	 * Return Liquibase's idea of the product.
	 * @return a database without a connection
	 */
	Database liquibase();

	/**
	 * Tell whether tables are in schemas.
	 * @return {@code false} if names have no schema before them
	 */
	boolean hasSchemas();

	/**
	 * Tell whether Hibernate and Liquibase make tables that stand for sequences.
	 * @return {@code false} if the product has sequences
	 */
	default boolean keepsSequencesInTables() {
		return false;
	}

	/**
	 * Tell whether a collation is known.
	 * @param collation its name
	 * @return {@code false} if a column with it could not be made
	 */
	default boolean knowsCollation(String collation) {
		return true;
	}

	/**
	 * Return how a type is written where nothing is lost by writing less.
	 * @param type the text of a type, as Hibernate has it
	 * @return the same type
	 */
	default String plainType(String type) {
		return type;
	}

	/**
	 * Return other spellings of a type, for a changelog whose Liquibase makes something
	 * else of the first.
	 * @param type the text of a type
	 * @return the spellings, the best first
	 */
	default List<String> spellings(String type) {
		return List.of();
	}

	/**
	 * Return the type of a column as a statement of the product's own has it.
	 * @param column the column
	 * @return the text of its type
	 */
	default String ownType(Column column) {
		return column.type().declared();
	}

	/**
	 * Return bytes as SQL has them.
	 * @param hex their digits, two a byte
	 * @return a literal
	 */
	String bytes(String hex);

	/**
	 * Return no bytes as the changes of a changelog have them, on any product.
	 * @return the value
	 */
	String noBytes();

	/**
	 * Return the statements after which the rows of a table are numbered, on from those
	 * there are. Nobody asks where rows are {@linkplain #numbersRowsByKey() numbered by
	 * their key}.
	 * @param table the table as SQL has it
	 * @param column the name of the column
	 * @param quoted the column as SQL has it
	 * @return the statements in their order
	 */
	default List<String> addIdentity(String table, String column, String quoted) {
		throw new UnsupportedOperationException(name() + " numbers rows by their key");
	}

	/**
	 * Return the statement after which the rows of a table are numbered no more.
	 * @param table the table as SQL has it
	 * @param quoted the column as SQL has it
	 * @return the statement
	 */
	default String dropIdentity(String table, String quoted) {
		throw new UnsupportedOperationException(name() + " numbers rows by their key");
	}

	/**
	 * Return the statements that have a sequence start elsewhere; one that has begun goes
	 * on. Nobody asks where it is kept {@linkplain #keepsSequencesInTables() in a table}.
	 * @param sequence the sequence as SQL has it
	 * @param from the start it has
	 * @param to the start it is to have
	 * @return the statements in their order
	 */
	default List<String> startSequence(String sequence, long from, long to) {
		throw new UnsupportedOperationException(name() + " has no sequences");
	}

	/**
	 * Return a collation as SQL has it.
	 * @param name its name, which may be in quotes already
	 * @return the name
	 */
	String collation(String name);

	/**
	 * Return the word behind the expression of a generated column that is added.
	 * @return the keyword
	 */
	String generatedKeyword();

	/**
	 * Return the condition of a check that is added to a table with rows.
	 * @param condition the condition
	 * @return one that refuses the same rows
	 */
	default String conditionBesideRows(String condition) {
		return condition;
	}

	/**
	 * Find the named types that are missing.
	 * @param connection the database
	 * @param types all types there are to be
	 * @return those that are not there
	 * @throws SQLException if the database cannot be read
	 */
	default List<NamedType> missingTypes(Connection connection, List<NamedType> types) throws SQLException {
		return List.of();
	}

	/**
	 * Read the enums there are.
	 * @param connection the database
	 * @return the values of each, in their order
	 * @throws SQLException if the database cannot be read
	 */
	default Map<ObjectName, List<String>> labels(Connection connection) throws SQLException {
		return Map.of();
	}

	/**
	 * Find out why a column should not have its default, though the database takes it.
	 * @param connection a shadow database
	 * @param column a column that has a default
	 * @return the reason, {@code null} if there is none
	 */
	default @Nullable String objection(Connection connection, Column column) {
		return null;
	}

	/**
	 * Let a connection look into a schema first for names without one.
	 * @param connection the connection
	 * @param schema the schema as SQL has it
	 * @return the search path before, to be {@linkplain #search set} again
	 * @throws SQLException if the database refuses
	 */
	default String searchFirst(Connection connection, String schema) throws SQLException {
		throw new SQLFeatureNotSupportedException(name() + " has no schemas");
	}

	/**
	 * Set the search path of a connection.
	 * @param connection the connection
	 * @param path the path as SQL has it
	 * @throws SQLException if the database refuses
	 */
	default void search(Connection connection, String path) throws SQLException {
		throw new SQLFeatureNotSupportedException(name() + " has no schemas");
	}

}
