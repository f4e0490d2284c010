package io.soundshare.migrations.autogenerate.diff;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.model.DeclaredSql;
import io.soundshare.migrations.autogenerate.model.Product;
import org.jspecify.annotations.Nullable;

/**
 * Rules for what counts as a difference.
 *
 * @param product what is the same to the database
 * @param strict whether what is not stated is not wanted; otherwise it is left alone
 */
record Rules(Product product, boolean strict) {

	/**
	 * Whether a piece need not change. What the database cannot keep is read as nothing.
	 */
	boolean isSettled(@Nullable DeclaredSql current, @Nullable DeclaredSql expected) {
		if (expected == null && !this.strict) {
			return true;
		}
		return read(current).equals(read(expected));
	}

	/** The form in which columns are the same, whatever their order. */
	Set<String> keys(List<String> columns) {
		return columns.stream().map(this.product::key).collect(Collectors.toSet());
	}

	private static String read(@Nullable DeclaredSql sql) {
		return (sql != null) ? sql.canonical() : "";
	}

}
