package io.soundshare.migrations.autogenerate.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.autogenerate.model.Product;

/**
 * PostgreSQL's types of named enums and structures: Hibernate has columns of them, and no
 * change of Liquibase makes one.
 */
public final class NamedTypes {

	private static final Pattern CREATE = Pattern.compile("create\\s+type\\s+(?<name>\\S+)\\s+as\\s+(?<rest>.*)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

	private NamedTypes() {
	}

	/**
	 * Find what is missing.
	 * @param connection the database
	 * @param statements the statements that make all types there are to be
	 * @return what makes the missing ones, and the missing values of others
	 * @throws SQLException if the database cannot be read
	 */
	public static List<Difference> missing(Connection connection, List<String> statements) throws SQLException {
		List<Difference> missing = new ArrayList<>();
		for (String statement : statements) {
			Matcher create = CREATE.matcher(statement.strip());
			if (create.matches()) {
				ObjectName name = name(create.group("name"));
				if (!exists(connection, create.group("name"))) {
					missing.add(new Difference.CreateType(name, statement));
				}
				else if (create.group("rest").toLowerCase(Locale.ROOT).startsWith("enum")) {
					List<String> there = labels(connection, create.group("name"));
					LABEL.matcher(create.group("rest"))
						.results()
						.map((label) -> label.group(1).replace("''", "'"))
						.filter((label) -> !there.contains(label))
						.forEach((label) -> missing.add(new Difference.AddValue(name, label)));
				}
			}
		}
		return missing;
	}

	private static ObjectName name(String written) {
		String[] parts = written.split("\\.(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
		String name = kept(parts[parts.length - 1]);
		return (parts.length > 1) ? new ObjectName(kept(parts[0]), name) : ObjectName.of(name);
	}

	private static String kept(String written) {
		boolean quoted = written.startsWith("\"");
		return Product.POSTGRESQL.keeps(quoted ? written.substring(1, written.length() - 1) : written, quoted);
	}

	private static boolean exists(Connection connection, String name) throws SQLException {
		try (PreparedStatement query = connection.prepareStatement("SELECT to_regtype(?) IS NOT NULL")) {
			query.setString(1, name);
			try (ResultSet row = query.executeQuery()) {
				row.next();
				return row.getBoolean(1);
			}
		}
	}

	private static List<String> labels(Connection connection, String name) throws SQLException {
		List<String> labels = new ArrayList<>();
		try (PreparedStatement query = connection
			.prepareStatement("SELECT enumlabel FROM pg_enum WHERE enumtypid = to_regtype(?) ORDER BY enumsortorder")) {
			query.setString(1, name);
			try (ResultSet rows = query.executeQuery()) {
				while (rows.next()) {
					labels.add(rows.getString(1));
				}
			}
		}
		return labels;
	}

}
