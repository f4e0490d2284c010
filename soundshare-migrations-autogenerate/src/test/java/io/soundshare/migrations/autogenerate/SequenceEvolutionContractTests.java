package io.soundshare.migrations.autogenerate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.entity.MappedEntities;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities that come to allocate more ids at once, or fewer: Hibernate itself goes on
 * with ids of its own after each step, up and down.
 */
abstract class SequenceEvolutionContractTests {

	@TempDir
	Path folder;

	abstract SupportedProduct product();

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 25 })
	void idsGoOnWhenMoreOrFewerAreAllocatedAtOnce(int rows) throws Exception {
		Project project = new Project(this.folder, TestShadows.database(product()), product(),
				TestShadows.of(product()));
		List<Long> ids = new ArrayList<>();
		Class<?> from = ByOne.class;
		change(project, from);
		persist(project, from, rows, ids);
		for (Class<?> to : List.of(ByTen.class, ByOne.class, ByFifty.class, ByTwo.class, ByOne.class)) {
			String file = change(project, to);
			persist(project, to, rows, ids);
			project.downgrade();
			persist(project, from, 12, ids);
			project.upgrade();
			persist(project, to, rows, ids);
			assertThat(ids).as(file).doesNotHaveDuplicates().allMatch((id) -> id > 0).isSorted();
			from = to;
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 25 })
	void idsDoNotBeginBelowTheFirst(int rows) throws Exception {
		Project project = new Project(this.folder, TestShadows.database(product()), product(),
				TestShadows.of(product()));
		List<Long> ids = new ArrayList<>();
		change(project, ByTen.class);
		persist(project, ByTen.class, rows, ids);
		String file = change(project, FromHundred.class);
		persist(project, FromHundred.class, 25, ids);
		assertThat(ids).as(file).doesNotHaveDuplicates().allMatch((id) -> id > 0).isSorted();
		if (rows == 0) {
			assertThat(ids).startsWith(100L, 101L);
		}
		project.downgrade();
		persist(project, ByTen.class, 25, ids);
		project.upgrade();
		persist(project, FromHundred.class, 25, ids);
		assertThat(ids).as(file).doesNotHaveDuplicates().isSorted();
	}

	private static String change(Project project, Class<?> entity) throws Exception {
		Comparison missing = project.check(entities(entity));
		assertThat(missing.isEmpty()).isFalse();
		assertThat(missing.problem()).isNull();
		String file = project.create(missing);
		project.upgrade();
		assertThat(project.check(entities(entity)).text()).as(file).isEmpty();
		return file;
	}

	private static EntityModel entities(Class<?> entity) {
		return (empty) -> TestEntities.boot(empty, entity);
	}

	/** As an application does that starts, works and ends. */
	private static void persist(Project project, Class<?> entity, int rows, List<Long> ids) {
		try (MappedEntities application = TestEntities.boot(project.database(), entity)) {
			application.sessionFactory().inTransaction((session) -> {
				for (int row = 0; row < rows; row++) {
					Object song;
					try {
						song = entity.getDeclaredConstructor().newInstance();
					}
					catch (ReflectiveOperationException ex) {
						throw new IllegalStateException(ex);
					}
					session.persist(song);
					ids.add((Long) application.sessionFactory().getPersistenceUnitUtil().getIdentifier(song));
				}
			});
		}
	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class ByOne {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		@SequenceGenerator(sequenceName = "song_seq", allocationSize = 1)
		Long id;

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class ByTwo {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		@SequenceGenerator(sequenceName = "song_seq", allocationSize = 2)
		Long id;

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class ByTen {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		@SequenceGenerator(sequenceName = "song_seq", allocationSize = 10)
		Long id;

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class ByFifty {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		@SequenceGenerator(sequenceName = "song_seq", allocationSize = 50)
		Long id;

	}

	@Entity(name = "Song")
	@Table(name = "songs")
	static class FromHundred {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		@SequenceGenerator(sequenceName = "song_seq", initialValue = 100, allocationSize = 20)
		Long id;

	}

}
