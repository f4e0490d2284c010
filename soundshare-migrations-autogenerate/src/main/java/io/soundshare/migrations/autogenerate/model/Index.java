package io.soundshare.migrations.autogenerate.model;

import java.util.List;

/**
 * An index over columns. Indexes over expressions and partial indexes, which entities
 * cannot describe, are not told of.
 *
 * @param name its name
 * @param explicit whether somebody chose the name
 * @param unique whether it is unique
 * @param parts its columns, in order
 */
public record Index(String name, boolean explicit, boolean unique, List<Part> parts) implements Named {

	public Index {
		parts = List.copyOf(parts);
	}

	/**
	 * Return the names of its columns.
	 * @return the names, in order
	 */
	public List<String> columns() {
		return this.parts.stream().map(Part::column).toList();
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visit(this);
	}

	/**
	 * A column of an index.
	 *
	 * @param column the name of the column
	 * @param descending whether it is sorted downwards
	 */
	public record Part(String column, boolean descending) {

	}

}
