package io.soundshare.migrations.engine.recording;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The undoing of change sets, as far as it is particular to a database product.
 */
public interface UndoDialect {

	/**
	 * Make a recorder of the change sets that run on a connection.
	 * @param connection the connection, on which commits and rollbacks are up to others
	 * @param policy what is recorded
	 */
	Recorder recorder(Connection connection, RecordingPolicy policy);

	/**
	 * Read the schema.
	 * @return the definition of each object by its kind and name, such as
	 * {@code table songs}; none of the tables migrations keep for themselves
	 */
	Map<String, String> objects(Connection connection, RecordingPolicy policy) throws SQLException;

	/**
	 * Make the connection ready for what a recorder has recorded, before its transaction
	 * begins.
	 */
	void prepare(Connection connection) throws SQLException;

	/**
	 * Prove at the end of the transaction that what was run has left nothing behind that
	 * breaks a rule of the database, as far as it does not prove that itself.
	 */
	void verify(Connection connection) throws SQLException;

	/** Take {@link #prepare} back, after the transaction. */
	void finish(Connection connection) throws SQLException;

	/** What a script begins with that does without {@link #prepare}. */
	default List<String> opening() {
		return List.of();
	}

	/** What such a script ends with. */
	default List<String> closing() {
		return List.of();
	}

	/**
	 * Quote the name of the table of a {@link Recording.Place}, which may have a schema.
	 */
	default String quotedTable(String name) {
		return quoted(name);
	}

	/**
	 * Find the objects that no recording is about, and that work with one schema and not
	 * with another.
	 * @param now the objects of the one
	 * @param then the objects of the other
	 * @return their names
	 */
	default List<String> broken(Map<String, String> now, Map<String, String> then) throws SQLException {
		return List.of();
	}

	/**
	 * Put objects aside that a recording is not about, and that would be in its way.
	 * @return what makes them again when it is undone, and others that have gone with it
	 */
	default Restoration putAside(Connection connection, RecordingPolicy policy, Recording recording)
			throws SQLException {
		return () -> {
			// Nothing was put aside.
		};
	}

	/**
	 * The query that counts the rows for which a statement finds what is kept of them.
	 * @param entry a statement that takes rows from the kept table
	 * @param source where the rows of its place are now, quoted
	 * @return the query, {@code null} if that cannot be asked beforehand
	 */
	default @Nullable String found(Recording.Entry entry, Recording.Kept kept, String source) {
		return null;
	}

	/**
	 * Whether a row that a statement finds what is kept of gets it in any case, and not
	 * only if nobody has changed it since.
	 */
	default boolean isOverwriting(Recording.Entry entry) {
		return false;
	}

	/**
	 * Whether there is a table, where kept tables are.
	 * @param name its name, not quoted
	 */
	boolean isTable(Connection connection, String name) throws SQLException;

	/** Quote a name. */
	String quoted(String name);

	/**
	 * What makes objects again.
	 */
	@FunctionalInterface
	interface Restoration {

		void run() throws SQLException;

	}

}
