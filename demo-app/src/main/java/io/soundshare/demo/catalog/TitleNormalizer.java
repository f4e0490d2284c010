package io.soundshare.demo.catalog;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings titles and search terms into the one form in which they are compared: lower
 * case, no accents.
 */
final class TitleNormalizer {

	private TitleNormalizer() {
	}

	static String normalize(String title) {
		String decomposed = Normalizer.normalize(title.trim(), Normalizer.Form.NFD);
		return decomposed.replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}

}
