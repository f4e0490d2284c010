package io.soundshare.migrations.boot.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * A document whose nulls are written: Boot's {@code EndpointJsonMapper} would leave them
 * out of any other map.
 */
@JsonInclude(value = Include.ALWAYS, content = Include.ALWAYS)
final class Document extends LinkedHashMap<String, @Nullable Object> {

	Document with(String key, @Nullable Object value) {
		put(key, copy(value));
		return this;
	}

	static Document of(Map<?, ?> map) {
		Document document = new Document();
		map.forEach((key, value) -> document.with(String.valueOf(key), value));
		return document;
	}

	private static @Nullable Object copy(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return of(map);
		}
		if (value instanceof List<?> list) {
			return list.stream().map(Document::copy).toList();
		}
		return value;
	}

}
