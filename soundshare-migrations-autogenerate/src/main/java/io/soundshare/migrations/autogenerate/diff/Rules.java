package io.soundshare.migrations.autogenerate.diff;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * What counts as a difference.
 *
 * @param product what is the same to the database
 * @param strict whether what is not stated is not wanted; otherwise it is left alone
 */
record Rules(Product product, boolean strict) {

	/**
	 * Whether a piece need not change. What the database cannot keep is read as nothing.
	 */
	boolean isSettled(@Nullable Spelling current, @Nullable Spelling wanted) {
		if (wanted == null && !this.strict) {
			return true;
		}
		return read(current).equals(read(wanted));
	}

	/** The form in which columns are the same, whatever their order. */
	Set<String> keys(List<String> columns) {
		return columns.stream().map(this.product::key).collect(Collectors.toSet());
	}

	private static String read(@Nullable Spelling spelling) {
		return (spelling != null) ? spelling.read() : "";
	}

}
