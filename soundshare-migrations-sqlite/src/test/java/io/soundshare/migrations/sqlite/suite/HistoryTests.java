package io.soundshare.migrations.sqlite.suite;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.soundshare.migrations.sqlite.SchemaFacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application must be able to leave the extension again: checksums and history are
 * those of stock Liquibase, which is asked in a class loader without the extension.
 */
class HistoryTests {

	private static URLClassLoader stock;

	@BeforeAll
	static void withoutTheExtension() {
		String ours = Path.of("soundshare-migrations-sqlite", "target", "classes").toString();
		stock = new URLClassLoader(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((path) -> !path.endsWith(ours))
			.map(HistoryTests::url)
			.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
		assertThat(stock.getResource("META-INF/services/liquibase.database.Database").toString())
			.contains("liquibase-core");
	}

	@AfterAll
	static void close() throws IOException {
		stock.close();
	}

	@Test
	@SuppressWarnings("unchecked")
	void checksumsAndDescriptionsAreThoseOfStockLiquibase(@TempDir Path directory) throws Exception {
		List<Path> cases = cases(directory);
		Map<String, String> stock = (Map<String, String>) stock("changeSets", List.class, cases);
		assertThat(stock).hasSizeGreaterThan(150);
		assertThat(differences(stock, HistoryReader.changeSets(cases))).isEmpty();
	}

	@Test
	@SuppressWarnings("unchecked")
	void historyIsTheOneStockLiquibaseWrites(@TempDir Path directory) throws Exception {
		cases(directory);
		Path simple = directory.resolve("tables_create-table");
		Map<String, String> stock = (Map<String, String>) stock("history", Path.class, simple);
		assertThat(stock).hasSize(4);
		assertThat(differences(stock, HistoryReader.history(simple))).isEmpty();
	}

	private static List<String> differences(Map<String, String> stock, Map<String, String> ours) {
		return new SchemaFacts(new TreeMap<>(stock)).diff(new SchemaFacts(new TreeMap<>(ours)));
	}

	private static List<Path> cases(Path directory) throws Exception {
		Path root = Path.of(Objects.requireNonNull(HistoryTests.class.getResource("/suite/cases")).toURI());
		List<Path> directories = new ArrayList<>();
		for (SuiteCase suiteCase : SuiteCase.all(root)) {
			Path own = directory.resolve(suiteCase.name().replace('/', '_'));
			suiteCase.write(own);
			directories.add(own);
		}
		return directories;
	}

	private static Object stock(String method, Class<?> parameter, Object argument) throws Exception {
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try {
			Thread.currentThread().setContextClassLoader(stock);
			return stock.loadClass(HistoryReader.class.getName()).getMethod(method, parameter).invoke(null, argument);
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private static URL url(String path) {
		try {
			return Path.of(path).toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(path, ex);
		}
	}

}
