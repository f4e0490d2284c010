package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Sequence;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A declared schema in the canonical form of a database that has it: what the database
 * cannot hold is not compared, what it tells in other words is compared in its words.
 */
public final class CanonicalSchema {

	private final Product product;

	private CanonicalSchema(Product product) {
		this.product = product;
	}

	/**
	 * Take the database's words for a schema that was created in it.
	 * @param declared the schema as it was declared
	 * @param stored the same schema as the database tells it
	 * @param product the database
	 * @return the schema as it was declared, with the canonical form of each piece
	 */
	public static Schema of(Schema declared, Schema stored, Product product) {
		CanonicalSchema canonical = new CanonicalSchema(product);
		List<Table> tables = new ArrayList<>();
		for (Table table : declared.tables()) {
			Table found = find(stored.tables(), (each) -> canonical.same(each.name(), table.name()));
			if (found != null) {
				tables.add(canonical.merge(table, found));
			}
		}
		List<Sequence> sequences = new ArrayList<>();
		for (Sequence sequence : declared.sequences()) {
			Sequence found = find(stored.sequences(), (each) -> canonical.same(each.name(), sequence.name()));
			if (found != null) {
				sequences.add(new Sequence(found.name(), sequence.start(), sequence.increment(), sequence.tables()));
			}
		}
		return new Schema(tables, sequences);
	}

	private Table merge(Table declared, Table stored) {
		List<Column> columns = new ArrayList<>();
		for (Column column : declared.columns()) {
			Column found = find(stored.columns(), (each) -> same(each.name(), column.name()));
			if (found != null) {
				columns.add(merge(column, found));
			}
		}
		PrimaryKey key = (declared.primaryKey() != null && stored.primaryKey() != null)
				? new PrimaryKey(declared.primaryKey().name(), stored.primaryKey().columns()) : null;
		return new Table(stored.name(), columns, key,
				parts(declared.uniques(), stored.uniques(),
						(own, found) -> new UniqueConstraint(own.name(), own.explicit(), found.columns())),
				parts(declared.foreignKeys(), stored.foreignKeys(),
						(own, found) -> new ForeignKey(own.name(), own.explicit(), found.columns(),
								found.referencedTable(), found.referencedColumns(), found.onDelete(), found.onUpdate(),
								found.deferrable(), found.initiallyDeferred())),
				parts(declared.checks(), stored.checks(),
						(own, found) -> new CheckConstraint(own.name(), own.explicit(),
								own.expression().withCanonical(found.expression().canonical()))),
				parts(declared.indexes(), stored.indexes(),
						(own, found) -> new Index(own.name(), own.explicit(), found.unique(), found.parts())),
				merge(declared.comment(), stored.comment()));
	}

	private static Column merge(Column declared, Column stored) {
		return new Column(stored.name(), declared.type().withCanonical(stored.type().canonical()), stored.nullable(),
				merge(declared.defaultValue(), stored.defaultValue()),
				merge(declared.generatedAs(), stored.generatedAs()), stored.identity(), declared.autoIncrement(),
				merge(declared.comment(), stored.comment()), merge(declared.collation(), stored.collation()));
	}

	private static @Nullable DeclaredSql merge(@Nullable DeclaredSql declared, @Nullable DeclaredSql stored) {
		return (declared != null) ? declared.withCanonical((stored != null) ? stored.canonical() : "") : null;
	}

	private <T extends Named> List<T> parts(List<T> declared, List<T> stored, Merge<T> merge) {
		List<T> parts = new ArrayList<>();
		for (T part : declared) {
			T found = find(stored, (each) -> same(each.name(), part.name()));
			if (found != null) {
				parts.add(merge.of(part, found));
			}
		}
		return parts;
	}

	private static <T> @Nullable T find(List<T> all, Predicate<T> sought) {
		return all.stream().filter(sought).findFirst().orElse(null);
	}

	private boolean same(String a, String b) {
		return this.product.key(a).equals(this.product.key(b));
	}

	private boolean same(ObjectName a, ObjectName b) {
		return this.product.key(a).equals(this.product.key(b));
	}

	/**
	 * Union of two of a kind.
	 */
	@FunctionalInterface
	private interface Merge<T> {

		T of(T declared, T stored);

	}

}
