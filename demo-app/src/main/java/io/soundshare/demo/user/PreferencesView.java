package io.soundshare.demo.user;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * The preferences of a user as the API takes and shows them.
 *
 * @param theme which colours
 * @param language which language, as a BCP 47 tag
 * @param autoplay whether the next song follows by itself
 * @param volume how loud, from 0 to 100
 */
record PreferencesView(@NotNull Theme theme, @NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Z]{2})?") String language,
		@NotNull Boolean autoplay, @NotNull @Min(0) @Max(100) Integer volume) {

	static final PreferencesView DEFAULT = new PreferencesView(Theme.SYSTEM, "en", true, 80);

}
