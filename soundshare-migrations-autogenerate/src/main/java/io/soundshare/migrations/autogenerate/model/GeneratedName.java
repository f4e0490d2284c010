package io.soundshare.migrations.autogenerate.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The scheme by which names are made up that nobody chose: {@code pk_} and the table;
 * {@code fk_}, {@code uq_} or {@code ix_}, the table and the columns; {@code ck_}, the
 * table and the column or a number; joined by underscores, in lower case. Names beyond
 * PostgreSQL's 63 bytes are cut and end in a hash of the whole name.
 */
public final class GeneratedName {

	/** PostgreSQL's NAMEDATALEN - 1, in bytes. */
	private static final int LONGEST = 63;

	private static final int HASH = 9;

	private GeneratedName() {
	}

	/**
	 * The name of a primary key.
	 * @param table the table
	 * @return the name
	 */
	public static String primaryKey(ObjectName table) {
		return name("pk", table, List.of());
	}

	/**
	 * The name of a foreign key.
	 * @param table the table
	 * @param columns its columns
	 * @return the name
	 */
	public static String foreignKey(ObjectName table, List<String> columns) {
		return name("fk", table, columns);
	}

	/**
	 * The name of a unique constraint.
	 * @param table the table
	 * @param columns its columns
	 * @return the name
	 */
	public static String unique(ObjectName table, List<String> columns) {
		return name("uq", table, columns);
	}

	/**
	 * The name of an index.
	 * @param table the table
	 * @param columns its columns
	 * @return the name
	 */
	public static String index(ObjectName table, List<String> columns) {
		return name("ix", table, columns);
	}

	/**
	 * The name of a check.
	 * @param table the table
	 * @param columnOrNumber the column it is about, or which of the table's checks it is
	 * @return the name
	 */
	public static String check(ObjectName table, String columnOrNumber) {
		return name("ck", table, List.of(columnOrNumber));
	}

	/**
	 * Another name, for when one is taken.
	 * @param name the name that is taken
	 * @param reason what tells the two apart
	 * @return the name with a hash of both
	 */
	public static String another(String name, String reason) {
		return cut(name, LONGEST - HASH) + hash(name + " " + reason);
	}

	private static String name(String kind, ObjectName table, List<String> columns) {
		StringBuilder full = new StringBuilder(kind).append('_').append(table.name());
		columns.forEach((column) -> full.append('_').append(column));
		String name = full.toString().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_]+", "_");
		return (bytes(name) > LONGEST) ? cut(name, LONGEST - HASH) + hash(name) : name;
	}

	private static String cut(String name, int longest) {
		String cut = name;
		while (bytes(cut) > longest) {
			cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
		}
		return cut;
	}

	private static String hash(String name) {
		CRC32 crc = new CRC32();
		crc.update(name.getBytes(StandardCharsets.UTF_8));
		return String.format(Locale.ROOT, "_%08x", crc.getValue());
	}

	private static int bytes(String name) {
		return name.getBytes(StandardCharsets.UTF_8).length;
	}

}
