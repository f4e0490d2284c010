package io.soundshare.migrations.autogenerate;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Directions in which the arrows point.
 */
class ArchitectureTests {

	private static final String ROOT = ArchitectureTests.class.getPackageName();

	private static final String SQLITE = ROOT + ".sqlite";

	private static final String POSTGRES = ROOT + ".postgres";

	/** The module that makes Liquibase fit for SQLite. */
	private static final String MODULE = "io.soundshare.migrations.sqlite..";

	/** Its lexer, which others may use. */
	private static final String MODULE_DDL = "io.soundshare.migrations.sqlite.ddl";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void knowsNothingOfSpring() {
		noClasses().should().dependOnClassesThat().resideInAnyPackage("org.springframework..").check(CLASSES);
	}

	@Test
	void comparesValuesWithoutADatabase() {
		noClasses().that()
			.resideInAnyPackage(ROOT + ".model", ROOT + ".diff")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.sql..", "javax.sql..", "liquibase..", "org.hibernate..")
			.check(CLASSES);
	}

	@Test
	void isFreeOfCycles() {
		SlicesRuleDefinition.slices().matching("(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void leavesTheEngineToItselfAndItsFriend() {
		noClasses().should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.soundshare.migrations.engine..")
				.and(JavaClass.Predicates.resideOutsideOfPackage("io.soundshare.migrations.engine.friend")))
			.check(CLASSES);
	}

	@Test
	void usesOfTheSqliteModuleWhatIsApi() {
		String sqlite = "io.soundshare.migrations.sqlite";
		noClasses().should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAPackage(sqlite + "..")
				.and(JavaClass.Predicates.resideOutsideOfPackages(sqlite, sqlite + ".ddl", sqlite + ".schema",
						sqlite + ".value")))
			.check(CLASSES);
	}

	/**
	 * A new product is a package with its strategy and a line where products are
	 * registered, which is in the root.
	 */
	@Test
	void namesAProductInItsOwnRoomAndWhereItIsRegistered() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT, SQLITE, POSTGRES)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(SQLITE, POSTGRES, "liquibase.database.core..")
			.check(CLASSES);
		noClasses().that()
			.resideInAPackage(SQLITE)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(POSTGRES)
			.check(CLASSES);
		classes().that()
			.resideOutsideOfPackage(SQLITE)
			.should()
			.onlyDependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackage(MODULE)
				.or(JavaClass.Predicates.resideInAPackage(MODULE_DDL)))
			.check(CLASSES);
	}

	@Test
	void asksHibernateInOneRoomOnly() {
		classes().that()
			.resideOutsideOfPackage(ROOT + ".entity")
			.should()
			.onlyDependOnClassesThat()
			.resideOutsideOfPackage("org.hibernate..")
			.check(CLASSES);
	}

}
