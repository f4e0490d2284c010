package io.soundshare.migrations.autogenerate.entity;

import java.util.HashMap;
import java.util.Map;

import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.sql.TextLiteral;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the entities, by their columns. Those of keys are not among them: of
 * {@code @ManyToOne} and {@code @Any} a column is but half a value.
 */
public final class Attributes {

	private final BootModel model;

	private final Map<ColumnKey, Attribute> attributes = new HashMap<>();

	private final Map<ColumnKey, String> discriminators = new HashMap<>();

	Attributes(BootModel model) {
		this.model = model;
		for (PersistentClass entity : model.entities().metadata().getEntityBindings()) {
			String name = (entity.getJpaEntityName() != null) ? entity.getJpaEntityName() : entity.getEntityName();
			// What it inherits is told to be of the root's table, though it is in its
			// own.
			Table table = (entity instanceof UnionSubclass) ? entity.getTable() : null;
			if (entity.hasIdentifierProperty()) {
				add(table, entity.getMappedClass(), name, entity.getIdentifierProperty());
			}
			entity.getPropertyClosure().forEach((property) -> add(table, entity.getMappedClass(), name, property));
			if (entity instanceof RootClass root && root.getDiscriminator() instanceof BasicValue value) {
				addDiscriminator(root, value);
			}
		}
	}

	/**
	 * Read the attributes.
	 * @param entities what Hibernate knows of the entities
	 * @param product the database they are kept in
	 * @return the attributes
	 */
	public static Attributes of(MappedEntities entities, SupportedProduct product) {
		return new Attributes(new BootModel(entities, product));
	}

	/**
	 * Name the attribute of a column.
	 * @param table the table
	 * @param column the column
	 * @return the attribute with its entity, {@code Song.mood}; the column if it has none
	 */
	public String name(ObjectName table, String column) {
		Attribute attribute = find(table, column);
		return (attribute != null) ? attribute.path() : table + "." + column;
	}

	@Nullable Attribute find(ObjectName table, String column) {
		return this.attributes.get(key(table, column));
	}

	/** The value of a column that tells what a row is: the rows there are, the root. */
	@Nullable String discriminator(ObjectName table, String column) {
		return this.discriminators.get(key(table, column));
	}

	BootModel model() {
		return this.model;
	}

	private void addDiscriminator(RootClass root, BasicValue discriminator) {
		boolean known = !root.isDiscriminatorValueNull() && !root.isDiscriminatorValueNotNull()
				&& !Boolean.TRUE.equals(root.isAbstract());
		if (known && discriminator.getColumn() instanceof Column column) {
			boolean number = Number.class
				.isAssignableFrom(((JdbcMapping) discriminator.getType()).getMappedJavaType().getJavaTypeClass());
			String value = root.getDiscriminatorValue();
			this.discriminators.put(key(this.model.name(root.getTable()), this.model.name(column)),
					number ? value : TextLiteral.of(value));
		}
	}

	private void add(@Nullable Table table, Class<?> owner, String path, Property property) {
		add(table, owner, path + "." + property.getName(), property.getName(), property.getValue());
	}

	private void add(@Nullable Table table, Class<?> owner, String path, String name, Value value) {
		if (value instanceof Component component) {
			Class<?> type = (component.getComponentClassName() != null) ? component.getComponentClass() : owner;
			component.getProperties().forEach((property) -> add(table, type, path, property));
		}
		else if (value instanceof Collection collection) {
			add(null, owner, path, "", collection.getElement());
		}
		else if (value instanceof BasicValue basic && basic.getColumn() instanceof Column column) {
			Table own = (table != null) ? table : basic.getTable();
			this.attributes.putIfAbsent(key(this.model.name(own), this.model.name(column)),
					new Attribute(owner, path, name, column, basic));
		}
	}

	private ColumnKey key(ObjectName table, String column) {
		return new ColumnKey(this.model.product().key(table), this.model.product().key(column));
	}

	/**
	 * A column of a table, as names are equal.
	 */
	private record ColumnKey(ObjectName table, String column) {

	}

}
