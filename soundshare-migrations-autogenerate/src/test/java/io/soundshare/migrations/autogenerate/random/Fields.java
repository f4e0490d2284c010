package io.soundshare.migrations.autogenerate.random;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/**
 * Makes fields up.
 */
final class Fields {

	private static final List<String> CONSTANTS = List.of("NEW", "OPEN", "PAUSED", "DONE", "LOST", "ON_HOLD");

	private Fields() {
	}

	static Field.Basic basic(Draw draw, Name name) {
		return basic(draw, name, draw.one(Kind.ALL));
	}

	static Field.Basic basic(Draw draw, Name name, Kind kind) {
		List<String> constants = kind.isEnum() ? constants(draw) : List.of();
		Field.Basic field = new Field.Basic(name, kind, 0, -1, 0, draw.chance(60), null, false, null, constants);
		field = sized(draw, field);
		return draw.chance(30) ? field.defaultingTo(defaultValue(draw, field)) : field;
	}

	static Field.Basic sized(Draw draw, Field.Basic field) {
		return switch (field.kind()) {
			case STRING -> field.sized(draw.one(List.of(0, 20, 100, 255, 4000)), -1, 0);
			case BYTES -> field.sized(draw.one(List.of(0, 16, 5000)), -1, 0);
			case ENUM_STRING -> field.sized(draw.one(List.of(0, 10, 30)), -1, 0);
			case DECIMAL -> field.sized(0, draw.between(5, 20), draw.between(0, 4));
			case TIMESTAMP, INSTANT -> field.sized(0, draw.one(List.of(-1, 0, 3)), 0);
			default -> field;
		};
	}

	static @Nullable String defaultValue(Draw draw, Field.Basic field) {
		if (field.kind() == Kind.ENUM_STRING) {
			return "'" + field.constants().get(0) + "'";
		}
		List<String> defaults = field.kind().defaults();
		return defaults.isEmpty() ? null : draw.one(defaults);
	}

	/**
	 * Constants, of which the first stays.
	 */
	static List<String> constants(Draw draw) {
		List<String> constants = new ArrayList<>(List.of("NONE"));
		constants.addAll(draw.some(4, CONSTANTS));
		return List.copyOf(constants);
	}

	static Field.Reference reference(Draw draw, Name name, String target, int serial) {
		Name column = name.quoted() ? name : new Name(name.java(), name.physical() + "_id", false);
		boolean nullable = draw.chance(65);
		return new Field.Reference(column, target, nullable, draw.chance(15), onDelete(draw, nullable),
				draw.chance(25) ? "fk_chosen_" + serial : null);
	}

	static @Nullable OnDeleteAction onDelete(Draw draw, boolean nullable) {
		return switch (draw.between(0, 5)) {
			case 0, 1 -> OnDeleteAction.CASCADE;
			case 2 -> nullable ? OnDeleteAction.SET_NULL : null;
			case 3 -> OnDeleteAction.RESTRICT;
			default -> null;
		};
	}

	static Field.Many values(Draw draw, Name name, Name table) {
		Kind kind = draw.one(Kind.ALL.stream().filter(Kind::isElement).toList());
		return new Field.Many(name, table, draw.one(List.of(Field.Shape.values())),
				basic(draw, Name.of("element"), kind), null);
	}

	static Field.Many references(Draw draw, Name name, Name table, String target) {
		Field.Shape shape = draw.one(List.of(Field.Shape.BAG, Field.Shape.LIST, Field.Shape.SET));
		return new Field.Many(name, table, shape, null, target);
	}

}
