package io.soundshare.migrations.autogenerate;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.database.SupportedProduct;
import io.soundshare.migrations.autogenerate.entity.EntityModel;
import io.soundshare.migrations.autogenerate.entity.MappedEntities;
import io.soundshare.migrations.autogenerate.model.Schema;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Entities whose key comes to be another one: natural, shared, composite, numbered.
 */
abstract class KeyEvolutionContractTests {

	private static final List<Class<?>> NATURAL = List.of(Natural.class);

	private static final List<Class<?>> ASSIGNED = List.of(Assigned.class);

	private static final List<Class<?>> NUMBERED = List.of(Numbered.class);

	private static final List<Class<?>> COMPOSITE = List.of(Composite.class);

	private static final List<Class<?>> RENUMBERED = List.of(Renumbered.class);

	private static final List<Class<?>> TEXT_ID = List.of(TextId.class);

	private static final List<Class<?>> NATURAL_PARENT = List.of(NaturalParent.Artist.class, NaturalParent.Song.class);

	private static final List<Class<?>> NUMBERED_PARENT = List.of(NumberedParent.Artist.class,
			NumberedParent.Song.class);

	private static final List<Class<?>> SHARED = List.of(Shared.Artist.class, Shared.Page.class);

	private static final List<Class<?>> OWN = List.of(Own.Artist.class, Own.Page.class);

	@TempDir
	Path folder;

	abstract SupportedProduct product();

