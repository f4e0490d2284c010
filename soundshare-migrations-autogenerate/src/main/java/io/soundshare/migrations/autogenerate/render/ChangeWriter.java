package io.soundshare.migrations.autogenerate.render;

import java.util.List;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.diff.Difference;
import liquibase.change.Change;

/**
 * A difference as ordinary Liquibase changes; as SQL only where Liquibase has no change:
 * checks, computed columns, identity.
 */
final class ChangeWriter implements Difference.Visitor<List<Change>> {

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
	ChangeWriter(SupportedProduct product) {
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
	List<Change> write(Difference difference) {
		return difference.accept(this);
	}

	@Override
	public List<Change> visit(Difference.CreateSchema schema) {
		return List.of(this.sql.ownStatement("CREATE SCHEMA IF NOT EXISTS " + this.sql.name(schema.name())));
	}

	@Override
	public List<Change> visit(Difference.CreateType type) {
		return this.types.create(type);
	}

	@Override
	public List<Change> visit(Difference.DropType type) {
		return this.types.drop(type);
	}

	@Override
	public List<Change> visit(Difference.AddValue add) {
		return this.types.add(add);
	}

	@Override
	public List<Change> visit(Difference.RenameValue rename) {
		return this.types.rename(rename);
	}

	@Override
	public List<Change> visit(Difference.RemakeType remake) {
		return this.types.remake(remake);
	}

	@Override
	public List<Change> visit(Difference.CreateTable create) {
		return this.tables.create(create.table());
	}

	@Override
	public List<Change> visit(Difference.DropTable drop) {
		return List.of(this.tables.drop(drop.table()));
	}

	@Override
	public List<Change> visit(Difference.RenameTable rename) {
		return List.of(this.tables.rename(rename));
	}

	@Override
	public List<Change> visit(Difference.AlterComment comment) {
		return List.of(this.tables.comment(comment));
	}

	@Override
	public List<Change> visit(Difference.AddColumn add) {
		return this.columns.add(add);
	}

	@Override
	public List<Change> visit(Difference.DropColumn drop) {
		return List.of(this.columns.drop(drop));
	}

	@Override
	public List<Change> visit(Difference.RenameColumn rename) {
		return List.of(this.columns.rename(rename));
	}

	@Override
	public List<Change> visit(Difference.AlterColumn alter) {
		return this.columns.alter(alter);
	}

	@Override
	public List<Change> visit(Difference.FillRows rows) {
		return List.of(this.columns.fill(rows));
	}

	@Override
	public List<Change> visit(Difference.AddPart add) {
		return List.of(this.parts.addBesideRows(add.subject(), add.part()));
	}

	@Override
	public List<Change> visit(Difference.DropPart drop) {
		return List.of(this.parts.drop(drop.subject(), drop.part()));
	}

	@Override
	public List<Change> visit(Difference.CreateSequence create) {
		return List.of(SequenceChanges.create(create.sequence()));
	}

	@Override
	public List<Change> visit(Difference.RenameSequence rename) {
		return List.of(SequenceChanges.rename(rename.from(), rename.to()));
	}

	@Override
	public List<Change> visit(Difference.DropSequence drop) {
		return List.of(SequenceChanges.drop(drop.subject()));
	}

	@Override
	public List<Change> visit(Difference.AlterSequence alter) {
		return this.sequences.alter(alter);
	}

	@Override
	public List<Change> visit(Difference.CreateDefinition create) {
		return List.of(this.sql.wholeStatement(create.definition().create()));
	}

	@Override
	public List<Change> visit(Difference.DropDefinition drop) {
		return List.of(this.sql.wholeStatement(drop.definition().drop()));
	}

	@Override
	public List<Change> visit(Difference.ReplaceDefinition replace) {
		return List.of(this.sql.wholeStatement(replace.from().drop()), this.sql.wholeStatement(replace.to().create()));
	}

}
