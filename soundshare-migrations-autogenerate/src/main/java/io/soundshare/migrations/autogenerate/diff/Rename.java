package io.soundshare.migrations.autogenerate.diff;

import java.util.List;
import java.util.function.UnaryOperator;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A table or column that only changes its name: written {@code table:name} or
 * {@code table.column:name}.
 *
 * @param table the table, as it is called when the rename is made
 * @param column the column; {@code null} if the table itself gets another name
 * @param newName what it is to be called
 */
public record Rename(ObjectName table, @Nullable String column, String newName) {

	/**
	 * Make it in a schema: wherever the old name was, the new one is, as the database
	 * does it.
	 * @param schema the schema
	 * @param product how names are compared
	 * @return the schema after it
	 */
	public Schema applyTo(Schema schema, Product product) {
		return new Schema(schema.tables().stream().map((each) -> rename(each, product)).toList(), schema.sequences());
	}

	/**
	 * The operation that makes it.
	 * @param schema the schema before it
	 * @param product how names are compared
	 * @return the operation
	 * @throws AutogenerateException if there is no such table or column, or the new name
	 * is taken
	 */
	public Difference in(Schema schema, Product product) {
		Table found = schema.tables()
			.stream()
			.filter((each) -> product.key(each.name()).equals(product.key(this.table)))
			.findFirst()
			.orElseThrow(() -> refused("there is no table " + this.table + "."));
		if (this.column == null) {
			ObjectName renamed = new ObjectName(this.table.schema(), this.newName);
			if (schema.tables().stream().anyMatch((each) -> product.key(each.name()).equals(product.key(renamed)))) {
				throw refused("there is a table " + renamed + " already.");
			}
			return new Difference.RenameTable(found.name(), renamed);
		}
		Column renamed = find(found, this.column, product);
		if (renamed == null) {
			throw refused("the table " + found.name() + " has no column " + this.column + ". It has: "
					+ String.join(", ", found.columns().stream().map(Column::name).toList()) + ".");
		}
		if (find(found, this.newName, product) != null) {
			throw refused("the table " + found.name() + " has a column " + this.newName + " already.");
		}
		return new Difference.RenameColumn(found.name(), renamed, this.newName);
	}

	private AutogenerateException refused(String reason) {
		return new AutogenerateException("The rename " + this + " cannot be: " + reason,
				Wording.format(
						"Give the old name as the changelog has it and the new one as the entity has it: "
								+ "%s for a column, %s for a table.",
						Kind.RENAME.of("songs.title:name"), Kind.RENAME.of("songs:tracks")),
				null);
	}

	private static @Nullable Column find(Table table, String column, Product product) {
		return table.columns()
			.stream()
			.filter((each) -> product.key(each.name()).equals(product.key(column)))
			.findFirst()
			.orElse(null);
	}

	private Table rename(Table table, Product product) {
		boolean itself = product.key(table.name()).equals(product.key(this.table));
		UnaryOperator<String> own = (
				name) -> (itself && this.column != null && product.key(name).equals(product.key(this.column)))
						? this.newName : name;
		ObjectName name = (itself && this.column == null) ? new ObjectName(table.name().schema(), this.newName)
				: table.name();
		return new Table(name,
				table.columns().stream().map((each) -> column(each, itself).named(own.apply(each.name()))).toList(),
				key(table.primaryKey(), own),
				table.uniques()
					.stream()
					.map((each) -> new UniqueConstraint(each.name(), each.explicit(), names(each.columns(), own)))
					.toList(),
				table.foreignKeys().stream().map((each) -> foreignKey(each, own, product)).toList(),
				table.checks()
					.stream()
					.map((each) -> new CheckConstraint(each.name(), each.explicit(),
							expression(each.expression(), itself)))
					.toList(),
				table.indexes()
					.stream()
					.map((each) -> new Index(each.name(), each.explicit(), each.unique(),
							each.parts()
								.stream()
								.map((part) -> new Index.Part(own.apply(part.column()), part.descending()))
								.toList()))
					.toList(),
				table.comment());
	}

	private Column column(Column column, boolean itself) {
		DeclaredSql generatedAs = column.generatedAs();
		return (generatedAs != null) ? new Column(column.name(), column.type(), column.nullable(),
				column.defaultValue(), expression(generatedAs, itself), column.identity(), column.autoIncrement(),
				column.comment(), column.collation()) : column;
	}

	private DeclaredSql expression(DeclaredSql expression, boolean itself) {
		return (!itself || this.column == null) ? expression
				: new DeclaredSql(MentionedNames.rename(expression.declared(), this.column, this.newName),
						MentionedNames.rename(expression.canonical(), this.column, this.newName));
	}

	private static @Nullable PrimaryKey key(@Nullable PrimaryKey key, UnaryOperator<String> own) {
		return (key != null) ? new PrimaryKey(key.name(), names(key.columns(), own)) : null;
	}

	private ForeignKey foreignKey(ForeignKey key, UnaryOperator<String> own, Product product) {
		boolean refersToIt = product.key(key.referencedTable()).equals(product.key(this.table));
		ObjectName referenced = (refersToIt && this.column == null)
				? new ObjectName(key.referencedTable().schema(), this.newName) : key.referencedTable();
		List<String> referencedColumns = key.referencedColumns()
			.stream()
			.map((each) -> (refersToIt && this.column != null && product.key(each).equals(product.key(this.column)))
					? this.newName : each)
			.toList();
		return new ForeignKey(key.name(), key.explicit(), names(key.columns(), own), referenced, referencedColumns,
				key.onDelete(), key.onUpdate(), key.deferrable(), key.initiallyDeferred());
	}

	private static List<String> names(List<String> names, UnaryOperator<String> own) {
		return names.stream().map(own).toList();
	}

	@Override
	public String toString() {
		return this.table + ((this.column != null) ? "." + this.column : "") + ":" + this.newName;
	}

}
