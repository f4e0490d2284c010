package io.soundshare.migrations.boot.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.soundshare.migrations.model.Printable;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;

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

	/**
	 * Render the same for pages: a character that has no shape is written as JSON can
	 * write it.
	 */
	Document forPages() {
		Document document = new Document();
		forEach((key, value) -> document.put(key, forPages(value)));
		return document;
	}

	private static @Nullable Object forPages(@Nullable Object value) {
		if (value instanceof Document document) {
			return document.forPages();
		}
		if (value instanceof List<?> list) {
			return list.stream().map(Document::forPages).toList();
		}
		return (value instanceof String text && !Printable.json(text).equals(text)) ? new JsonText(text) : value;
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

	/**
	 * A text that brings its own JSON.
	 *
	 * @param text the text
	 */
	record JsonText(String text) {

		@JsonValue
		@JsonRawValue
		String json() {
			return Printable.json(JsonWriter.standard().writeToString(this.text));
		}

	}

}
