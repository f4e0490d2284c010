package io.soundshare.migrations.secret;

import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

import javax.sql.DataSource;

import io.soundshare.migrations.model.DatabaseAccessException;
import io.soundshare.migrations.model.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://app:S3cr3t@host/db", "jdbc:mysql://app:S3cr3t@h1,h2:3306/db?x=y",
			"jdbc:mysql://app:S3/cr3t?S3cr3t#S3cr3t@host/db", "jdbc:mariadb:loadbalance://app:S3cr3t@host/db",
			"jdbc:oracle:thin:app/S3cr3t@host:1521:x", "jdbc:oracle:oci:app/S3cr3t@//host/x",
			"jdbc:postgresql://host/db?user=a&password=S3cr3t&ssl=true", "jdbc:postgresql://h/d?password=S3@S3cr3t&a=b",
			"jdbc:sqlserver://host:1433;user=a;password={S3;cr3t S3cr3t};encrypt=true", "jdbc:h2:mem:x;PASSWORD=S3cr3t",
			"jdbc:sqlserver://h;accessToken=S3cr3t", "jdbc:postgresql://h/d?sslpassword=S3cr3t",
			"jdbc:mysql://h/d?trustCertificateKeyStorePassword=S3cr3t", "jdbc:x://h?trustStorePassword=S3cr3t",
			"jdbc:mysql://address=(host=h)(password=S3cr3t)/db",
			"jdbc:snowflake://h/?token=S3cr3t&private_key_pwd=S3cr3t", "jdbc:sqlite:file:a.db?cipher=x&key=S3cr3t",
			"jdbc:sqlite:a.db?hexkey=S3cr3t", "mongodb://u:S3cr3t@h/d", "{user=app, password=S3cr3t, ssl=true}",
			"{\"password\": \"S3cr3t\"}", "--spring.datasource.password=S3cr3t", "password='S3cr3t x'",
			"password='S3cr3t", "Authorization: Bearer S3cr3tS3cr3t", "pwd=S3cr3t", "DB_PWD=S3cr3t",
			"jdbc:redshift:iam://h/d?AccessKeyID=A&SecretAccessKey=S3cr3t", "api-key=S3cr3t" })
	void findsThemByTheWordsAround(String text) {
		for (String around : List.of("%s", "[%s]", "Driver X claims to not accept jdbcUrl, %s",
				"Database JDBC URL [%s]\nx", "\"%s\".")) {
			assertThat(Secrets.NONE.hide(around.formatted(text))).doesNotContain("S3cr3t", "cr3t").contains("***");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[SQLITE_ERROR] SQL error or missing database (unrecognized token: \"$\")",
			"password authentication failed for user \"app\"",
			"Access denied for user 'root'@'localhost' (using password: YES)",
			"Look at spring.datasource.url, the user and the password, and that the server is up.",
			"jdbc:sqlite:/var/lib/a@b.db", "jdbc:postgresql://host:5432/db?ssl=true&ApplicationName=x",
			"http://localhost:8080/actuator", "UPDATE t SET password = ?", "column password does not exist", "tokens=3",
			"see https://host/a@2x.png" })
	void leavesOtherTextAlone(String text) {
		assertThat(Secrets.NONE.hide(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hunter2", "p@ss/w?rd&x=%#'\"\\y", "correct horse battery staple", "päßwörd", "Geheim",
			"-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----" })
	void findsThemByValueInWhateverForm(String secret) {
		Secrets secrets = Secrets.of(List.of(secret));
		String encoded = java.net.URLEncoder.encode(secret, java.nio.charset.StandardCharsets.UTF_8);
		for (String form : List.of(secret, encoded, encoded.replace("+", "%20"), secret.replace("'", "''"))) {
			assertThat(secrets.hide("It was <" + form + ">, you know")).isEqualTo("It was <***>, you know");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "sa", "abc", "root", "postgres", "test" })
	void spoilsNoTextByWhatAnybodyGuesses(String secret) {
		String text = "a postgres test of sa and root, abc";
		assertThat(Secrets.of(List.of(secret)).hide(text)).isEqualTo(text);
		assertThat(Secrets.NONE.hide("jdbc:x://h?password=" + ((!secret.isEmpty()) ? secret : "x"))).endsWith("=***");
	}

	@Test
	void findsShortOnesAsWordsOnly() {
		Secrets secrets = Secrets.of(List.of("song1", "record"));
		assertThat(secrets.hide("song1, song12, a_song1, records, 'record'"))
			.isEqualTo("***, song12, a_song1, records, '***'");
	}

	@ParameterizedTest
	@CsvSource({ "jdbc:postgresql://host/soundshare,app,soundshare", "jdbc:postgresql://host/db,soundshare,soundshare",
			"jdbc:postgresql://soundshare.example/db,app,SoundShare" })
	void leavesWhatUrlAndUserShowAnyway(String url, String user, String password) {
		Secrets secrets = Secrets.of(new DriverManagerDataSource(url, user, password));
		assertThat(secrets.hide("database \"soundshare\" of soundshare")).contains("\"soundshare\" of soundshare");
		assertThat(secrets.hide(url + "?password=" + password)).isEqualTo(url + "?password=***");
	}

	@Test
	void knowsWhatADataSourceHolds() {
		DriverManagerDataSource plain = new DriverManagerDataSource("jdbc:mysql://u:one%2F11@host/db?sslpassword=two22",
				"app", "three33");
		Properties properties = new Properties();
		properties.setProperty("accessToken", "four44");
		properties.setProperty("ApplicationName", "five55");
		plain.setConnectionProperties(properties);
		String text = "one%2F11 one/11 two22 three33 four44 five55 app";
		assertThat(Secrets.of((DataSource) plain).hide(text)).isEqualTo("*** *** *** *** *** five55 app");
		assertThat(Secrets.of((DataSource) new LazyConnectionDataSourceProxy(plain)).hide(text))
			.isEqualTo("*** *** *** *** *** five55 app");
		PGSimpleDataSource postgres = new PGSimpleDataSource();
		postgres.setPassword("six666");
		assertThat(Secrets.of((DataSource) postgres).hide("six666")).isEqualTo("***");
	}

	@Test
	void takesThemOutOfCausesAndLeavesOtherCausesAsTheyAre() {
		SQLException refused = new SQLException("login with hunter2 failed", "28000", 7);
		refused.setNextException(new SQLException("hunter2 too"));
		IllegalStateException outer = new IllegalStateException("no connection", refused);
		outer.addSuppressed(new RuntimeException("hunter2"));
		DatabaseAccessException failure = Secrets.of(List.of("hunter2"))
			.hide(new DatabaseAccessException(null, Wording.of("hunter2 is wrong"), Wording.of("Not hunter2"), outer));
		assertThat(failure).hasMessageNotContaining("hunter2").hasStackTraceContaining("IllegalStateException");
		java.io.StringWriter trace = new java.io.StringWriter();
		failure.printStackTrace(new java.io.PrintWriter(trace));
		assertThat(trace.toString()).doesNotContain("hunter2").contains("login with *** failed");
		assertThat(failure.getCause()).hasMessage("no connection");
		assertThat(failure.getCause().getCause()).isInstanceOfSatisfying(SQLException.class, (cause) -> {
			assertThat(cause.getSQLState()).isEqualTo("28000");
			assertThat(cause.getNextException().getMessage()).isEqualTo("*** too");
		});
		SQLException harmless = new SQLException("connection refused");
		assertThat(Secrets.of(List.of("hunter2"))
			.hide(new DatabaseAccessException(null, Wording.of("x"), Wording.of("y"), harmless))
			.getCause()).isSameAs(harmless);
	}

}
