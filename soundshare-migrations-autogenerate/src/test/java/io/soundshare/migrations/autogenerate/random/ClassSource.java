package io.soundshare.migrations.autogenerate.random;

import java.util.List;
import java.util.stream.Collectors;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.TypeValidation;

/**
 * A class to be made.
 *
 * @param name its name, without its package
 * @param marks its annotations
 * @param members its fields
 * @param constants its constants, if it is an enum
 */
record ClassSource(String name, List<Mark> marks, List<Member> members, List<String> constants) {

	private static final String PACKAGE = "made.up.";

	private static final ByteBuddy BYTE_BUDDY = new ByteBuddy(ClassFileVersion.JAVA_V17).with(TypeValidation.DISABLED);

	boolean isEntity() {
		return this.marks.stream().anyMatch((mark) -> mark.type() == jakarta.persistence.Entity.class);
	}

	String binaryName() {
		return PACKAGE + this.name;
	}

	byte[] bytes() {
		if (!this.constants.isEmpty()) {
			return BYTE_BUDDY.makeEnumeration(this.constants).name(binaryName()).make().getBytes();
		}
		DynamicType.Builder<Object> builder = BYTE_BUDDY.subclass(Object.class)
			.name(binaryName())
			.annotateType(this.marks.stream().map(Mark::description).toList());
		for (Member member : this.members) {
			builder = builder.defineField(member.name(), member.generic(), Visibility.PUBLIC)
				.annotateField(member.marks().stream().map(Mark::description).toList());
		}
		return builder.make().getBytes();
	}

	@Override
	public String toString() {
		if (!this.constants.isEmpty()) {
			return "enum " + this.name + " { " + String.join(", ", this.constants) + " }\n";
		}
		return lines(this.marks, "") + "class " + this.name + " {\n"
				+ this.members.stream()
					.map((member) -> lines(member.marks(), "\t") + "\t" + member.told() + ";\n")
					.collect(Collectors.joining())
				+ "}\n";
	}

	private static String lines(List<Mark> marks, String indent) {
		return marks.stream().map((mark) -> indent + mark + "\n").collect(Collectors.joining());
	}

	/**
	 * A field.
	 *
	 * @param marks its annotations
	 * @param type its type, or that of a collection
	 * @param arguments what the collection consists of: classes, or names of made up ones
	 * @param name its name
	 */
	record Member(List<Mark> marks, Object type, List<Object> arguments, String name) {

		TypeDescription.Generic generic() {
			if (this.arguments.isEmpty()) {
				return described(this.type).asGenericType();
			}
			return TypeDescription.Generic.Builder
				.parameterizedType(described(this.type), this.arguments.stream().map(Member::described).toList())
				.build();
		}

		private static TypeDescription described(Object type) {
			return (type instanceof Class<?> loaded) ? TypeDescription.ForLoadedType.of(loaded)
					: InstrumentedType.Default.of(PACKAGE + type,
							TypeDescription.ForLoadedType.of(Object.class).asGenericType(), Visibility.PUBLIC);
		}

		String told() {
			return simple(this.type)
					+ (this.arguments.isEmpty() ? ""
							: this.arguments.stream().map(Member::simple).collect(Collectors.joining(", ", "<", ">")))
					+ " " + this.name;
		}

		private static String simple(Object type) {
			return (type instanceof Class<?> loaded) ? loaded.getSimpleName() : type.toString();
		}

	}

}
