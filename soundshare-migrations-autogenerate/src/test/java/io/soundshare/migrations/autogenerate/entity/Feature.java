package io.soundshare.migrations.autogenerate.entity;

import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.TestEntities;
import io.soundshare.migrations.autogenerate.entity.features.Audited;
import io.soundshare.migrations.autogenerate.entity.features.Collections;
import io.soundshare.migrations.autogenerate.entity.features.Columns;
import io.soundshare.migrations.autogenerate.entity.features.Constraints;
import io.soundshare.migrations.autogenerate.entity.features.Ids;
import io.soundshare.migrations.autogenerate.entity.features.Inheritance;
import io.soundshare.migrations.autogenerate.entity.features.Keys;
import io.soundshare.migrations.autogenerate.entity.features.Names;
import io.soundshare.migrations.autogenerate.entity.features.Rare;
import io.soundshare.migrations.autogenerate.entity.features.Types;

/**
 * Features that can be mapped, each with entities that do so.
 */
public enum Feature {

	COLUMN_TYPES(Columns.Everything.class),

	COLUMN_EXTRAS(Columns.Furnished.class),

	COLUMN_DEFINITIONS(Columns.Everything.class, Columns.Written.class),

	IDS(Ids.class.getDeclaredClasses()),

	JAVA_TIME(Types.Moments.class),

	ENUMS(Types.Enums.class),

	CONVERTERS(Types.Converted.class),

	LOBS(Types.Large.class),

	NESTED_TYPES(Types.Nested.class),

	ARRAYS(Types.Arrays.class),

	FOREIGN_KEYS(Constraints.Author.class, Constraints.Book.class),

	UNIQUES_AND_INDEXES(Constraints.Uniques.class),

	DESCENDING_UNIQUES(Constraints.Descending.class),

	CHECKS(Constraints.Checks.class),

	BEAN_VALIDATION(Constraints.Validated.class),

	ELEMENT_COLLECTIONS(Collections.Elements.class),

	JOIN_TABLES(Collections.Owner.class, Collections.Tag.class),

	INHERITANCE_SINGLE(Inheritance.Animal.class, Inheritance.Cat.class, Inheritance.Dog.class, Inheritance.Shape.class,
			Inheritance.Circle.class),

	INHERITANCE_JOINED(Inheritance.Vehicle.class, Inheritance.Car.class, Inheritance.Taxi.class),

	INHERITANCE_TABLE_PER_CLASS(Inheritance.Payment.class, Inheritance.CardPayment.class, Inheritance.CashPayment.class,
			Inheritance.Vehicle.class, Inheritance.Concrete.class),

	COMPOSITE_KEYS(Keys.Purchase.class, Keys.Line.class, Keys.Invoice.class, Keys.Seat.class, Keys.Ticket.class),

	SECONDARY_TABLES(Keys.Article.class),

	QUOTED_NAMES(Names.Keywords.class, Names.User.class),

	LONG_NAMES(Names.Long.class),

	SCHEMAS(Names.Elsewhere.class, Names.Here.class, Names.Public.class),

	DEFAULT_SCHEMA(Map.of("hibernate.default_schema", "App"), Names.Elsewhere.class, Names.Here.class,
			Names.Public.class),

	COMMENTS(Names.Explained.class, Names.Selected.class, Names.Viewed.class),

	COMPOSITE_GENERATORS(Rare.Counted.class, Rare.CountedClass.class),

	ODDITIES(Rare.Pointer.class, Rare.Target.class),

	OVERLAPPING_KEYS(Rare.Media.class, Rare.Film.class, Rare.Counted.class, Rare.CountedClass.class),

	MISTAKES(Rare.Media.class, Rare.Film.class, Rare.Counted.class, Rare.CountedClass.class, Rare.Broken.class),

	ENVERS(Audited.Document.class, Audited.Page.class);

	private final Map<String, Object> settings;

	private final Class<?>[] entities;

	Feature(Class<?>... entities) {
		this(Map.of(), entities);
	}

	Feature(Map<String, Object> settings, Class<?>... entities) {
		this.settings = settings;
		this.entities = entities;
	}

	public MappedEntities boot(DataSource database) {
		return boot(database, Map.of());
	}

	MappedEntities boot(DataSource database, Map<String, Object> more) {
		Map<String, Object> all = new HashMap<>(this.settings);
		all.putAll(more);
		return TestEntities.boot(database, all, this.entities);
	}

}
