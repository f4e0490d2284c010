package io.soundshare.migrations.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.soundshare.migrations.autogenerate.model.CheckConstraint;
import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.ForeignKey;
import io.soundshare.migrations.autogenerate.model.Index;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Sequence;
import io.soundshare.migrations.autogenerate.model.Spelling;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.autogenerate.model.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what is to be written and what the database made of it: what it cannot
 * hold is not compared, what it tells in other words is compared in its words.
 */
public final class Spellings {

	private final Product product;

	private Spellings(Product product) {
		this.product = product;
	}

	/**
	 * Take the database's words for a schema that was created in it.
	 * @param written the schema as it was written
	 * @param read the same schema as the database tells it
	 * @param product the database
	 * @return the schema as it was written, spelled in both ways
	 */
	public static Schema merge(Schema written, Schema read, Product product) {
		Spellings spellings = new Spellings(product);
		List<Table> tables = new ArrayList<>();
		for (Table table : written.tables()) {
			Table found = find(read.tables(), (each) -> spellings.same(each.name(), table.name()));
			if (found != null) {
				tables.add(spellings.merge(table, found));
			}
		}
		List<Sequence> sequences = new ArrayList<>();
		for (Sequence sequence : written.sequences()) {
			Sequence found = find(read.sequences(), (each) -> spellings.same(each.name(), sequence.name()));
			if (found != null) {
				sequences.add(new Sequence(found.name(), sequence.start(), sequence.increment(), sequence.tables()));
			}
		}
		return new Schema(tables, sequences);
	}

	private Table merge(Table written, Table read) {
		List<Column> columns = new ArrayList<>();
		for (Column column : written.columns()) {
			Column found = find(read.columns(), (each) -> same(each.name(), column.name()));
			if (found != null) {
				columns.add(merge(column, found));
			}
		}
		PrimaryKey key = (written.primaryKey() != null && read.primaryKey() != null)
				? new PrimaryKey(written.primaryKey().name(), read.primaryKey().columns()) : null;
		return new Table(read.name(), columns, key,
				parts(written.uniques(), read.uniques(),
						(own, found) -> new UniqueConstraint(own.name(), own.explicit(), found.columns())),
				parts(written.foreignKeys(), read.foreignKeys(),
						(own, found) -> new ForeignKey(own.name(), own.explicit(), found.columns(),
								found.referencedTable(), found.referencedColumns(), found.onDelete(), found.onUpdate(),
								found.deferrable(), found.initiallyDeferred())),
				parts(written.checks(), read.checks(),
						(own, found) -> new CheckConstraint(own.name(), own.explicit(),
								own.expression().readAs(found.expression().read()))),
				parts(written.indexes(), read.indexes(),
						(own, found) -> new Index(own.name(), own.explicit(), found.unique(), found.parts())),
				merge(written.comment(), read.comment()));
	}

	private static Column merge(Column written, Column read) {
		return new Column(read.name(), written.type().readAs(read.type().read()), read.nullable(),
				merge(written.defaultValue(), read.defaultValue()), merge(written.generatedAs(), read.generatedAs()),
				read.identity(), written.autoIncrement(), merge(written.comment(), read.comment()),
				merge(written.collation(), read.collation()));
	}

	private static @Nullable Spelling merge(@Nullable Spelling written, @Nullable Spelling read) {
		return (written != null) ? written.readAs((read != null) ? read.read() : "") : null;
	}

	private <T extends Named> List<T> parts(List<T> written, List<T> read, Merge<T> merge) {
		List<T> parts = new ArrayList<>();
		for (T part : written) {
			T found = find(read, (each) -> same(each.name(), part.name()));
			if (found != null) {
				parts.add(merge.of(part, found));
			}
		}
		return parts;
	}

	private static <T> @Nullable T find(List<T> all, Predicate<T> wanted) {
		return all.stream().filter(wanted).findFirst().orElse(null);
	}

	private boolean same(String a, String b) {
		return this.product.key(a).equals(this.product.key(b));
	}

	private boolean same(ObjectName a, ObjectName b) {
		return this.product.key(a).equals(this.product.key(b));
	}

	/**
	 * Brings two of a kind together.
	 */
	@FunctionalInterface
	private interface Merge<T> {

		T of(T written, T read);

	}

}
