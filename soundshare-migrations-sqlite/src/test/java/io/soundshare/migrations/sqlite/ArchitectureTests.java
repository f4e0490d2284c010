package io.soundshare.migrations.sqlite;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

class ArchitectureTests {

	private static final String ROOT = "io.soundshare.migrations.sqlite";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void knowsLiquibaseAndJdbcOnly() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "javax.sql..", "liquibase..", "org.jspecify..", ROOT + "..")
			.check(CLASSES);
	}

	@Test
	void readsAndEditsTextWithoutADatabase() {
		classes().that()
			.resideInAPackage(ROOT + ".ddl")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java.lang..", "java.util..", "org.jspecify..", ROOT + ".ddl")
			.check(CLASSES);
	}

	@Test
	void plansChangesWithoutRunningThem() {
		classes().that()
			.resideInAPackage(ROOT + ".alter")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java.lang..", "java.util..", "java.sql", "liquibase.exception..",
					"liquibase.statement..", "org.jspecify..", ROOT + ".alter", ROOT + ".schema", ROOT + ".ddl")
			.check(CLASSES);
	}

	@Test
	void isFreeOfCycles() {
		SlicesRuleDefinition.slices().matching("(**)").should().beFreeOfCycles().check(CLASSES);
	}

}
