package io.soundshare.migrations.autogenerate.postgres;

import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PostgresUrlTests {

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = { "jdbc:postgresql://host:5433/db jdbc:postgresql://host:5433/x",
			"jdbc:postgresql://host/db jdbc:postgresql://host/x", "jdbc:postgresql://host jdbc:postgresql://host/x",
			"jdbc:postgresql://host/ jdbc:postgresql://host/x", "jdbc:postgresql:db jdbc:postgresql:x",
			"jdbc:postgresql: jdbc:postgresql:x", "jdbc:postgresql:/ jdbc:postgresql:x",
			"jdbc:postgresql:///db jdbc:postgresql:///x",
			"jdbc:postgresql://[::1]:5432/db jdbc:postgresql://[::1]:5432/x",
			"jdbc:postgresql://a:1,b:2,c/db?targetServerType=primary jdbc:postgresql://a:1,b:2,c/x?targetServerType=primary",
			"jdbc:postgresql://h/db?user=u&password=p%26&currentSchema=app&ssl=true jdbc:postgresql://h/x?user=u&password=p%26&currentSchema=app&ssl=true",
			"jdbc:postgresql://h/db?options=-c%20search_path=app&a=b jdbc:postgresql://h/x?options=-c%20search_path=app&a=b",
			"jdbc:postgresql://h/db?currentSchema=app jdbc:postgresql://h/x?currentSchema=app",
			"jdbc:postgresql://h/db? jdbc:postgresql://h/x", "jdbc:postgresql://h?user=u jdbc:postgresql://h/x?user=u",
			"jdbc:postgresql:db?a=/b jdbc:postgresql:x?a=/b", "jdbc:postgresql://h/d%20b jdbc:postgresql://h/x",
			"jdbc:aws-wrapper:postgresql://h/db jdbc:aws-wrapper:postgresql://h/x" })
	void namesAnotherDatabaseOfTheServer(String url, String another) {
		assertThat(PostgresUrl.of(url).database("x")).isEqualTo(another);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:tc:postgresql:16:///db", "jdbc:sqlite:x.db", "jdbc:mysql://h/db?password=secret",
			"jdbc:mysql://app:secret@h/db", "" })
	void refusesOthers(String url) {
		assertThatExceptionOfType(AutogenerateException.class).isThrownBy(() -> PostgresUrl.of(url))
			.withMessageContaining("the URL given to ShadowDatabases")
			.withMessageNotContaining("secret");
	}

	@Test
	void isTheServerForPeople() {
		assertThat(PostgresUrl.of("jdbc:postgresql://h:1/db?password=x")).hasToString("h:1");
		assertThat(PostgresUrl.of("jdbc:postgresql:db")).hasToString("localhost");
		assertThat(PostgresUrl.of("jdbc:postgresql:///db")).hasToString("localhost");
		assertThat(PostgresUrl.of("jdbc:postgresql://a,b:2/db")).hasToString("a,b:2");
		assertThat(PostgresUrl.of("jdbc:postgresql://app:secret@h:1/db")).hasToString("h:1");
	}

}
