package io.soundshare.migrations.benchmarks.random;

import java.util.List;

import io.soundshare.migrations.benchmarks.random.LiveSchema.Table;

/**
 * Triggers, which write into another table.
 */
final class RandomTriggers {

	private final Dice dice;

	private final LiveSchema schema;

	RandomTriggers(Dice dice, LiveSchema schema) {
		this.dice = dice;
		this.schema = schema;
	}

	String script() {
		Table table = this.dice.table(this.schema);
		Table other = this.dice.table(this.schema);
		String event = this.dice.any(List.of("INSERT", "UPDATE", "DELETE"));
		String moment = this.dice.any(List.of("BEFORE ", "AFTER "));
		String body = body(other);
		if (!this.dice.postgres()) {
			return "CREATE TRIGGER " + this.dice.fresh("tr") + " " + moment + event + " ON " + table.name() + " BEGIN "
					+ body + "; END";
		}
		String function = this.dice.fresh("fn");
		return "CREATE FUNCTION " + function + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + body + "; RETURN "
				+ (event.equals("DELETE") ? "OLD" : "NEW") + "; END $$;\nCREATE TRIGGER " + this.dice.fresh("tr") + " "
				+ moment + event + " ON " + table.name() + " FOR EACH ROW EXECUTE FUNCTION " + function + "()";
	}

	private String body(Table other) {
		LiveSchema.Column column = this.dice.column(other);
		return this.dice.chance(50)
				? "UPDATE " + other.name() + " SET " + column.name() + " = " + this.dice.literal(column) + " WHERE "
						+ this.dice.condition(other)
				: "DELETE FROM " + other.name() + " WHERE " + this.dice.condition(other);
	}

}
