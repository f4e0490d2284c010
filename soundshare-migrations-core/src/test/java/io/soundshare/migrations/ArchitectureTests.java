package io.soundshare.migrations;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The rooms, and which way the arrows between them point.
 */
class ArchitectureTests {

	private static final String ROOT = ArchitectureTests.class.getPackageName();

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void knowsLiquibaseAndTheJdkOnly() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "javax.sql..", "liquibase..", "org.jspecify..", "org.apache.commons..",
					ROOT + "..")
			.check(CLASSES);
	}

	@Test
	void isFreeOfCycles() {
		SlicesRuleDefinition.slices().matching("(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ':',
			textBlock = """
							model             :
					file              : model
					secret            : model
					backup            :
					engine.copy       : model engine.connection engine.mutex
					engine.rehearsal  : model engine.catalog engine.connection engine.copy engine.operation engine.plan engine.product engine.recording engine.session engine.undo
					engine.backup     : model backup engine.catalog engine.copy engine.recording engine.session engine.undo
					change            :
					engine.fingerprint :
					engine.plan       : model
					engine.connection : model
					engine.failure    : model engine.product engine.recording
					engine.redaction  : model secret
					engine.mutex      : model engine.connection
					engine.recording  :
					engine.recording.sqlite   : engine.recording
					engine.recording.postgres : engine.recording
					engine.product    : model engine.connection engine.mutex engine.recording engine.recording.sqlite engine.recording.postgres
					engine.undo       : model engine.connection engine.journal engine.product engine.recording engine.redaction engine.session
					engine.session    : model secret backup engine.fingerprint engine.copy engine.connection engine.failure engine.product engine.redaction
					engine.lock       : model engine.connection engine.failure engine.mutex engine.product engine.session
					engine.journal    : model engine.connection engine.redaction engine.session
					engine.catalog    : model engine.failure engine.journal engine.plan engine.product engine.recording engine.redaction engine.session engine.undo
					engine.run        : model engine.catalog engine.connection engine.failure engine.journal engine.lock engine.plan engine.product engine.recording engine.redaction engine.session engine.undo
					engine.script     : model engine.catalog engine.connection engine.plan engine.product engine.run engine.session
					engine.operation  : model engine.fingerprint engine.connection engine.backup engine.copy engine.undo engine.recording engine.catalog engine.journal engine.lock engine.plan engine.product engine.redaction engine.run engine.script engine.session
					""")
	void pointsItsArrowsOneWay(String room, String others) {
		List<String> allowed = (others != null) ? List.of(others.split(" ")) : List.of();
		noClasses().that()
			.resideInAPackage(ROOT + "." + room)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(CLASSES.stream()
				.map((type) -> type.getPackageName())
				.filter((name) -> name.startsWith(ROOT) && !name.equals(ROOT + "." + room)
						&& !allowed.contains(name.substring(Math.min(name.length(), ROOT.length() + 1))))
				.distinct()
				.toArray(String[]::new))
			.check(CLASSES);
	}

	@Test
	void asksInOneRoomWhichProductItIs() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".engine.product")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("liquibase.database.core")
			.check(CLASSES);
	}

	@Test
	void saysWhatThereIsToSayInPlainJava() {
		classes().that()
			.resideInAPackage(ROOT + ".model")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", ROOT + ".model")
			.check(CLASSES);
	}

	@Test
	void decidesWithoutADatabase() {
		noClasses().that()
			.resideInAnyPackage(ROOT + ".file", ROOT + ".engine.plan")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("liquibase..", "java.sql..", "javax.sql..")
			.check(CLASSES);
	}

	@Test
	void opensConnectionsInOneRoom() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT, ROOT + ".secret", ROOT + ".engine.session", ROOT + ".engine.friend")
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("javax.sql.DataSource")
			.check(CLASSES);
	}

	@Test
	void letsFriendsAloneThroughTheDoor() {
		classes().that()
			.areAssignableTo(Migrations.Passage.class)
			.should()
			.resideInAnyPackage(ROOT, ROOT + ".engine.friend")
			.check(CLASSES);
	}

	@Test
	void letsNobodyExtendItsClasses() {
		classes().that()
			.arePublic()
			.and()
			.areNotInterfaces()
			.and()
			.areNotEnums()
			.and()
			.doNotHaveModifier(JavaModifier.ABSTRACT)
			.should()
			.haveModifier(JavaModifier.FINAL)
			.check(CLASSES);
	}

}
