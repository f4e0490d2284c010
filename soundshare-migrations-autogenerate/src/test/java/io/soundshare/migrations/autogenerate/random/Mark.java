package io.soundshare.migrations.autogenerate.random;

import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.type.TypeDescription;

/**
 * An annotation.
 *
 * @param type its type
 * @param values its values: text, numbers, booleans, enums, marks, lists of text or marks
 */
record Mark(Class<? extends Annotation> type, Map<String, Object> values) {

	static Mark of(Class<? extends Annotation> type) {
		return new Mark(type, Map.of());
	}

	static Mark of(Class<? extends Annotation> type, String name, Object value) {
		return of(type).with(name, value);
	}

	Mark with(String name, Object value) {
		Map<String, Object> values = new LinkedHashMap<>(this.values);
		values.put(name, value);
		return new Mark(this.type, values);
	}

	AnnotationDescription description() {
		AnnotationDescription.Builder builder = AnnotationDescription.Builder.ofType(this.type);
		for (Map.Entry<String, Object> value : this.values.entrySet()) {
			builder = define(builder, value.getKey(), value.getValue());
		}
		return builder.build();
	}

	private AnnotationDescription.Builder define(AnnotationDescription.Builder builder, String name, Object value) {
		if (value instanceof String text) {
			return builder.define(name, text);
		}
		if (value instanceof Integer number) {
			return builder.define(name, number);
		}
		if (value instanceof Boolean decision) {
			return builder.define(name, decision);
		}
		if (value instanceof Enum<?> constant) {
			return builder.define(name, constant);
		}
		if (value instanceof Mark mark) {
			return builder.define(name, mark.description());
		}
		List<?> list = (List<?>) value;
		if (list.get(0) instanceof Mark mark) {
			return builder.defineAnnotationArray(name, TypeDescription.ForLoadedType.of(mark.type()),
					list.stream().map((each) -> ((Mark) each).description()).toArray(AnnotationDescription[]::new));
		}
		return builder.defineArray(name, list.toArray(String[]::new));
	}

	@Override
	public String toString() {
		return "@" + this.type.getSimpleName()
				+ (this.values.isEmpty() ? ""
						: this.values.entrySet()
							.stream()
							.map((value) -> value.getKey() + " = " + told(value.getValue()))
							.collect(Collectors.joining(", ", "(", ")")));
	}

	private static String told(Object value) {
		if (value instanceof String text) {
			return "\"" + text.replace("\"", "\\\"") + "\"";
		}
		if (value instanceof List<?> list) {
			return list.stream().map(Mark::told).collect(Collectors.joining(", ", "{ ", " }"));
		}
		return value.toString();
	}

}
