package io.soundshare.migrations.sqlite.sqlgenerator;

import org.jspecify.annotations.Nullable;

/**
 * The refusal of procedures, which SQLite has none of, and what to do instead.
 */
public final class Procedures {

	private Procedures() {
	}

	/**
	 * Why a change of a procedure is refused.
	 * @param change the change's name
	 * @param procedure the procedure's name, if it has one
	 * @return the reason and the way out
	 */
	public static String refusal(String change, @Nullable String procedure) {
		return change + ((procedure != null) ? " " + procedure : "")
				+ " is not supported on SQLite, which has no procedures or functions of its own."
				+ " Write what it does as a trigger or in the application, and keep this change to other databases:"
				+ " dbms=\"!sqlite\" on its change set.";
	}

}
