package io.soundshare.migrations.engine.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Queries of one column, that leave no transaction behind: its locks would keep the tools
 * of the database out.
 *
 * @param connection where they are asked
 */
record TextQueries(Connection connection) {

	/** The first text there is. */
	@SafeVarargs
	final @Nullable String text(String sql, List<String>... arrays) throws SQLException {
		List<String> texts = texts(sql, arrays);
		return texts.isEmpty() ? null : texts.get(0);
	}

	/** All of them but nulls. */
	@SafeVarargs
	final List<String> texts(String sql, List<String>... arrays) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			for (int i = 0; i < arrays.length; i++) {
				statement.setArray(i + 1, this.connection.createArrayOf("text", arrays[i].toArray()));
			}
			List<String> texts = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					String text = rows.getString(1);
					if (text != null) {
						texts.add(text);
					}
				}
			}
			return texts;
		}
		finally {
			if (!this.connection.getAutoCommit()) {
				this.connection.rollback();
			}
		}
	}

}
