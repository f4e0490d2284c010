package io.soundshare.migrations.engine.copy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresAddressTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			jdbc:postgresql://db.example:6000/songs                      | db.example:6000
			jdbc:postgresql://db.example/songs                           | db.example:5432
			jdbc:postgresql://db.example                                 | db.example:5432
			jdbc:postgresql:///songs                                     | localhost:5432
			jdbc:postgresql:songs                                        | localhost:5432
			jdbc:postgresql:/                                            | localhost:5432
			jdbc:postgresql:songs?user=anna                              | localhost:5432
			jdbc:postgresql://[::1]:6000/songs                           | [::1]:6000
			jdbc:postgresql://[::1]/songs                                | [::1]:5432
			jdbc:postgresql://one:1,two:2,three/songs                    | one:1,two:2,three:5432
			""")
	void readsWhatTheDriverReads(String url, String hosts) {
		assertThat(PostgresAddress.of(url).uri("songs", null))
			.isEqualTo("postgresql://" + hosts + "/songs?connect_timeout=30");
	}

	@Test
	void writesInAsciiWhateverTheNames() {
		assertThat(PostgresAddress.of("jdbc:postgresql:x").uri("it's a \"söng\"/$1?", "an na@home"))
			.isEqualTo("postgresql://an%20na%40home@localhost:5432/"
					+ "it%27s%20a%20%22s%C3%B6ng%22%2F%241%3F?connect_timeout=30");
	}

	@Test
	void readsTheLoginAndTellsNoPassword() {
		PostgresAddress address = PostgresAddress
			.of("jdbc:postgresql://db/songs?user=anna&password=s%C3%A4cret%26&ApplicationName=a");
		assertThat(address.user()).isEqualTo("anna");
		assertThat(address.password()).isEqualTo("säcret&");
		assertThat(address.uri("songs", "anna") + address).doesNotContain("cret");
	}

	@Test
	void connectsAsSafelyAsTheDriver() {
		assertThat(PostgresAddress.of("jdbc:postgresql://db/songs?sslmode=verify-ca&sslrootcert=/a%20b.crt")
			.uri("songs", null)).endsWith("&sslmode=verify-ca&sslrootcert=%2Fa%20b.crt");
		assertThat(PostgresAddress.of("jdbc:postgresql://db/songs?ssl=true").uri("songs", null))
			.endsWith("&sslmode=verify-full");
		assertThat(PostgresAddress.of("jdbc:postgresql://one,two/songs?targetServerType=primary").uri("songs", null))
			.endsWith("&target_session_attrs=read-write");
	}

}
