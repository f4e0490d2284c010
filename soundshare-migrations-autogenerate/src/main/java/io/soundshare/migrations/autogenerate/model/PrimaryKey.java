package io.soundshare.migrations.autogenerate.model;

import java.util.List;

/**
 * A primary key.
 *
 * @param name its name; never compared
 * @param columns its columns, in the order of the key
 */
public record PrimaryKey(String name, List<String> columns) implements Named {

	public PrimaryKey {
		columns = List.copyOf(columns);
	}

	@Override
	public boolean explicit() {
		return false;
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visit(this);
	}

}
