package io.soundshare.migrations.engine.recording.sqlite;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An object of the schema, as {@code sqlite_master} has it.
 */
final class SchemaObject {

	private final long place;

	private final String type;

	private final String name;

	private final String table;

	private final String sql;

	private final String key;

	private final String label;

	private final String owner;

	private final boolean virtual;

	private @Nullable List<Token> tokens;

	private @Nullable Set<String> names;

	private @Nullable Boolean replacing;

	SchemaObject(long place, String type, String name, String table, String sql) {
		this.place = place;
		this.type = type;
		this.name = name;
		this.table = table;
		this.sql = sql;
		this.key = type + " " + Names.fold(name);
		this.label = type + " " + name;
		this.owner = Names.fold(table);
		this.virtual = type.equals("table") && sql.regionMatches(true, 0, "CREATE VIRTUAL", 0, 14);
	}

	/** Return where it stands among the others: after those made before it. */
	long place() {
		return this.place;
	}

	String type() {
		return this.type;
	}

	String name() {
		return this.name;
	}

	/** Return the table it belongs to, or the view. */
	String table() {
		return this.table;
	}

	/** Return the same, folded. */
	String owner() {
		return this.owner;
	}

	String sql() {
		return this.sql;
	}

	boolean is(String wanted) {
		return this.type.equals(wanted);
	}

	boolean isVirtual() {
		return this.virtual;
	}

	/** Whether it is what ANALYZE has gathered, which people do not mind. */
	boolean isStatistics() {
		return this.owner.startsWith("sqlite_stat");
	}

	boolean isPlainTable() {
		return is("table") && !isVirtual() && !isStatistics();
	}

	/** Return what tells it apart from others. */
	String key() {
		return this.key;
	}

	/** Return what people call it. */
	String label() {
		return this.label;
	}

	boolean isLike(@Nullable SchemaObject other) {
		return this == other || (other != null && this.key.equals(other.key) && this.name.equals(other.name)
				&& this.owner.equals(other.owner) && this.sql.equals(other.sql));
	}

	List<Token> tokens() {
		List<Token> read = this.tokens;
		if (read == null) {
			read = Lexer.tokens(this.sql);
			this.tokens = read;
		}
		return read;
	}

	/** Return the words and names of its text. */
	Set<String> names() {
		Set<String> read = this.names;
		if (read == null) {
			read = Command.names(tokens());
			this.names = read;
		}
		return read;
	}

	/** Whether rows that are in the way of others may be deleted by it. */
	boolean isReplacing() {
		Boolean read = this.replacing;
		if (read == null) {
			read = Command.isReplacing(tokens());
			this.replacing = read;
		}
		return read;
	}

	boolean hasWord(String word) {
		return tokens().stream().anyMatch((token) -> token.is(word));
	}

}
