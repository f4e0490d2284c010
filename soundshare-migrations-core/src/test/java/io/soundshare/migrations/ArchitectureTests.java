package io.soundshare.migrations;

import java.lang.reflect.Modifier;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.soundshare.migrations");

	@Test
	void knowsLiquibaseAndTheJdkOnly() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "javax.sql..", "liquibase..", "org.jspecify..", "org.apache.commons..",
					"io.soundshare.migrations")
			.check(CLASSES);
	}

	@Test
	void opensConnectionsInOnePlace() {
		noClasses().that()
			.doNotHaveSimpleName("LiquibaseSession")
			.and()
			.doNotHaveSimpleName("MigrationsBuilder")
			.and()
			.doNotHaveSimpleName("MigrationSettings")
			.and()
			.doNotHaveSimpleName("Migrations")
			.and()
			.doNotHaveSimpleName("DataSourceUrl")
			.and()
			.doNotHaveSimpleName("Secrets")
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("javax.sql.DataSource")
			.check(CLASSES);
	}

	@Test
	void decidesAndDescribesOverValuesOnly() {
		noClasses().that()
			.haveNameMatching(".*\\.(Planner|RevisionFinder|Target|Revisions|Revision|Plan|Step|Documents|"
					+ "MigrationStatus|DatabaseInfo|LockStatus|JournalEntry|RevisionFile|RevisionFileFormat|.*Exception)")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("liquibase..")
			.check(CLASSES);
	}

	@Test
	void showsNothingThatIsNotMeantToBeUsed() {
		assertThat(CLASSES.stream()
			.filter((type) -> Modifier.isPublic(type.reflect().getModifiers()))
			.map(JavaClass::getSimpleName)).containsExactlyInAnyOrder("Migrations", "MigrationsBuilder",
					"LiquibaseWork", "Target", "Plan", "Step", "Action", "Operation", "ProgressListener", "Script",
					"MigrationStatus", "SchemaState", "Revision", "RevisionState", "RevisionDetail", "LockStatus",
					"DatabaseInfo", "Documents", "RevisionFile", "RevisionFileFormat", "RevisionContent",
					"MigrationException", "AutogenerateException", "ChangedRevisionException",
					"DatabaseAccessException", "DatabaseAheadException", "InvalidChangelogException",
					"InvalidTargetException", "IrreversibleRevisionException", "LockNotAcquiredException",
					"PendingRevisionException", "RevisionFailedException", "RevisionFileException",
					"InterruptedRevisionException", "TransactionRefusedException", "JournalEntry", "Outcome",
					"TransactionMode", "Result", "Remark", "Kind", "UndoableColumnRemarksChange",
					"UndoableTableRemarksChange", "DestructiveMode", "DestructionRefusedException", "Secrets",
					"Printable");
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
			.doNotHaveSimpleName("MigrationException")
			.should()
			.haveModifier(JavaModifier.FINAL)
			.check(CLASSES);
	}

}
