package io.soundshare.migrations.autogenerate;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

import io.soundshare.migrations.autogenerate.entity.MappedEntities;
import io.soundshare.migrations.autogenerate.sqlite.SupportedSqlite;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Hibernate's own validation, {@code ddl-auto=validate}, takes what was created for it.
 */
@Tag("slow")
class SqliteValidationTests {

	@TempDir
	Path folder;

	private Project project;

	@BeforeEach
	void project() throws Exception {
		this.project = new Project(this.folder, database(SQLiteConfig.DateClass.INTEGER), SupportedSqlite.INSTANCE,
				TestShadows.of(SupportedSqlite.INSTANCE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "INTEGER", "TEXT" })
	void hibernateValidatesWhatWasCreatedAndReadsWhatItWrote(String dateClass) throws Exception {
		createAndUpgrade(Visit.class);
		Visit written = new Visit();
		try (MappedEntities entities = validated(Visit.class, SQLiteConfig.DateClass.valueOf(dateClass))) {
			entities.sessionFactory().inTransaction((session) -> session.persist(written));
			entities.sessionFactory()
				.inTransaction((session) -> assertThat(session.find(Visit.class, written.id)).usingRecursiveComparison()
					.isEqualTo(written));
		}
	}

	@Test
	void textThatStockLiquibaseMadeOfTimesIsNoDriftButNotValid() throws Exception {
		createAndUpgrade(Visit.class);
		try (Connection connection = this.project.database().getConnection();
				Statement statement = connection.createStatement()) {
			String table = table(statement);
			statement.execute("DROP TABLE visit");
			statement.execute(table.replaceAll("TIMESTAMP(?:\\(\\d\\))?", "TEXT"));
			assertThat(table(statement)).doesNotContain("TIMESTAMP");
		}
		assertThat(this.project.drift().text()).isEmpty();
		assertThatExceptionOfType(SchemaManagementException.class)
			.isThrownBy(() -> validated(Visit.class, SQLiteConfig.DateClass.TEXT))
			.withMessageContaining("found [text");
	}

	/** The driver says FLOAT of DECIMAL, and VARCHAR of any name it does not know. */
	@ParameterizedTest
	@ValueSource(classes = { Money.class, Note.class, Numbered.class })
	void hibernateDoesNotValidateTheseWithoutAColumnDefinition(Class<?> entity) throws Exception {
		createAndUpgrade(entity);
		assertThatExceptionOfType(SchemaManagementException.class)
			.isThrownBy(() -> validated(entity, SQLiteConfig.DateClass.TEXT))
			.withMessageContaining("wrong column type");
	}

	private void createAndUpgrade(Class<?> entity) throws Exception {
		this.project.create(this.project.check((empty) -> TestEntities.boot(empty, entity)));
		this.project.upgrade();
	}

	private MappedEntities validated(Class<?> entity, SQLiteConfig.DateClass dateClass) {
		return TestEntities.boot(database(dateClass), Map.of(SchemaToolingSettings.HBM2DDL_AUTO, "validate"), entity);
	}

	private SQLiteDataSource database(SQLiteConfig.DateClass dateClass) {
		SQLiteConfig config = new SQLiteConfig();
		config.setDateClass(dateClass.getValue());
		SQLiteDataSource database = new SQLiteDataSource(config);
		database.setUrl("jdbc:sqlite:" + this.folder.resolve("test.db"));
		return database;
	}

	private static String table(Statement statement) throws SQLException {
		try (ResultSet row = statement.executeQuery("SELECT sql FROM sqlite_master WHERE name = 'visit'")) {
			return row.getString(1);
		}
	}

	@Entity(name = "Visit")
	static class Visit {

		@Id
		long id = 1;

		Instant instant = Instant.parse("2026-07-25T12:34:56.789Z");

		LocalDateTime localDateTime = LocalDateTime.parse("2026-07-25T12:34:56.789");

		OffsetDateTime offsetDateTime = OffsetDateTime.parse("2026-07-25T12:34:56.789Z");

		LocalDate localDate = LocalDate.parse("2026-07-25");

		LocalTime localTime = LocalTime.parse("12:34:56");

		UUID uuid = UUID.fromString("01234567-89ab-4cde-8f01-23456789abcd");

		boolean flag = true;

		Boolean known = false;

		@Column(columnDefinition = "decimal(12,2)")
		BigDecimal price = new BigDecimal("12.5");

		@Enumerated(EnumType.STRING)
		DayOfWeek day = DayOfWeek.MONDAY;

		@Enumerated(EnumType.ORDINAL)
		DayOfWeek ordinal = DayOfWeek.SUNDAY;

		byte[] bytes = { 1, 2 };

		double number = 1.5;

		String text = "it's";

		@Lob
		@Column(columnDefinition = "text")
		String large = "large";

	}

	@Entity(name = "Money")
	static class Money {

		@Id
		long id;

		BigDecimal amount;

	}

	@Entity(name = "Note")
	static class Note {

		@Id
		long id;

		@Lob
		String text;

	}

	@Entity(name = "Numbered")
	static class Numbered {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		long id;

	}

}
