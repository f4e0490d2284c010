package io.soundshare.migrations.boot.console;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinksTests {

	private static final String BASE = "http://proxy/prefix/ops/migrations";

	@ParameterizedTest
	@CsvSource({ "0, ''", "1, /main", "2, /main/3f2a", "4, /main/db/x.yaml/3f2a" })
	void holdOnPagesOfAnyDepth(int depth, String page) {
		Links links = new Links("migrations", depth);
		URI base = URI.create(BASE + page);
		assertThat(base.resolve(links.home())).hasToString(BASE);
		assertThat(base.resolve(links.database("other"))).hasToString(BASE + "/other");
		assertThat(base.resolve(links.resource("console.css"))).hasToString(BASE + "/console.css");
		assertThat(base.resolve(links.revision("other", "3f2a"))).hasToString(BASE + "/other/3f2a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", "a/b", "a;b", "a%2fb", "javascript:x", "ü", ".hidden", "" })
	void askInTheQueryForWhatIsNoGoodPath(String revision) {
		assertThat(new Links("migrations", 1).revision("main", revision)).startsWith("./main?revision=")
			.doesNotContain(";", "a/b", "javascript:");
	}

	@Test
	void neverNameAnotherScheme() {
		assertThat(new Links("migrations", 1).database("javascript:alert(1)")).isEqualTo("./javascript%3Aalert%281%29");
	}

}
