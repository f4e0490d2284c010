package io.soundshare.migrations.autogenerate.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.OnDelete;

/**
 * Puts an entity into classes.
 */
final class EntityWriter {

	private final Entity entity;

	private final List<ClassSource> classes = new ArrayList<>();

	private EntityWriter(Entity entity) {
		this.entity = entity;
	}

	/**
	 * Write an entity.
	 * @param entity the entity
	 * @return its class and those of its enums and embeddables
	 */
	static List<ClassSource> write(Entity entity) {
		EntityWriter writer = new EntityWriter(entity);
		List<ClassSource.Member> members = new ArrayList<>(List.of(writer.id()));
		entity.fields().forEach((field) -> members.add(writer.member(field)));
		writer.classes.add(new ClassSource(entity.name().java(),
				List.of(Mark.of(jakarta.persistence.Entity.class), writer.table()), members, List.of()));
		return writer.classes;
	}

	private Mark table() {
		Mark table = Mark.of(Table.class);
		if (this.entity.name().chosen()) {
			table = table.with("name", this.entity.name().inAnnotation());
		}
		if (!this.entity.indexes().isEmpty()) {
			table = table.with("indexes", this.entity.indexes().stream().map(this::index).toList());
		}
		if (!this.entity.uniques().isEmpty()) {
			table = table.with("uniqueConstraints", this.entity.uniques().stream().map(this::unique).toList());
		}
		if (!this.entity.checks().isEmpty()) {
			table = table.with("check", this.entity.checks().stream().map(this::check).toList());
		}
		return table;
	}

	private Mark index(KeyColumns index) {
		String columns = String.join(", ", index.columns().stream().map((column) -> {
			String name = this.entity.column(column).inAnnotation();
			return index.descending().contains(column) ? name + " desc" : name;
		}).toList());
		Mark mark = Mark.of(Index.class, "columnList", columns);
		mark = (index.name() != null) ? mark.with("name", index.name()) : mark;
		return index.unique() ? mark.with("unique", true) : mark;
	}

	private Mark unique(KeyColumns unique) {
		Mark mark = Mark.of(UniqueConstraint.class, "columnNames",
				unique.columns().stream().map((column) -> this.entity.column(column).inAnnotation()).toList());
		return (unique.name() != null) ? mark.with("name", unique.name()) : mark;
	}

	private Mark check(Check check) {
		return check(check, check.columns().stream().map((column) -> this.entity.column(column).inSql()).toList());
	}

	private static Mark check(Check check, List<String> columns) {
		Mark mark = Mark.of(CheckConstraint.class, "constraint", check.template().formatted(columns.toArray()));
		return (check.name() != null) ? mark.with("name", check.name()) : mark;
	}

	private ClassSource.Member id() {
		Entity.Id id = this.entity.id();
		List<Mark> marks = new ArrayList<>(List.of(Mark.of(jakarta.persistence.Id.class)));
		switch (id.generator()) {
			case IDENTITY -> marks.add(Mark.of(GeneratedValue.class, "strategy", GenerationType.IDENTITY));
			case UUID -> marks.add(Mark.of(GeneratedValue.class, "strategy", GenerationType.UUID));
			case SEQUENCE -> {
				Mark generated = Mark.of(GeneratedValue.class, "strategy", GenerationType.SEQUENCE);
				if (id.sequence() != null) {
					generated = generated.with("generator", id.sequence());
					marks.add(Mark.of(SequenceGenerator.class, "name", id.sequence())
						.with("sequenceName", id.sequence())
						.with("allocationSize", id.allocation()));
				}
				marks.add(generated);
			}
			case NONE -> {
				if (id.type() == String.class) {
					marks.add(Mark.of(Column.class, "length", 36));
				}
			}
		}
		return new ClassSource.Member(marks, id.type(), List.of(), "id");
	}

	private ClassSource.Member member(Field field) {
		if (field instanceof Field.Basic basic) {
			return basic(basic);
		}
		if (field instanceof Field.Reference reference) {
			return reference(reference);
		}
		return (field instanceof Field.Embedded embedded) ? embedded(embedded) : many((Field.Many) field);
	}

	private ClassSource.Member basic(Field.Basic field) {
		return new ClassSource.Member(ColumnWriter.marks(field), type(field, field.name().java()), List.of(),
				field.name().java());
	}

	private Object type(Field.Basic field, String name) {
		if (!field.kind().isEnum()) {
			return field.kind().type();
		}
		String type = this.entity.name().java() + Vocabulary.capital(name);
		this.classes.add(new ClassSource(type, List.of(), List.of(), field.constants()));
		return type;
	}

	private ClassSource.Member reference(Field.Reference field) {
		Mark column = Mark.of(JoinColumn.class, "name", field.name().inAnnotation());
		column = field.nullable() ? column : column.with("nullable", false);
		if (field.key() != null) {
			column = column.with("foreignKey", Mark.of(ForeignKey.class, "name", field.key()));
		}
		List<Mark> marks = new ArrayList<>(List.of(Mark.of(field.unique() ? OneToOne.class : ManyToOne.class), column));
		if (field.onDelete() != null) {
			marks.add(Mark.of(OnDelete.class, "action", field.onDelete()));
		}
		return new ClassSource.Member(marks, field.target(), List.of(), field.name().java());
	}

	private ClassSource.Member embedded(Field.Embedded field) {
		String type = this.entity.name().java() + Vocabulary.capital(field.name().java());
		this.classes.add(new ClassSource(type, List.of(Mark.of(Embeddable.class)),
				field.columns().stream().map(this::basic).toList(), List.of()));
		return new ClassSource.Member(List.of(), type, List.of(), field.name().java());
	}

	private ClassSource.Member many(Field.Many field) {
		List<Mark> marks = new ArrayList<>();
		Mark owner = Mark.of(JoinColumn.class, "name", "owner_id");
		Object element;
		if (field.element() != null) {
			marks.add(Mark.of(ElementCollection.class));
			marks.add(Mark.of(CollectionTable.class, "name", field.table().inAnnotation())
				.with("joinColumns", List.of(owner)));
			marks.addAll(ColumnWriter.marks(field.element()));
			element = type(field.element(), field.name().java());
		}
		else {
			marks.add(Mark.of(ManyToMany.class));
			marks.add(Mark.of(JoinTable.class, "name", field.table().inAnnotation())
				.with("joinColumns", List.of(owner))
				.with("inverseJoinColumns", List.of(Mark.of(JoinColumn.class, "name", "target_id"))));
			element = field.target();
		}
		if (field.shape() == Field.Shape.LIST) {
			marks.add(Mark.of(OrderColumn.class, "name", "sort_order"));
		}
		if (field.shape() == Field.Shape.MAP) {
			marks.add(Mark.of(MapKeyColumn.class, "name", "map_key"));
			return new ClassSource.Member(marks, Map.class, List.of(String.class, element), field.name().java());
		}
		return new ClassSource.Member(marks, (field.shape() == Field.Shape.SET) ? Set.class : List.class,
				List.of(element), field.name().java());
	}

}
