package io.soundshare.migrations.sqlite.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.schema.SchemaProbe;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;
import liquibase.Scope;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;

/**
 * Views that are broken already, in the way of a rename. SQLite makes a rename in all
 * views at once, and fails if it cannot read one, whatever that one is about; so those
 * are set aside, and put back as they were.
 */
public final class BrokenViews {

	private BrokenViews() {
	}

	/** The statements of a rename, with what they need around them. */
	public static Sql[] setAside(Sql[] rename, SqliteSchema schema) {
		List<StoredObject> broken = new SchemaProbe(schema).brokenViews();
		List<Sql> sql = new ArrayList<>();
		broken.forEach((view) -> sql.add(new UnparsedSql("DROP VIEW main." + Names.quote(view.name()))));
		// With it nothing else would follow.
		boolean legacy = schema.pragma("legacy_alter_table") != 0;
		if (legacy) {
			sql.add(new UnparsedSql("PRAGMA legacy_alter_table = OFF"));
		}
		sql.addAll(List.of(rename));
		if (legacy) {
			sql.add(new UnparsedSql("PRAGMA legacy_alter_table = ON"));
		}
		for (StoredObject view : broken) {
			Scope.getCurrentScope()
				.getLog(BrokenViews.class)
				.warning("View " + view.name() + " does not work, and stays as it is, with the names it has.");
			Stream.concat(Stream.of(view), schema.objectsOf("trigger", view.name()).stream())
				.map((object) -> new UnparsedSql(Objects.requireNonNull(object.sql())))
				.forEach(sql::add);
		}
		return sql.toArray(Sql[]::new);
	}

}
