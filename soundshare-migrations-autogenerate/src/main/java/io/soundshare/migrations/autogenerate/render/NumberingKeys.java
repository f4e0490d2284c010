package io.soundshare.migrations.autogenerate.render;

import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import org.jspecify.annotations.Nullable;

/**
 * The order in which keys change where a column that numbers the rows is the primary key
 * from its first moment (SQLite), and a table has but one.
 */
final class NumberingKeys {

	private final List<Difference> differences;

	private NumberingKeys(List<Difference> differences) {
		this.differences = new ArrayList<>(differences);
	}

	static List<Difference> arrange(List<Difference> differences) {
		NumberingKeys keys = new NumberingKeys(differences);
		for (Difference difference : differences) {
			if (difference instanceof Difference.AddColumn add && add.column().identity()) {
				keys.addWithKey(add);
			}
			else if (difference instanceof Difference.AlterColumn alter && !alter.from().identity()
					&& alter.to().identity()) {
				keys.numberAsKey(alter);
			}
		}
		return keys.differences;
	}

	/** The key before goes first, the key comes with the column. */
	private void addWithKey(Difference.AddColumn add) {
		Difference.AddPart key = keyOf(add.subject(), add.column().name());
		if (key == null) {
			return;
		}
		this.differences.remove(key);
		int place = Math.max(this.differences.indexOf(add), dropOfKey(add.subject()));
		this.differences.add(place + 1,
				new Difference.AddColumn(add.subject(), add.column(), add.fill(), (PrimaryKey) key.part()));
		this.differences.remove(add);
	}

	/** A column is the key before it numbers the rows. */
	private void numberAsKey(Difference.AlterColumn alter) {
		Difference.AddPart key = keyOf(alter.subject(), alter.to().name());
		if (key == null || this.differences.indexOf(key) < this.differences.indexOf(alter)) {
			return;
		}
		Column numbered = alter.to();
		Column plain = numbered.numberedAs(alter.from());
		this.differences.remove(key);
		int place = this.differences.indexOf(alter);
		this.differences.set(place,
				new Difference.AlterColumn(alter.subject(), alter.from(), plain, alter.fill(), alter.restored()));
		this.differences.add(place + 1, key);
		this.differences.add(place + 2, new Difference.AlterColumn(alter.subject(), plain, numbered, null, null));
	}

	private Difference.@Nullable AddPart keyOf(ObjectName table, String column) {
		return this.differences.stream()
			.filter((other) -> other instanceof Difference.AddPart add && add.subject().equals(table)
					&& add.part() instanceof PrimaryKey key && key.columns().equals(List.of(column)))
			.map(Difference.AddPart.class::cast)
			.findFirst()
			.orElse(null);
	}

	private int dropOfKey(ObjectName table) {
		for (int i = 0; i < this.differences.size(); i++) {
			if (this.differences.get(i) instanceof Difference.DropPart drop && drop.subject().equals(table)
					&& drop.part() instanceof PrimaryKey) {
				return i;
			}
		}
		return -1;
	}

}
