package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A copy of a table, for what no trigger tells: what a virtual table does, and rows that
 * are replaced while triggers of the schema are at work.
 *
 * @param bench the connection
 * @param name the temporary table with the rows, in columns without a type
 * @param shape the table
 * @param sequence the highest number that it had given out
 */
record TableImage(Workbench bench, String name, TableShape shape, @Nullable Long sequence) {

	static TableImage of(Workbench bench, ChangeSetLog log, SchemaObject table, int number) throws SQLException {
		TableShape shape = bench.tables().shape(table);
		List<String> values = RowLog.values(shape);
		List<String> columns = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) {
			columns.add("c" + i);
		}
		String quoted = Names.quote(shape.name());
		log.budget().refuseRows(bench.sql().number("SELECT count(*) FROM main." + quoted));
		String name = Workbench.PREFIX + "image_" + number;
		bench.sql().run("CREATE TEMP TABLE " + name + " (" + String.join(", ", columns) + ")");
		bench.sql()
			.run("INSERT INTO temp." + name + " SELECT " + String.join(", ", values.stream().map(Names::quote).toList())
					+ " FROM main." + quoted);
		List<String> key = shape.key().stream().map((part) -> "c" + values.indexOf(part)).toList();
		bench.sql().run("CREATE INDEX temp." + name + "_key ON " + name + " (" + String.join(", ", key) + ")");
		return new TableImage(bench, name, shape, (shape.counting()) ? bench.sequence(shape.name()) : null);
	}

	boolean isChanged() throws SQLException {
		return this.bench.sql()
			.number("SELECT EXISTS (SELECT 1 FROM " + gone() + ") OR EXISTS (SELECT 1 FROM " + come() + ")") > 0;
	}

	/** The rows of before that are not there as they were. */
	private String gone() {
		return "temp." + this.name + " i WHERE NOT EXISTS (SELECT 1 FROM main." + Names.quote(this.shape.name())
				+ " n WHERE " + same() + ")";
	}

	/** The rows that were not there like this. */
	private String come() {
		return "main." + Names.quote(this.shape.name()) + " n WHERE NOT EXISTS (SELECT 1 FROM temp." + this.name
				+ " i WHERE " + same() + ")";
	}

	private String same() {
		List<String> conditions = new ArrayList<>();
		List<String> values = RowLog.values(this.shape);
		for (String part : this.shape.key()) {
			conditions.add("i.c" + values.indexOf(part) + " = n." + Names.quote(part));
		}
		for (int i = 0; i < values.size(); i++) {
			conditions.add("NOT " + Fill.differ("i.c" + i, "n." + Names.quote(values.get(i))));
		}
		return String.join(" AND ", conditions);
	}

	/** Write what undoes the difference: what has come is deleted first. */
	void undo(RowUndo undo) throws SQLException {
		Literals literals = this.bench.literals();
		int width = RowLog.values(this.shape).size();
		this.bench.sql().query("SELECT i.* FROM " + gone(), (row) -> {
			undo.deleted(this.shape, literals.read(row, 1, width));
			return width;
		});
		List<String> key = this.shape.key().stream().map((part) -> "n." + Names.quote(part)).toList();
		this.bench.sql().query("SELECT " + String.join(", ", key) + " FROM " + come(), (row) -> {
			undo.inserted(this.shape, literals.read(row, 1, key.size()), List.of());
			return width;
		});
	}

	String dropSql() {
		return "DROP TABLE temp." + this.name;
	}

}
