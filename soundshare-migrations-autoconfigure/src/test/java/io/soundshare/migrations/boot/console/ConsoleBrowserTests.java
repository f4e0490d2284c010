package io.soundshare.migrations.boot.console;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The pages in a real browser, under a path of a proxy's and a strict
 * Content-Security-Policy. Where there is no Chromium nothing is tested.
 */
@Tag("slow")
class ConsoleBrowserTests {

	private static ConfigurableApplicationContext application;

	private static ChromeDriver browser;

	private static String base;

	@BeforeAll
	static void start() {
		File chromium = find("chromium", "google-chrome");
		File driver = find("chromedriver");
		assumeTrue(chromium != null && driver != null,
				"The pages are not tested in a browser: install chromium and chromium-driver.");
		application = new SpringApplicationBuilder(Strict.class).web(WebApplicationType.SERVLET)
			.properties(ConsoleDatabases.properties())
			.properties("server.servlet.context-path=/behind/a/proxy", "management.endpoints.web.base-path=/ops",
					"management.endpoints.web.path-mapping.migrations=db/schema")
			.run();
		base = "http://localhost:" + application.getEnvironment().getProperty("local.server.port")
				+ "/behind/a/proxy/ops/db/schema";
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium);
		options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
		options.setCapability("goog:loggingPrefs", logs);
		browser = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(driver).build(), options);
	}

	@AfterAll
	static void stop() {
		if (browser != null) {
			browser.quit();
		}
		if (application != null) {
			application.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/upToDate", "/pending", "/ahead", "/diverged", "/changed", "/failed", "/locked",
			"/unreachable", "/%3Ci%3Ehostile", "/%3Ci%3Ehostile?revision=a%2F..", "/%3Ci%3Ehostile?revision=%3Cscript",
			"/pending/create-artist", "/nowhere" })
	void isAccessibleInEachState(String path) {
		isAccessible(path, 360, "dark");
		isAccessible(path, 1280, "light");
		assertThat(errors(path)).isEmpty();
		assertThat(requests()).isNotEmpty().allMatch((url) -> url.startsWith(base + "/console."));
	}

	private static void isAccessible(String path, int width, String scheme) {
		emulate(width, scheme);
		open(path);
		Results results = new AxeBuilder()
			.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
			.analyze(browser);
		assertThat(results.getPasses()).isNotEmpty();
		assertThat(results.getViolations()).as("%s %s %s", path, width, scheme).isEmpty();
		assertThat(number("return document.documentElement.scrollWidth")).as("%s %s", path, width)
			.isLessThanOrEqualTo(width);
	}

	@Test
	void isDarkWhereThatIsPreferred() {
		emulate(1280, "light");
		open("/pending");
		String light = browser.findElement(By.tagName("body")).getCssValue("background-color");
		emulate(1280, "dark");
		String dark = browser.findElement(By.tagName("body")).getCssValue("background-color");
		assertThat(light).contains("255, 255, 255");
		assertThat(dark).contains("20, 23, 26");
	}

	@Test
	void filtersDatabasesByKeyboard() {
		emulate(1280, "light");
		open("");
		tabTo("databases-filter");
		browser.switchTo().activeElement().sendKeys("diver");
		assertThat(visibleRows("databases")).hasSize(1).first().asString().contains("diverged");
		assertThat(browser.findElement(By.cssSelector(".filter [role=status]")).getText()).isEqualTo("1 of 11 shown");
		browser.switchTo().activeElement().sendKeys(Keys.TAB);
		browser.switchTo().activeElement().sendKeys(Keys.ENTER);
		assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("diverged");
		browser.navigate().back();
		tabTo("databases-filter");
		browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
		assertThat(visibleRows("databases")).hasSize(11);
	}

	@Test
	void showsFiveThousandRevisions() {
		emulate(1280, "light");
		open("/many");
		assertThat(number("return document.querySelectorAll('#history tbody tr').length")).isEqualTo(200);
		browser.findElement(By.linkText("Show all 5000")).sendKeys(Keys.ENTER);
		assertThat(number("return document.querySelectorAll('#history tbody tr').length"))
			.isEqualTo(ManyRevisions.MANY);
		WebElement filter = browser.findElement(By.id("history-filter"));
		filter.sendKeys("revision-4321");
		assertThat(visibleRows("history")).hasSize(1);
		assertThat(errors("/many")).isEmpty();
	}

	@Test
	void hostileTextsRunNothing() {
		emulate(1280, "light");
		open("/%3Ci%3Ehostile");
		browser.findElement(By.partialLinkText("<script>alert('id')</script>")).click();
		assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("<script>alert('id')</script>");
		assertThat(number("return document.querySelectorAll('img, main script').length")).isZero();
		assertThat(errors("hostile")).isEmpty();
	}

	@Test
	void showsNewsOfAMigrationThatRuns() {
		emulate(1280, "light");
		open("/locked");
		browser.executeScript("document.querySelector('main h1').dataset.old = 'yes'");
		new WebDriverWait(browser, Duration.ofSeconds(20))
			.until((driver) -> driver.findElements(By.cssSelector("h1[data-old]")).isEmpty());
		assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("locked");
		assertThat(errors("/locked")).isEmpty();
	}

	/** For the guide, where somebody asks for it. */
	@Test
	void takesPictures() throws IOException {
		String directory = System.getProperty("console.pictures");
		assumeTrue(directory != null, "Pictures are taken with -Dconsole.pictures=DIRECTORY.");
		emulate(1280, "light");
		picture(directory, "", "databases");
		picture(directory, "/diverged", "database");
		picture(directory, "/pending/create-artist", "revision");
		emulate(1280, "dark");
		picture(directory, "/failed", "failed-dark");
		emulate(360, "light");
		picture(directory, "/pending", "phone");
	}

	private static @Nullable File find(String... names) {
		return Stream.of(names)
			.flatMap((name) -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
				.map((directory) -> new File(directory, name)))
			.filter(File::canExecute)
			.findFirst()
			.orElse(null);
	}

	private static void picture(String directory, String path, String name) throws IOException {
		open(path);
		Files.write(Path.of(directory, "console-" + name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
	}

	private static void open(String path) {
		browser.get(base + path);
	}

	private static void emulate(int width, String scheme) {
		browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
		browser.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
	}

	private static void tabTo(String id) {
		for (int i = 0; i < 10 && !id.equals(browser.switchTo().activeElement().getAttribute("id")); i++) {
			browser.switchTo().activeElement().sendKeys(Keys.TAB);
		}
		assertThat(browser.switchTo().activeElement().getAttribute("id")).isEqualTo(id);
	}

	private static List<String> visibleRows(String table) {
		return browser.findElements(By.cssSelector("#" + table + " tbody tr:not([hidden])"))
			.stream()
			.map(WebElement::getText)
			.toList();
	}

	/** What went wrong in the browser, but for the status of a page that says no. */
	private static List<String> errors(String path) {
		return browser.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.map((entry) -> entry.getMessage())
			.filter((message) -> !message.startsWith(base + path + " ")
					|| !message.contains("Failed to load resource: the server responded with a status of"))
			.toList();
	}

	@SuppressWarnings("unchecked")
	private static List<String> requests() {
		return (List<String>) browser
			.executeScript("return performance.getEntriesByType('resource').map((entry) => entry.name)");
	}

	private static int number(String script) {
		return ((Number) browser.executeScript(script)).intValue();
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ConsoleDatabases.class, ManyRevisions.class })
	static class Strict {

		@Bean
		Filter contentSecurityPolicy() {
			return (request, response, chain) -> {
				((HttpServletResponse) response).setHeader("Content-Security-Policy", "default-src 'self'");
				((HttpServletResponse) response).setHeader("X-Content-Type-Options", "nosniff");
				chain.doFilter(request, response);
			};
		}

	}

}
