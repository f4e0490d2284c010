package io.soundshare.migrations.autogenerate.model;

/**
 * A check.
 *
 * @param name its name
 * @param explicit whether somebody chose the name
 * @param expression what holds for every row, without the outer parentheses
 */
public record CheckConstraint(String name, boolean explicit, DeclaredSql expression) implements Named {

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.visit(this);
	}

}
