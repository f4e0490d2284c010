package io.soundshare.migrations.autogenerate.diff;

import java.util.List;

import io.soundshare.migrations.autogenerate.model.Column;
import io.soundshare.migrations.autogenerate.model.Conversions;
import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.Definition;
import io.soundshare.migrations.autogenerate.model.Named;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.PrimaryKey;
import io.soundshare.migrations.autogenerate.model.Sequence;
import io.soundshare.migrations.autogenerate.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * Difference between two schemas, as the operation that mends it. Carries all it takes to
 * undo it.
 */
public sealed interface Difference {

	/**
	 * Return what it is about.
	 * @return the name of the table or sequence
	 */
	ObjectName subject();

	/**
	 * Return the operation that undoes this one.
	 * @return the opposite
	 */
	Difference inverse();

	/**
	 * Return whether rows or values are lost by it.
	 * @return whether it is to be looked at twice
	 */
	default boolean destructive() {
		return false;
	}

	/**
	 * Return whether it is undone when the revision is.
	 * @return {@code false} for what others may hold on to
	 */
	default boolean undone() {
		return true;
	}

	/**
	 * Have a visitor answer for the kind this is of.
	 * @param <R> the type of the answers
	 * @param visitor answers for every kind
	 * @return its answer
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * A schema is missing. Undone it stays: somebody else may use it.
	 *
	 * @param name the name of the schema
	 */
	record CreateSchema(String name) implements Difference {

		@Override
		public ObjectName subject() {
			return ObjectName.of(this.name);
		}

		@Override
		public Difference inverse() {
			return this;
		}

