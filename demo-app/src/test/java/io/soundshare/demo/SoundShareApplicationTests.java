package io.soundshare.demo;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service, started on a file that does not exist yet, over HTTP.
 */
@Tag("slow")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SoundShareApplicationTests {

	@TempDir
	static Path directory;

	@LocalServerPort
	int port;

	private RestTestClient client;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> "jdbc:sqlite:" + directory.resolve("soundshare.db"));
	}

	@BeforeEach
	void setUp() {
		this.client = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
	}

	@Test
	void isHealthyOnAFreshFile() {
		get("/actuator/health").jsonPath("$.status")
			.isEqualTo("UP")
			.jsonPath("$.components.db.details.database")
			.isEqualTo("SQLite");
	}

	@Test
	void everyLinkOnTheHomePageLeadsSomewhere() {
		List<String> links = this.client.get().uri("/").exchange().returnResult(Home.class).getResponseBody().links();
		links.forEach(this::get);
	}

	@Test
	void listsPublishedSongsByTitleInPages() {
		get("/api/songs?size=5&page=3").jsonPath("$.total")
			.isEqualTo(17)
			.jsonPath("$.pages")
			.isEqualTo(4)
			.jsonPath("$.items.length()")
			.isEqualTo(2)
			.jsonPath("$.items[1].title")
			.isEqualTo("Über Nacht");
	}

	@Test
	void searchIgnoresCaseAndAccents() {
		get("/api/songs?q=CAFE").jsonPath("$.items[0].title").isEqualTo("Café Noir");
		get("/api/songs?q=mañana").jsonPath("$.items[0].title").isEqualTo("Mañana en el Faro");
	}

	@Test
	void showsAnArtistWithAlbums() {
		get("/api/artists").jsonPath("$.length()").isEqualTo(6);
		get("/api/artists/1").jsonPath("$.name")
			.isEqualTo("Paper Lanterns")
			.jsonPath("$.albums[*].title")
			.isEqualTo(List.of("Rooftop Weather", "Small Hours"));
	}

	@Test
	void countsEveryPlayAlsoOfManyAtOnce() {
		get("/api/songs/4").jsonPath("$.playCount")
			.isEqualTo(2)
			.jsonPath("$.lastPlayed")
			.isEqualTo("2026-04-17T02:14:33Z");
		IntStream.range(0, 40)
			.parallel()
			.forEach((i) -> send(HttpMethod.POST, "/api/songs/4/plays", Map.of("userId", 1 + i % 4),
					HttpStatus.CREATED));
		get("/api/songs/4").jsonPath("$.playCount")
			.isEqualTo(42)
			.jsonPath("$.lastPlayed")
			.value(String.class, (played) -> assertThat(played).isGreaterThan("2026-11"));
	}

	@Test
	void aSongIsLikedOnceHoweverOftenAUserSaysSo() {
		send(HttpMethod.PUT, "/api/users/3/likes/5", null, HttpStatus.NO_CONTENT);
		send(HttpMethod.PUT, "/api/users/3/likes/5", null, HttpStatus.NO_CONTENT);
		get("/api/users/3/likes").jsonPath("$[*].id").isEqualTo(List.of(5, 8, 12));
		send(HttpMethod.DELETE, "/api/users/3/likes/5", null, HttpStatus.NO_CONTENT);
		get("/api/users/3/likes").jsonPath("$[*].id").isEqualTo(List.of(8, 12));
	}

	@Test
	void chartsRankByPlaysThenLikes() {
		List<Entry> charts = this.client.get()
			.uri("/api/charts?size=5")
			.exchange()
			.returnResult(new ParameterizedTypeReference<List<Entry>>() {
			})
			.getResponseBody();
		assertThat(charts).hasSize(5)
			.isSortedAccordingTo(Comparator.comparing(Entry::playCount).thenComparing(Entry::likeCount).reversed())
			.contains(new Entry("Jacquard", 4, 3));
	}

	@Test
	void aRearrangedPlaylistKeepsWhenItsSongsWereAdded() {
		send(HttpMethod.PUT, "/api/playlists/3/songs", Map.of("songIds", List.of(12, 1, 15)), HttpStatus.OK);
		get("/api/playlists/3").jsonPath("$.entries[*].song.id")
			.isEqualTo(List.of(12, 1, 15))
			.jsonPath("$.entries[0].addedAt")
			.isEqualTo("2026-04-18T18:31:47Z")
			.jsonPath("$.entries[1].addedAt")
			.value(String.class, (added) -> assertThat(added).isGreaterThan("2026-11"))
			.jsonPath("$.entries[2].addedAt")
			.isEqualTo("2026-04-18T18:31:47Z");
	}

	@Test
	void aNewPlaylistIsFoundWhereItsLocationSays() {
		Map<String, Object> playlist = Map.of("userId", 2, "name", "Evening", "songIds", List.of(9, 9, 1));
		String location = this.client.post()
			.uri("/api/playlists")
			.body(playlist)
			.exchange()
			.expectStatus()
			.isCreated()
			.returnResult()
			.getResponseHeaders()
			.getFirst("Location");
		get(location).jsonPath("$.entries[*].song.id").isEqualTo(List.of(9, 9, 1));
	}

	@Test
	void aPrivatePlaylistIsNotInTheListOfAll() {
		Map<String, Object> playlist = Map.of("userId", 2, "name", "Mine", "visibility", "PRIVATE", "songIds",
				List.of());
		send(HttpMethod.POST, "/api/playlists", playlist, HttpStatus.CREATED).jsonPath("$.visibility")
			.isEqualTo("PRIVATE");
		get("/api/playlists").jsonPath("$[?(@.name == 'Mine')]").isEmpty();
	}

	@Test
	void preferencesAreTheDefaultsUntilChosen() {
		get("/api/users/2/preferences").jsonPath("$.theme").isEqualTo("SYSTEM").jsonPath("$.volume").isEqualTo(80);
		send(HttpMethod.PUT, "/api/users/2/preferences",
				Map.of("theme", "DARK", "language", "da", "autoplay", false, "volume", 35), HttpStatus.OK);
		get("/api/users/2/preferences").jsonPath("$.theme").isEqualTo("DARK").jsonPath("$.volume").isEqualTo(35);
	}

	@Test
	void errorsAreProblemDetails() {
		problem(HttpMethod.GET, "/api/songs/999", null, HttpStatus.NOT_FOUND).jsonPath("$.detail")
			.isEqualTo("There is no song 999.");
		problem(HttpMethod.GET, "/api/songs?size=0", null, HttpStatus.BAD_REQUEST).jsonPath("$.errors.size")
			.isNotEmpty();
		problem(HttpMethod.PUT, "/api/users/4/preferences",
				Map.of("theme", "DARK", "language", "da", "autoplay", false, "volume", 350), HttpStatus.BAD_REQUEST)
			.jsonPath("$.errors.volume")
			.isEqualTo("must be less than or equal to 100");
		problem(HttpMethod.POST, "/api/songs/1/plays", Map.of("userId", 99), HttpStatus.NOT_FOUND).jsonPath("$.detail")
			.isEqualTo("There is no user 99.");
		problem(HttpMethod.POST, "/api/songs/11/plays", Map.of("userId", 1), HttpStatus.CONFLICT).jsonPath("$.detail")
			.isEqualTo("Song 11 cannot be played: it is withdrawn.");
		problem(HttpMethod.POST, "/api/charts", null, HttpStatus.METHOD_NOT_ALLOWED);
	}

	private BodyContentSpec get(String uri) {
		return send(HttpMethod.GET, uri, null, HttpStatus.OK);
	}

	private BodyContentSpec problem(HttpMethod method, String uri, Object body, HttpStatus status) {
		return exchange(method, uri, body).expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody();
	}

	private BodyContentSpec send(HttpMethod method, String uri, Object body, HttpStatus status) {
		return exchange(method, uri, body).expectStatus().isEqualTo(status).expectBody();
	}

	private RestTestClient.ResponseSpec exchange(HttpMethod method, String uri, Object body) {
		RestTestClient.RequestBodySpec request = this.client.method(method).uri(uri);
		return (body != null) ? request.body(body).exchange() : request.exchange();
	}

	record Entry(String title, long playCount, long likeCount) {
	}

	record Home(String service, List<String> links) {
	}

}
