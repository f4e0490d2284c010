package io.soundshare.migrations.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.soundshare.migrations");

	@Test
	void autoConfigurationsArePublicAndFinal() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.andShould()
			.haveSimpleNameEndingWith("AutoConfiguration")
			.check(CLASSES);
	}

	@Test
	void autoConfigurationsHaveNoPublicMethods() {
		noMethods().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.check(CLASSES);
	}

	@Test
	void beanMethodsArePackagePrivate() {
		methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate().check(CLASSES);
	}

	@Test
	void conditionsArePackagePrivate() {
		classes().that().areAssignableTo(Condition.class).should().bePackagePrivate().check(CLASSES);
	}

	@Test
	void autoConfigurationsAreInTheImportsFile() {
		classes().that().areAnnotatedWith(AutoConfiguration.class).should(ArchCondition.from(listed())).check(CLASSES);
	}

	@Test
	void nothingElseIsFoundByAComponentScan() {
		noClasses().that(DescribedPredicate.not(listed()))
			.should()
			.beMetaAnnotatedWith(Component.class)
			.orShould()
			.beMetaAnnotatedWith(Configuration.class)
			.check(CLASSES);
	}

	@Test
	void isFreeOfCycles() {
		SlicesRuleDefinition.slices().matching("(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void leavesTheEngineToItselfAndItsFriends() {
		noClasses().that()
			.resideInAPackage("io.soundshare.migrations.boot..")
			.should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.soundshare.migrations.engine..")
				.and(JavaClass.Predicates.resideOutsideOfPackages("io.soundshare.migrations.engine.friend",
						"io.soundshare.migrations.engine.fingerprint")))
			.check(CLASSES);
	}

	@Test
	void settingsAreImmutable() {
		classes().that().areAnnotatedWith(ConfigurationProperties.class).should().beRecords().check(CLASSES);
	}

	@Test
	void wiringKnowsNothingOfActuator() {
		noClasses().that()
			.resideInAPackage("io.soundshare.migrations.boot")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot.actuate..", "org.springframework.boot.health..",
					"io.soundshare.migrations.boot.actuate..")
			.check(CLASSES);
	}

	@Test
	void pagesKnowNothingOfSpring() {
		noClasses().that()
			.resideInAPackage("io.soundshare.migrations.boot.console")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "io.soundshare.migrations.boot.actuate..",
					"io.soundshare.migrations.boot.command..")
			.check(CLASSES);
	}

	private static DescribedPredicate<JavaClass> listed() {
		List<String> listed = imports();
		return DescribedPredicate.describe("listed in the imports file",
				(candidate) -> listed.contains(candidate.getName()));
	}

	private static List<String> imports() {
		try (InputStream file = MigrationsAutoConfiguration.class
			.getResourceAsStream("/META-INF/spring/" + AutoConfiguration.class.getName() + ".imports")) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
