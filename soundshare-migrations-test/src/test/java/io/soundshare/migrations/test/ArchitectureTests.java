package io.soundshare.migrations.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Directions in which the arrows point.
 */
class ArchitectureTests {

	private static final String ROOT = ArchitectureTests.class.getPackageName();

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

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
	void knowsSpringOnlyWhereTheApplicationUsesIt() {
		noClasses().that()
			.doNotHaveSimpleName("MigrationTests")
			.and()
			.doNotHaveSimpleName("MigrationSlice")
			.and()
			.doNotHaveSimpleName("MigrationSliceBootstrapper")
			.and()
			.doNotHaveSimpleName("NoComponents")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "io.soundshare.migrations.boot..")
			.check(CLASSES);
	}

}