		@Override
		public boolean undone() {
			return false;
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A type is missing that columns have.
	 *
	 * @param subject the type
	 * @param sql the statement that makes it
	 */
	record CreateType(ObjectName subject, String sql) implements Difference {

		@Override
		public Difference inverse() {
			return new DropType(this.subject, this.sql);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A type goes with the columns that have it.
	 *
	 * @param subject the type
	 * @param sql the statement that makes it
	 */
	record DropType(ObjectName subject, String sql) implements Difference {

		@Override
		public Difference inverse() {
			return new CreateType(this.subject, this.sql);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A type lacks a value. Undone it stays: PostgreSQL takes none back. So it may be
	 * there already.
	 *
	 * @param subject the type
	 * @param value the value
	 * @param before the value that follows it; {@code null} to be the last
	 */
	record AddValue(ObjectName subject, String value, @Nullable String before) implements Difference {

		@Override
		public Difference inverse() {
			return this;
		}

		@Override
		public boolean undone() {
			return false;
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A value of a type has another name.
	 *
	 * @param subject the type
	 * @param from what it is called
	 * @param to what it is to be called
	 */
	record RenameValue(ObjectName subject, String from, String to) implements Difference {

		@Override
		public Difference inverse() {
			return new RenameValue(this.subject, this.to, this.from);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A type has values too many, or in another order.
	 *
	 * @param subject the type
	 * @param from the values as they are
	 * @param to the values as they are to be
	 * @param uses the columns of the type
	 */
	record RemakeType(ObjectName subject, List<String> from, List<String> to, List<Use> uses) implements Difference {

		public RemakeType {
			from = List.copyOf(from);
			to = List.copyOf(to);
			uses = List.copyOf(uses);
		}

		@Override
		public Difference inverse() {
			return new RemakeType(this.subject, this.to, this.from, this.uses.stream().map(Use::inverse).toList());
		}

		/**
		 * Return the values that go.
		 * @return the values that rows must not have any more
		 */
		public List<String> removed() {
			return this.from.stream().filter((value) -> !this.to.contains(value)).toList();
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

		/**
		 * A column of the type.
		 *
		 * @param table the table
		 * @param column the column
		 * @param array whether it holds many values
		 * @param from its default before; {@code null} if it has none
		 * @param to its default afterwards; {@code null} if it has none, or loses it with
		 * its value
		 */
		public record Use(ObjectName table, String column, boolean array, @Nullable DeclaredSql from,
				@Nullable DeclaredSql to) {

			Use inverse() {
				return new Use(this.table, this.column, this.array, this.to, this.from);
			}

		}

	}

	/**
	 * A table is missing: its columns and its primary key. What else it has follows.
	 *
	 * @param table the table
	 */
	record CreateTable(Table table) implements Difference {

		@Override
		public ObjectName subject() {
			return this.table.name();
		}

		@Override
		public Difference inverse() {
			return new DropTable(this.table);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A table is one too many.
	 *
	 * @param table the table
	 */
	record DropTable(Table table) implements Difference {

		@Override
		public ObjectName subject() {
			return this.table.name();
		}

		@Override
		public Difference inverse() {
			return new CreateTable(this.table);
		}

		@Override
		public boolean destructive() {
			return true;
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A table has another name.
	 *
	 * @param from what it is called
	 * @param to what it is to be called
	 */
	record RenameTable(ObjectName from, ObjectName to) implements Difference {

		@Override
		public ObjectName subject() {
			return this.from;
		}

		@Override
		public Difference inverse() {
			return new RenameTable(this.to, this.from);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A column is missing.
	 *
	 * @param subject the table
	 * @param column the column
	 * @param fill what the rows there are get; {@code null} if nothing is known, or
	 * needed
	 * @param key the primary key that comes with it, where it cannot come without
	 */
	record AddColumn(ObjectName subject, Column column, @Nullable Fill fill,
			@Nullable PrimaryKey key) implements Difference {

		public AddColumn(ObjectName subject, Column column, @Nullable Fill fill) {
			this(subject, column, fill, null);
		}

		@Override
		public Difference inverse() {
			return new DropColumn(this.subject, this.column, this.fill, false);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A column is one too many.
	 *
	 * @param subject the table
	 * @param column the column
	 * @param fill what the rows get if it has to come back, where it is needed and known
	 * @param inKey whether it is in the primary key
	 */
	record DropColumn(ObjectName subject, Column column, @Nullable Fill fill, boolean inKey) implements Difference {

		@Override
		public Difference inverse() {
			return new AddColumn(this.subject, comesBackNullable() ? this.column.asNullable() : this.column, this.fill);
		}

		/** Whether it cannot come back as it was, as nothing is known for the rows. */
		public boolean comesBackNullable() {
			return this.column.needsValue() && this.fill == null && !this.inKey;
		}

		@Override
		public boolean destructive() {
			return this.column.generatedAs() == null;
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A column has another name.
	 *
	 * @param subject the table
	 * @param from the column as it is
	 * @param to what it is to be called
	 */
	record RenameColumn(ObjectName subject, Column from, String to) implements Difference {

		@Override
		public Difference inverse() {
			return new RenameColumn(this.subject, this.from.named(this.to), this.from.name());
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A column is not as it is to be.
	 *
	 * @param subject the table
	 * @param from the column as it is
	 * @param to the column as it is to be
	 * @param fill what takes the place of NULL, or of all values if it took none;
	 * {@code null} if nothing does
	 * @param restored what takes the place of NULL if it is undone, where it is needed
	 * and known
	 */
	record AlterColumn(ObjectName subject, Column from, Column to, @Nullable Fill fill,
			@Nullable Fill restored) implements Difference {

		@Override
		public Difference inverse() {
			return new AlterColumn(this.subject, this.to, this.from, this.restored, null);
		}

		/** Values may not fit, or become values of another kind. */
		@Override
		public boolean destructive() {
			return !Conversions.isWidening(this.from.type().canonical(), this.to.type().canonical());
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * Rows have a value that is none any more, and get another one. What they had is
	 * gone: undone, they keep what they got.
	 *
	 * @param subject the table
	 * @param column the column
	 * @param fill what they get
	 * @param unfit the SQL of the condition that tells which rows
	 */
	record FillRows(ObjectName subject, Column column, Fill fill, String unfit) implements Difference {

		@Override
		public Difference inverse() {
			return this;
		}

		@Override
		public boolean destructive() {
			return true;
		}

		@Override
		public boolean undone() {
			return false;
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * Something else is to be said about a table.
	 *
	 * @param subject the table
	 * @param from what is said, {@code null} if nothing is
	 * @param to what is to be said, {@code null} if nothing is
	 */
	record AlterComment(ObjectName subject, @Nullable DeclaredSql from,
			@Nullable DeclaredSql to) implements Difference {

		@Override
		public Difference inverse() {
			return new AlterComment(this.subject, this.to, this.from);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A key, a check or an index is missing.
	 *
	 * @param subject the table
	 * @param part the key, check or index
	 */
	record AddPart(ObjectName subject, Named part) implements Difference {

		@Override
		public Difference inverse() {
			return new DropPart(this.subject, this.part);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A key, a check or an index is one too many.
	 *
	 * @param subject the table
	 * @param part the key, check or index
	 */
	record DropPart(ObjectName subject, Named part) implements Difference {

		@Override
		public Difference inverse() {
			return new AddPart(this.subject, this.part);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A sequence is missing.
	 *
	 * @param sequence the sequence
	 */
	record CreateSequence(Sequence sequence) implements Difference {

		@Override
		public ObjectName subject() {
			return this.sequence.name();
		}

		@Override
		public Difference inverse() {
			return new DropSequence(this.sequence);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A sequence is one too many.
	 *
	 * @param sequence the sequence
	 */
	record DropSequence(Sequence sequence) implements Difference {

		@Override
		public ObjectName subject() {
			return this.sequence.name();
		}

		@Override
		public Difference inverse() {
			return new CreateSequence(this.sequence);
		}

		@Override
		public boolean destructive() {
			return true;
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A sequence has another name, and goes on where it is.
	 *
	 * @param from what it is called
	 * @param to what it is to be called
	 */
	record RenameSequence(ObjectName from, ObjectName to) implements Difference {

		@Override
		public ObjectName subject() {
			return this.from;
		}

		@Override
		public Difference inverse() {
			return new RenameSequence(this.to, this.from);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * A sequence goes on by another step.
	 *
	 * @param from the sequence as it is
	 * @param to the sequence as it is to be
	 */
	record AlterSequence(Sequence from, Sequence to) implements Difference {

		@Override
		public ObjectName subject() {
			return this.from.name();
		}

		@Override
		public Difference inverse() {
			return new AlterSequence(this.to, this.from);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * Something is missing that the model of tables has no words for.
	 *
	 * @param definition what it is, in the words of the database
	 */
	record CreateDefinition(Definition definition) implements Difference {

		@Override
		public ObjectName subject() {
			return this.definition.name();
		}

		@Override
		public Difference inverse() {
			return new DropDefinition(this.definition);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * Something is one too many that the model of tables has no words for.
	 *
	 * @param definition what it is, in the words of the database
	 */
	record DropDefinition(Definition definition) implements Difference {

		@Override
		public ObjectName subject() {
			return this.definition.name();
		}

		@Override
		public Difference inverse() {
			return new CreateDefinition(this.definition);
		}

		@Override
		public boolean destructive() {
			return this.definition.kind() == Definition.Kind.TABLE
					|| this.definition.kind() == Definition.Kind.VIRTUAL_TABLE;
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * Something is not as it is to be that the model of tables has no words for.
	 *
	 * @param from what it is
	 * @param to what it is to be
	 */
	record ReplaceDefinition(Definition from, Definition to) implements Difference {

		@Override
		public ObjectName subject() {
			return this.from.name();
		}

		@Override
		public Difference inverse() {
			return new ReplaceDefinition(this.to, this.from);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this);
		}

	}

	/**
	 * Answers of one sort, one for each kind of difference: another kind does not compile
	 * before all of them answer for it, too.
	 *
	 * @param <R> the type of the answers
	 */
	interface Visitor<R> {

		R visit(CreateSchema difference);

		R visit(CreateType difference);

		R visit(DropType difference);

		R visit(AddValue difference);

		R visit(RenameValue difference);

		R visit(RemakeType difference);

		R visit(CreateTable difference);

		R visit(DropTable difference);

		R visit(RenameTable difference);

		R visit(AddColumn difference);

		R visit(DropColumn difference);

		R visit(RenameColumn difference);

		R visit(AlterColumn difference);

		R visit(FillRows difference);

		R visit(AlterComment difference);

		R visit(AddPart difference);

		R visit(DropPart difference);

		R visit(CreateSequence difference);

		R visit(DropSequence difference);

		R visit(RenameSequence difference);

		R visit(AlterSequence difference);

		R visit(CreateDefinition difference);

		R visit(DropDefinition difference);

		R visit(ReplaceDefinition difference);

	}

}
