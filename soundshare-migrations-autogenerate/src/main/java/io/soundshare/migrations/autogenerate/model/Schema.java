package io.soundshare.migrations.autogenerate.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables and sequences of a database, in no particular order.
 *
 * @param tables the tables
 * @param sequences the sequences
 */
public record Schema(List<Table> tables, List<Sequence> sequences) {

	/** A schema without anything in it. */
	public static final Schema EMPTY = new Schema(List.of(), List.of());

	public Schema {
		tables = List.copyOf(tables);
		sequences = List.copyOf(sequences);
	}

	/**
	 * Return the schemas of the database in which there is something, without the default
	 * one.
	 * @return their names
	 */
	public Set<String> schemas() {
		return Stream.concat(this.tables.stream().map(Table::name), this.sequences.stream().map(Sequence::name))
			.flatMap((name) -> Stream.ofNullable(name.schema()))
			.collect(Collectors.toSet());
	}

}
