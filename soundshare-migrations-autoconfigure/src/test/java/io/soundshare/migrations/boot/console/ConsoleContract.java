package io.soundshare.migrations.boot.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a browser and other clients get, over real HTTP, whatever web framework answers.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ConsoleContract {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

	private static final String HOSTILE = "%3Ci%3Ehostile";

	private static final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext application;

	private final String base;

	ConsoleContract(ConfigurableApplicationContext application) {
		this.application = application;
		this.base = "http://localhost:" + application.getEnvironment().getProperty("local.server.port") + "/actuator/";
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "*/*", "application/json", "application/vnd.spring-boot.actuator.v3+json",
			"application/json, text/plain, */*" })
	void everybodyElseGetsJson(String accept) {
		for (String path : List.of("migrations", "migrations/pending", "migrations/pending/create-artist",
				"migrations/pending?revision=create-artist")) {
			HttpResponse<String> response = get(path, accept);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(type(response)).endsWith("json");
			assertThat(response.body()).startsWith("{").doesNotContain("<!DOCTYPE");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrations", "migrations/pending", "migrations/pending/create-artist",
			"migrations/pending/db/changelog.yaml::create-artist::nina", "migrations/pending?revision=create-artist" })
	void aBrowserGetsAPage(String path) {
		for (String accept : List.of(BROWSER, "text/html")) {
			HttpResponse<String> response = get(path, accept);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().firstValue("content-type").orElse(""))
				.isEqualToIgnoringCase("text/html;charset=UTF-8");
			assertThat(response.body()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
		}
	}

	@ParameterizedTest
	@CsvSource({ "console.css, text/css, 'text/css,*/*;q=0.1'", "console.js, text/javascript, */*",
			"console.svg, image/svg+xml, 'image/avif,image/*,*/*;q=0.8'" })
	void whatThePagesNeedIsBesideThem(String name, String type, String accept) {
		HttpResponse<String> response = get("migrations/" + name, accept);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(type(response)).isEqualTo(type);
		assertThat(response.body()).isEqualTo(ConsoleResource.named(name).content());
	}

	@Test
	void theLinksLeadWhereTheyShould() {
		List<String> pages = List.of("migrations", "migrations/pending", "migrations/pending/create-artist",
				"migrations/pending/db/changelog.yaml::create-artist::nina",
				"migrations/pending?revision=create-artist");
		for (String path : pages) {
			URI page = URI.create(this.base + path);
			String body = get(path, BROWSER).body();
			links(body).forEach((link) -> {
				URI target = page.resolve(link);
				HttpResponse<String> response = send(target, "*/*");
				assertThat(response.statusCode()).as("%s on %s", link, path)
					.isEqualTo(link.endsWith("unreachable") ? 503 : 200);
			});
		}
	}

	@ParameterizedTest
	@CsvSource({ "upToDate, Up to date", "pending, Pending", "ahead, Ahead", "diverged, Diverged", "changed, Changed" })
	void saysTheStateInWords(String database, String word) {
		String page = get("migrations/" + database, BROWSER).body();
		assertThat(page).contains("<strong>" + word + "</strong>");
		assertThat(get("migrations", BROWSER).body()).contains(">" + word + "</strong>");
	}

	@Test
	void tellsWhatWasDoneAndUndoneAndFailed() {
		assertThat(get("migrations/pending", BROWSER).body()).contains("Upgrade done", "Downgrade done", "</a> undone",
				"</a> applied", " with <bdi>shop</bdi> <bdi>1.2</bdi>");
		assertThat(get("migrations/failed", BROWSER).body()).contains("Upgrade failed", "</a> apply failed",
				"missing_table", "The last upgrade failed");
	}

	@Test
	void showsARevisionUpAndDown() {
		String page = get("migrations/pending/create-artist", BROWSER).body();
		assertThat(page).contains("CREATE TABLE", "DROP TABLE", "How it would be undone", "What that would cost");
	}

	@Test
	void tellsWhoHoldsTheLock() {
		assertThat(get("migrations/locked", BROWSER).body()).contains("data-live=\"true\"", "In progress",
				"2 revisions left", "held by &lt;b&gt;evil&lt;/b&gt;\\u202e");
	}

	@Test
	void hostileTextsChangeNothingButTheTextShown() {
		for (String path : List.of("migrations", "migrations/locked", "migrations/pending")) {
			assertHarmless(get(path, BROWSER).body());
		}
		String page = get("migrations/" + HOSTILE, BROWSER).body();
		assertHarmless(page);
		assertThat(page).contains("&lt;script&gt;alert(&#39;id&#39;)&lt;/script&gt;", "\\u202etxt.exe\\e[31m", "שלום");
		links(page).stream().filter((link) -> link.contains("?revision=")).forEach((link) -> {
			URI base = URI.create(this.base + "migrations/" + HOSTILE);
			HttpResponse<String> revision = send(base.resolve(link), BROWSER);
			assertThat(revision.statusCode()).as(link).isEqualTo(200);
			assertHarmless(revision.body());
		});
		assertThat(get("migrations/" + HOSTILE + "?revision=%3Cscript", BROWSER).body())
			.contains("&quot; onmouseover=&quot;alert(1)");
		assertThat(get("migrations/" + HOSTILE + "?revision=a%2F..", BROWSER).body())
			.contains("&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;alert(2)");
	}

	@Test
	void explainsWhatIsNotThere() {
		HttpResponse<String> unknown = get("migrations/%3Cscript%3E", BROWSER);
		assertThat(unknown.statusCode()).isEqualTo(404);
		assertThat(unknown.body()).contains("There is no database &#39;&lt;script&gt;&#39;.");
		HttpResponse<String> revision = get("migrations/pending/create-artits", BROWSER);
		assertThat(revision.statusCode()).isEqualTo(404);
		assertThat(revision.body()).contains("create-artits", "What to do", "create-artist");
		HttpResponse<String> ambiguous = get("migrations/pending/create", BROWSER);
		assertThat(ambiguous.statusCode()).isEqualTo(400);
		HttpResponse<String> unreachable = get("migrations/unreachable", BROWSER);
		assertThat(unreachable.statusCode()).isEqualTo(503);
		assertThat(unreachable.body()).contains("Cannot be shown", "/nowhere/at/all.db");
	}

	@Test
	void isSmall() {
		int size = get("migrations/upToDate", BROWSER).body().getBytes(StandardCharsets.UTF_8).length;
		for (ConsoleResource resource : ConsoleResource.values()) {
			size += resource.content().getBytes(StandardCharsets.UTF_8).length;
		}
		assertThat(size).isLessThan(100 * 1024);
	}

	/** Our own elements only, and no attribute that runs anything. */
	private static void assertHarmless(String page) {
		assertThat(page).doesNotContain("<script>", "<img", "<b>", "<i>", "\u202e", "\u001b", "href=\"javascript");
		assertThat(page).doesNotContainPattern("<[^>]* on\\w+=");
		assertThat(page.split("<script", -1)).hasSize(2);
	}

	private static List<String> links(String page) {
		return Pattern.compile("(?:href|src)=\"([^\"#][^\"]*)\"")
			.matcher(page)
			.results()
			.map((match) -> match.group(1).replace("&amp;", "&"))
			.distinct()
			.toList();
	}

	private static String type(HttpResponse<String> response) {
		return response.headers().firstValue("content-type").orElse("").replaceFirst(";.*", "");
	}

	private HttpResponse<String> get(String path, String accept) {
		return send(URI.create(this.base + path), accept);
	}

	private static HttpResponse<String> send(URI uri, String accept) {
		try {
			HttpRequest.Builder request = HttpRequest.newBuilder(uri);
			if (!accept.isEmpty()) {
				request.header("Accept", accept);
			}
			return client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
