package io.soundshare.migrations.autogenerate.entity;

import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Judgement of Bean Validation on a value, if the application has it. An empty text where
 * {@code @NotBlank} stands could be read, but its row never be saved again.
 */
final class Validated {

	private static final boolean PRESENT = isPresent();

	private Validated() {
	}

	static boolean allows(Attribute attribute, Object value) {
		return !PRESENT || attribute.name().isEmpty() || ByBeans.allows(attribute, value);
	}

	private static boolean isPresent() {
		try {
			Class.forName("jakarta.validation.Validation", false, Validated.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

	/**
	 * Loaded only where its classes are.
	 */
	private static final class ByBeans {

		private static final @Nullable Validator VALIDATOR = validator();

		static boolean allows(Attribute attribute, Object value) {
			try {
				return VALIDATOR == null
						|| VALIDATOR.validateValue(attribute.owner(), attribute.name(), value).isEmpty();
			}
			catch (ValidationException | IllegalArgumentException ex) {
				// It knows no such property, or cannot look at it here.
				return true;
			}
		}

		private static @Nullable Validator validator() {
			try {
				return Validation.buildDefaultValidatorFactory().getValidator();
			}
			catch (ValidationException | LinkageError ex) {
				return null;
			}
		}

	}

}
