package io.soundshare.migrations.autogenerate.model;

import java.util.List;

/**
 * A unique constraint.
 *
 * @param name its name
 * @param explicit whether somebody chose the name
 * @param columns its columns
 */
public record UniqueConstraint(String name, boolean explicit, List<String> columns) implements Named {

	public UniqueConstraint {
		columns = List.copyOf(columns);
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visit(this);
	}

}
