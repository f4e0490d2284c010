package io.soundshare.migrations.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.soundshare.migrations.model.ErrorCode;
import io.soundshare.migrations.model.MigrationException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The codes of errors, and the page that lists them; {@code -Dgolden.update=true} writes
 * the page anew.
 */
class ErrorCatalogueTests {

	private static final Path PAGE = Path.of("../docs/errors.md");

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.soundshare.migrations");

	@Test
	void thePageIsWhatTheCodesSay() throws IOException {
		String page = page();
		if (Boolean.getBoolean("golden.update")) {
			Files.writeString(PAGE, page);
		}
		assertThat(PAGE).content().isEqualTo(page);
	}

	@Test
	void codesStayAsTheyAre() {
		assertThat(Arrays.stream(ErrorCode.values()).map((code) -> code + " " + code.name())).containsExactly(
				"SM101 STARTUP_SETTING", "SM102 PENDING", "SM103 AHEAD", "SM104 REHEARSAL_FAILED",
				"SM105 OPERATION_REFUSED", "SM201 INVALID_CHANGELOG", "SM202 CHANGED", "SM203 REVISION_FAILED",
				"SM204 INTERRUPTED", "SM205 REVISION_FILE", "SM206 AUTOGENERATE", "SM301 DATABASE_ACCESS",
				"SM302 LOCK_NOT_ACQUIRED", "SM303 TRANSACTION_REFUSED", "SM401 IRREVERSIBLE", "SM402 DATA_LOSS",
				"SM403 DESTRUCTION_REFUSED", "SM501 BACKUP_FAILED", "SM601 INVALID_TARGET", "SM602 USAGE",
				"SM603 UNKNOWN_DATABASE");
	}

	@Test
	void codesAreUnique() {
		assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::toString)).doesNotHaveDuplicates()
			.allMatch((code) -> code.matches("SM[1-9]\\d{2}"));
	}

	@Test
	void eachErrorHasACodeOfItsOwn() {
		List<JavaClass> errors = CLASSES.stream()
			.filter((type) -> type.isAssignableTo(MigrationException.class)
					&& !type.getModifiers().contains(JavaModifier.ABSTRACT))
			.toList();
		assertThat(errors).hasSizeGreaterThan(18);
		assertThat(errors).allSatisfy((type) -> assertThat(codes(type)).as(type.getSimpleName()).hasSize(1));
		assertThat(errors.stream().flatMap((type) -> codes(type).stream())).doesNotHaveDuplicates();
	}

	@Test
	void eachCodeIsSomebodys() {
		assertThat(CLASSES.stream()
			.filter((type) -> !type.isEquivalentTo(ErrorCode.class))
			.flatMap((type) -> codes(type).stream())).contains(ErrorCode.values());
	}

	private static List<ErrorCode> codes(JavaClass type) {
		return type.getFieldAccessesFromSelf()
			.stream()
			.map(JavaFieldAccess::getTarget)
			.filter((field) -> field.getOwner().isEquivalentTo(ErrorCode.class)
					&& field.getRawType().isEquivalentTo(ErrorCode.class))
			.map((field) -> ErrorCode.valueOf(field.getName()))
			.distinct()
			.toList();
	}

	private static String page() {
		Map<ErrorCode, JavaClass> types = new EnumMap<>(ErrorCode.class);
		CLASSES.stream()
			.filter((type) -> type.isAssignableTo(MigrationException.class)
					&& type.getModifiers().contains(JavaModifier.PUBLIC))
			.forEach((type) -> codes(type).forEach((code) -> types.put(code, type)));
		StringBuilder page = new StringBuilder(
				"""
						# Errors

						Each error has a code that stays the same, whatever becomes of its texts. The command line prints it last
						(`error code: SM601`), an application that cannot start has it at the end of the action, and the JSON documents of
						the command line, of health, of info and of the endpoint have it as `code`. The error itself names the thing that is
						wrong, and knows the way out better than this page.

						In Java it is `MigrationException.code()`.
						""");
		for (ErrorCode code : ErrorCode.values()) {
			page.append("\n## ").append(code).append("\n\n").append(code.meaning());
			page.append("\n\n").append("**The way out:** ").append(ErrorRemedies.of(code)).append('\n');
			JavaClass type = types.get(code);
			if (type != null) {
				page.append("\nIn Java: `").append(type.getName()).append("`\n");
			}
		}
		return page.toString();
	}

}
