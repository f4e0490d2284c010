package io.soundshare.migrations.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseInfoTests {

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://host/db?user=anna&password=s3cret",
			"jdbc:postgresql://anna:s3cret@host:5432/db", "jdbc:postgresql://anna:s3cret@h1,h2/db?ssl=true",
			"jdbc:sqlserver://host;databaseName=db;user=anna;password=s3cret", "jdbc:mysql://anna:s3@cret@host/db",
			"jdbc:mysql://(host=h,user=anna,password=s3cret)/db", "jdbc:mysql://address=(host=h)(password=s3cret)/db",
			"jdbc:oracle:thin:anna/s3cret@//host:1521/db", "jdbc:oracle:thin:anna/s3cret@host:1521:db",
			"jdbc:h2:mem:x;USER=sa;PASSWORD=s3cret", "jdbc:db2://host:50000/db:user=anna;password=s3cret;",
			"jdbc:sqlite:file:a.db?cipher=x&key=s3cret", "jdbc:sqlite:a.db?password=s3cret",
			"jdbc:postgresql://host/db?options=a\npassword=s3cret", "jdbc:oracle:oci:anna/s3cret@db",
			"jdbc:postgresql://anna:x@s3cret/s3cret?cret#s3@cret@host/db",
			"jdbc:informix-sqli://host:1533/db:INFORMIXSERVER=x;user=anna;password=s3cret" })
	void holdsNoCredentials(String url) {
		assertThat(DatabaseInfo.withoutCredentials(url)).doesNotContain("s3cret", "s3@cret", "cret")
			.doesNotContain("anna");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:sqlite:soundshare.db", "jdbc:sqlite:/var/lib/my app/a@b.db", "jdbc:sqlite::memory:",
			"jdbc:postgresql://host:5432/db", "jdbc:postgresql:db", "jdbc:postgresql://host/", "jdbc:h2:mem:test",
			"jdbc:sqlite:C:\\data\\a.db" })
	void keepsTheRest(String url) {
		assertThat(DatabaseInfo.withoutCredentials(url)).isEqualTo(url);
	}

	@Test
	void mayBeUnknown() {
		assertThat(DatabaseInfo.withoutCredentials(null)).isNull();
	}

}
