package io.soundshare.migrations.boot.actuate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soundshare.migrations.boot.TestContexts;
import io.soundshare.migrations.boot.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard shows the meters that there are, under the names and with the labels that
 * Prometheus has for them.
 */
class GrafanaDashboardTests {

	private static final Path DASHBOARD = Path.of("../docs/grafana/soundshare-migrations.json");

	private static final Pattern METER = Pattern.compile("soundshare_migrations_\\w+");

	private static final Pattern LABELS = Pattern.compile("by \\(([^)]*)\\)");

	@TempDir
	private Path directory;

	private final Set<String> meters = new TreeSet<>();

	private final Set<String> labels = new TreeSet<>(Set.of("instance"));

	private String dashboard;

	@BeforeEach
	void collectMeters() throws Exception {
		this.dashboard = Files.readString(DASHBOARD);
		TestContexts.runner(TestDatabase.sqlite(this.directory))
			.withConfiguration(AutoConfigurations.of(MigrationsMetricsAutoConfiguration.class,
					BackupMetricsAutoConfiguration.class))
			.run((context) -> {
				MeterRegistry registry = new SimpleMeterRegistry();
				context.getBeanProvider(MeterBinder.class).forEach((binder) -> binder.bindTo(registry));
				registry.getMeters().forEach(this::collect);
			});
	}

	/** As Prometheus names them: times in seconds, and of a timer several. */
	private void collect(Meter meter) {
		Meter.Id id = meter.getId();
		String name = NamingConvention.snakeCase.name(id.getName(), id.getType(), id.getBaseUnit());
		id.getTags().stream().map(Tag::getKey).forEach(this.labels::add);
		if (id.getType() == Meter.Type.TIMER) {
			this.meters.addAll(Set.of(name + "_seconds_count", name + "_seconds_sum", name + "_seconds_max"));
		}
		else {
			this.meters.add((id.getBaseUnit() != null) ? name + "_seconds" : name);
		}
	}

	@Test
	void isJson() {
		Map<String, Object> document = JsonParserFactory.getJsonParser().parseMap(this.dashboard);
		assertThat(document).containsEntry("title", "SoundShare Migrations").containsKey("panels");
	}

	@Test
	void eachMeterItNamesExists() {
		Set<String> named = new TreeSet<>();
		METER.matcher(this.dashboard).results().forEach((match) -> named.add(match.group()));
		assertThat(named).hasSize(8);
		assertThat(this.meters).containsAll(named);
	}

	@Test
	void eachLabelItNamesExists() {
		Matcher matcher = LABELS.matcher(this.dashboard);
		Set<String> named = new TreeSet<>();
		while (matcher.find()) {
			named.addAll(Set.of(matcher.group(1).split(", ")));
		}
		assertThat(named).isNotEmpty();
		assertThat(this.labels).containsAll(named);
	}

}