	static Stream<Arguments> pairs() {
		return Stream
			.of(List.of(NATURAL, NUMBERED), List.of(NATURAL, ASSIGNED), List.of(ASSIGNED, NUMBERED),
					List.of(COMPOSITE, NUMBERED), List.of(COMPOSITE, NATURAL), List.of(NUMBERED, RENUMBERED),
					List.of(TEXT_ID, NUMBERED), List.of(NATURAL_PARENT, NUMBERED_PARENT), List.of(SHARED, OWN))
			.flatMap(
					(pair) -> Stream.of(Arguments.of(pair.get(0), pair.get(1)), Arguments.of(pair.get(1), pair.get(0))))
			.filter((pair) -> !List.of(pair.get()).equals(List.of(NUMBERED, ASSIGNED)));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void theKeyBecomesAnotherOneAndIsBroughtBack(List<Class<?>> from, List<Class<?>> to) throws Exception {
		Project project = new Project(this.folder, TestShadows.database(product()), product(),
				TestShadows.of(product()));
		follow(project, from);
		Schema before = project.schema();
		String file = follow(project, to);
		project.downgrade();
		assertThat(project.lost(before, file)).as(file).isEmpty();
		project.upgrade();
		assertThat(project.check(entities(to)).text()).as(file).isEmpty();
		follow(project, from);
	}

	@ParameterizedTest
	@MethodSource("withRows")
	void rowsAreNumbered(List<Class<?>> from, List<Class<?>> to) throws Exception {
		Project project = new Project(this.folder, TestShadows.database(product()), product(),
				TestShadows.of(product()));
		follow(project, from);
		persists(project, from);
		String file = follow(project, to);
		persists(project, to);
		assertThatNoException().as(file).isThrownBy(project::downgrade);
		project.upgrade();
		persists(project, to);
	}

	@Test
	void saysThatRowsAreNumberedAnewWhenItIsUndone() throws Exception {
		Project project = new Project(this.folder, TestShadows.database(product()), product(),
				TestShadows.of(product()));
		follow(project, NUMBERED);
		persists(project, NUMBERED);
		Comparison missing = project.check(entities(NATURAL));
		assertThat(missing.text()).contains("Undone, the rows of ", " are numbered anew in ")
			.doesNotContain("cannot be undone while");
		assertThat(missing.warnings()).isEmpty();
		project.create(missing);
		project.upgrade();
		assertThatNoException().isThrownBy(project::downgrade);
	}

	static Stream<Arguments> withRows() {
		return Stream.of(Arguments.of(NATURAL, NUMBERED), Arguments.of(ASSIGNED, NUMBERED),
				Arguments.of(NATURAL_PARENT, NUMBERED_PARENT), Arguments.of(SHARED, OWN),
				Arguments.of(COMPOSITE, NUMBERED));
	}

	private static String follow(Project project, List<Class<?>> classes) throws Exception {
		Comparison missing = project.check(entities(classes));
		if (missing.isEmpty()) {
			// A key of SQLite that numbers its rows takes given numbers too.
			assertThat(classes).isEqualTo(ASSIGNED);
			return "";
		}
		String file = project.create(missing);
		assertThat(missing.problem()).as(file).isNull();
		project.upgrade();
		assertThat(project.check(entities(classes)).text()).as(file).isEmpty();
		return file;
	}

	private static EntityModel entities(List<Class<?>> classes) {
		return (empty) -> TestEntities.boot(empty, classes.toArray(Class<?>[]::new));
	}

	/** One of the first class, with a key nobody has. */
	private static void persists(Project project, List<Class<?>> classes) throws Exception {
		try (MappedEntities application = TestEntities.boot(project.database(), classes.toArray(Class<?>[]::new))) {
			Object entity = classes.get(0).getDeclaredConstructor().newInstance();
			application.sessionFactory().inTransaction((session) -> session.persist(entity));
			assertThat(application.sessionFactory().getPersistenceUnitUtil().getIdentifier(entity)).isNotNull();
		}
	}

	@Entity(name = "Artist")
	@Table(name = "artists")
	static class Natural {

		@Id
		String code = "code" + System.nanoTime();

		String name = "name";

	}

	@Entity(name = "Artist")
	@Table(name = "artists")
	static class Assigned {

		@Id
		Long id = System.nanoTime();

		String code = "code" + System.nanoTime();

		String name = "name";

	}

	@Entity(name = "Artist")
	@Table(name = "artists")
	static class Numbered {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		String code = "code" + System.nanoTime();

		String name = "name";

	}

	@Entity(name = "Artist")
	@Table(name = "artists")
	static class Renumbered {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long number;

		String code = "code" + System.nanoTime();

		String name = "name";

	}

	@Entity(name = "Artist")
	@Table(name = "artists")
	static class TextId {

		@Id
		String id = "id" + System.nanoTime();

		String code = "code" + System.nanoTime();

		String name = "name";

	}

	@Entity(name = "Artist")
	@Table(name = "artists")
	@IdClass(Composite.Key.class)
	static class Composite {

		@Id
		String code = "code" + System.nanoTime();

		@Id
		String name = "name";

		record Key(String code, String name) {

		}

	}

	static class NaturalParent {

		@Entity(name = "Artist")
		@Table(name = "artists")
		static class Artist {

			@Id
			String code = "code" + System.nanoTime();

			@ElementCollection
			Set<String> names;

		}

		@Entity(name = "Song")
		@Table(name = "songs")
		static class Song {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			Long id;

			@ManyToOne
			Artist artist;

		}

	}

	static class NumberedParent {

		@Entity(name = "Artist")
		@Table(name = "artists")
		static class Artist {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			Long id;

			String code = "code" + System.nanoTime();

			@ElementCollection
			Set<String> names;

		}

		@Entity(name = "Song")
		@Table(name = "songs")
		static class Song {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			Long id;

			@ManyToOne
			Artist artist;

		}

	}

	static class Shared {

		@Entity(name = "Artist")
		@Table(name = "artists")
		static class Artist {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			Long id;

		}

		@Entity(name = "Page")
		@Table(name = "pages")
		static class Page {

			@Id
			Long id;

			@MapsId
			@OneToOne
			Artist artist;

			String text;

		}

	}

	static class Own {

		@Entity(name = "Artist")
		@Table(name = "artists")
		static class Artist {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			Long id;

		}

		@Entity(name = "Page")
		@Table(name = "pages")
		static class Page {

			@Id
			@GeneratedValue(strategy = GenerationType.IDENTITY)
			Long id;

			@OneToOne
			Artist artist;

			String text;

		}

	}

}
