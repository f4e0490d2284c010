package io.soundshare.migrations.engine.recording.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What stays the same on a connection, read when it is first asked for.
 */
final class Surroundings {

	private final Statements statements;

	private @Nullable Casts casts;

	private @Nullable String user;

	private @Nullable String schema;

	private @Nullable Boolean temporary;

	private final Map<String, Boolean> owners = new HashMap<>();

	Surroundings(Statements statements) {
		this.statements = statements;
	}

	Statements statements() {
		return this.statements;
	}

	Casts casts() throws SQLException {
		if (this.casts == null) {
			this.casts = Casts.read(this.statements);
		}
		return this.casts;
	}

	/** The schema where the connection's own tables are, as it was at first. */
	String schema() throws SQLException {
		if (this.schema == null) {
			this.schema = this.statements.read("SELECT coalesce(current_schema(), 'public')").get(0);
		}
		return this.schema;
	}

	/** The roles that get privileges of whatever is made. */
	List<String> grantees() throws SQLException {
		List<String> grantees = new ArrayList<>();
		try (ResultSet rows = this.statements.prepared("""
				SELECT DISTINCT CASE p.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(p.grantee)) END
				FROM pg_default_acl d, aclexplode(d.defaclacl) p ORDER BY 1""").executeQuery()) {
			while (rows.next()) {
				grantees.add(rows.getString(1));
			}
		}
		return grantees;
	}

	/** Whether the user may do to an object of a role what its owner may. */
	boolean isOwner(String role) throws SQLException {
		if (role.equals(user())) {
			return true;
		}
		Boolean owner = this.owners.get(role);
		if (owner == null) {
			owner = this.statements
				.isTrue("SELECT pg_has_role(" + Names.literal(role.replace("\"", "")) + ", 'USAGE')");
			this.owners.put(role, owner);
		}
		return owner;
	}

	/** Why changes of a table's rows cannot be written down; {@code null} if they can. */
	@Nullable String whyNotWatched(Item table) throws SQLException {
		if (table.is("relkind", "f")) {
			return ", which is on another server";
		}
		if (!isOwner(table.get("role"))) {
			return ", which is of " + table.get("role");
		}
		if (this.temporary == null) {
			this.temporary = this.statements
				.isTrue("""
						SELECT has_database_privilege(current_database(), 'TEMPORARY')
							AND EXISTS (SELECT 1 FROM pg_language WHERE lanname = 'plpgsql' AND has_language_privilege(oid, 'USAGE'))""");
		}
		return this.temporary ? null : ", and may not create temporary tables to write them down";
	}

	/** The user, quoted where that is necessary. */
	String user() throws SQLException {
		if (this.user == null) {
			try (ResultSet row = this.statements.prepared("SELECT quote_ident(current_user)").executeQuery()) {
				row.next();
				this.user = row.getString(1);
			}
		}
		return this.user;
	}

}
