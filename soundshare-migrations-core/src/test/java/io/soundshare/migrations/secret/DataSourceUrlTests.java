package io.soundshare.migrations.secret;

import java.lang.reflect.Proxy;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class DataSourceUrlTests {

	@Test
	void looksBehindAProxy() {
		SQLiteDataSource behind = new SQLiteDataSource();
		behind.setUrl("jdbc:sqlite:app.db");
		DataSource proxy = (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { DataSource.class }, (self, method, args) -> method.invoke(behind, args));
		assertThat(DataSourceUrl.of(proxy)).isEqualTo("jdbc:sqlite:app.db");
		assertThat(DataSourceUrl.isSame(proxy, behind)).isTrue();
	}

	@Test
	void tellsThePasswordThatConnects() {
		PGSimpleDataSource behind = new PGSimpleDataSource();
		assertThat(DataSourceUrl.password(behind)).isNull();
		behind.setPassword("hidden behind");
		DataSource proxy = (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { DataSource.class }, (self, method, args) -> method.invoke(behind, args));
		assertThat(DataSourceUrl.password(proxy)).isEqualTo("hidden behind");
	}

	@Test
	void saysNothingOfWhatKeepsToItself() {
		DataSource silent = (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { DataSource.class }, (self, method, args) -> {
					throw new UnsupportedOperationException(method.getName());
				});
		assertThat(DataSourceUrl.of(silent)).isNull();
		assertThat(DataSourceUrl.isSame(silent, silent)).isTrue();
	}

}
