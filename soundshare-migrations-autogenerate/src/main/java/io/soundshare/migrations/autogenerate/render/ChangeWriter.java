package io.soundshare.migrations.autogenerate.render;

import java.util.List;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.diff.Difference;
import liquibase.change.Change;

/**
 * A difference as ordinary Liquibase changes; as SQL only where Liquibase has no change:
 * checks, computed columns, identity.
 */
public final class ChangeWriter {

	private final PlainSql sql;

	private final TableChanges tables;

	private final ColumnChanges columns;

	private final PartChanges parts;

	private final TypeChanges types;

	private final SequenceChanges sequences;

	/**
	 * Make a writer.
	 * @param product the database product
	 */
	public ChangeWriter(SupportedProduct product) {
		this.sql = new PlainSql(product);
		this.types = new TypeChanges(this.sql);
		this.sequences = new SequenceChanges(this.sql);
		this.parts = new PartChanges(this.sql);
		this.columns = new ColumnChanges(this.sql);
		this.tables = new TableChanges(this.columns, this.parts);
	}

	/**
	 * Write a difference.
	 * @param difference the difference
	 * @return the changes that mend it, in their order
	 */
	public List<Change> write(Difference difference) {
		if (difference instanceof Difference.CreateSchema schema) {
			return List.of(this.sql.ownStatement("CREATE SCHEMA IF NOT EXISTS " + this.sql.name(schema.name())));
		}
		if (difference instanceof Difference.CreateType type) {
			return this.types.create(type);
		}
		if (difference instanceof Difference.DropType type) {
			return this.types.drop(type);
		}
		if (difference instanceof Difference.AddValue add) {
			return this.types.add(add);
		}
		if (difference instanceof Difference.RenameValue rename) {
			return this.types.rename(rename);
		}
		if (difference instanceof Difference.RemakeType remake) {
			return this.types.remake(remake);
		}
		if (difference instanceof Difference.CreateTable create) {
			return this.tables.create(create.table());
		}
		if (difference instanceof Difference.DropTable drop) {
			return List.of(this.tables.drop(drop.table()));
		}
		if (difference instanceof Difference.RenameTable rename) {
			return List.of(this.tables.rename(rename));
		}
		if (difference instanceof Difference.AlterComment comment) {
			return List.of(this.tables.comment(comment));
		}
		if (difference instanceof Difference.AddColumn add) {
			return this.columns.add(add);
		}
		if (difference instanceof Difference.DropColumn drop) {
			return List.of(this.columns.drop(drop));
		}
		if (difference instanceof Difference.RenameColumn rename) {
			return List.of(this.columns.rename(rename));
		}
		if (difference instanceof Difference.AlterColumn alter) {
			return this.columns.alter(alter);
		}
		if (difference instanceof Difference.FillRows rows) {
			return List.of(this.columns.fill(rows));
		}
		if (difference instanceof Difference.AddPart add) {
			return List.of(this.parts.addBesideRows(add.subject(), add.part()));
		}
		if (difference instanceof Difference.DropPart drop) {
			return List.of(this.parts.drop(drop.subject(), drop.part()));
		}
		if (difference instanceof Difference.CreateSequence create) {
			return List.of(SequenceChanges.create(create.sequence()));
		}
		if (difference instanceof Difference.RenameSequence rename) {
			return List.of(SequenceChanges.rename(rename.from(), rename.to()));
		}
		if (difference instanceof Difference.DropSequence drop) {
			return List.of(SequenceChanges.drop(drop.subject()));
		}
		if (difference instanceof Difference.AlterSequence alter) {
			return this.sequences.alter(alter);
		}
		if (difference instanceof Difference.CreateDefinition create) {
			return List.of(this.sql.wholeStatement(create.definition().create()));
		}
		if (difference instanceof Difference.DropDefinition drop) {
			return List.of(this.sql.wholeStatement(drop.definition().drop()));
		}
		if (difference instanceof Difference.ReplaceDefinition replace) {
			return List.of(this.sql.wholeStatement(replace.from().drop()),
					this.sql.wholeStatement(replace.to().create()));
		}
		throw new IllegalArgumentException("No such difference: " + difference);
	}

}
