package io.soundshare.migrations.autogenerate.model;

import java.util.List;

/**
 * The tables and sequences of a database, in no particular order.
 *
 * @param tables the tables
 * @param sequences the sequences
 */
public record Schema(List<Table> tables, List<Sequence> sequences) {

	/** Nothing at all. */
	public static final Schema EMPTY = new Schema(List.of(), List.of());

	public Schema {
		tables = List.copyOf(tables);
		sequences = List.copyOf(sequences);
	}

}
