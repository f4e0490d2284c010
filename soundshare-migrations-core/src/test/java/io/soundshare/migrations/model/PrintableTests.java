package io.soundshare.migrations.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrintableTests {

	@Test
	void writesOutWhatHasNoShape() {
		assertThat(
				Printable.line("a\u001b[31mred\u001b]0;title\u0007\r\nb\tc\u0000\u007f\u009b2J\u202egnp\u2066\u2069"))
			.isEqualTo("a\\e[31mred\\e]0;title\\u0007\\r\\nb\\tc\\u0000\\u007f\\u009b2J\\u202egnp\\u2066\\u2069");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0001", "\u0085", "\u00ad", "\u061c", "\u200b", "\u200e", "\u200f", "\u2028", "\u2029",
			"\u202a", "\u202d", "\u2060", "\u2068", "\ufeff", "\ud800", "\udb40\udc41" })
	void leavesNoneOfThem(String hidden) {
		assertThat(Printable.line("a" + hidden + "b")).matches("a[\\\\\\w{}]+b");
		assertThat(Printable.block("a" + hidden + "b")).matches("a[\\\\\\w{}]+b");
		assertThat(Printable.json("\"" + hidden + "\""))
			.satisfies((json) -> assertThat(json).isIn("\"\u0001\"", Printable.json(json))
				.matches("\"(\\\\u[0-9a-f]{4})+\"|\"\u0001\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Björk", "日本語", "שלום", "می\u200cخواهم", "👩\u200d👧", "C:\\dir\\new" })
	void leavesTextAsItIs(String text) {
		assertThat(Printable.line(text)).isEqualTo(text);
		assertThat(Printable.block(text)).isEqualTo(text);
		assertThat(Printable.json(text)).isEqualTo(text);
	}

	@Test
	void keepsTheLinesOfABlock() {
		assertThat(Printable.block("CREATE\r\n\tTABLE\rx\u001b\n")).isEqualTo("CREATE\n\tTABLE\\rx\\e\n");
	}

	@Test
	void keepsJsonWhatItIs() {
		assertThat(Printable.json("{\n  \"id\": \"\u202ea\\n\u009b\"\n}"))
			.isEqualTo("{\n  \"id\": \"\\u202ea\\n\\u009b\"\n}");
	}

}
