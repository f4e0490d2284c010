package io.soundshare.migrations.sqlite.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.soundshare.migrations.sqlite.ddl.DdlException;
import io.soundshare.migrations.sqlite.ddl.IndexDefinition;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import io.soundshare.migrations.sqlite.schema.SchemaSource;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.snapshot.DatabaseSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one snapshot: {@code sqlite_master} once, and each table once, when it
 * is asked for.
 */
final class SchemaReading {

	private static final String SCRATCH_KEY = SchemaReading.class.getName();

	private final SqliteSchema schema;

	private final Map<String, StoredObject> relations = new LinkedHashMap<>();

	private final Map<String, StoredObject> indexes = new LinkedHashMap<>();

	private final Map<String, TableReading> tables = new HashMap<>();

	private SchemaReading(SqliteSchema schema) {
		this.schema = schema;
		Set<String> madeByVirtualTables = schema.madeByVirtualTables();
		for (StoredObject object : schema.objects()) {
			if (madeByVirtualTables.contains(object.name())) {
				continue;
			}
			switch (object.type()) {
				case "table", "view" -> this.relations.put(Names.fold(object.name()), object);
				case "index" -> this.indexes.put(Names.fold(object.name()), object);
				default -> {
				}
			}
		}
	}

	static SchemaReading of(DatabaseSnapshot snapshot) {
		SchemaReading reading = (SchemaReading) snapshot.getScratchData(SCRATCH_KEY);
		if (reading == null) {
			reading = new SchemaReading(schema(snapshot.getDatabase()));
			snapshot.setScratchData(SCRATCH_KEY, reading);
		}
		return reading;
	}

	List<String> names(String type) {
		return this.relations.values()
			.stream()
			.filter((object) -> object.type().equals(type))
			.map(StoredObject::name)
			.toList();
	}

	/** The text that made a view. */
	Optional<StoredObject> view(@Nullable String name) {
		return relation(name).filter((object) -> object.type().equals("view"));
	}

	Optional<TableReading> table(@Nullable String name) {
		return relation(name).filter((object) -> object.type().equals("table")).map(this::read);
	}

	/** A table or a view. */
	Optional<TableReading> tableOrView(@Nullable String name) {
		return relation(name).map(this::read);
	}

	/** The tables to search: the one named, or all. */
	List<TableReading> tables(@Nullable String name) {
		return (name != null) ? table(name).stream().toList()
				: names("table").stream().flatMap((each) -> table(each).stream()).toList();
	}

	/** The table an index is on. */
	Optional<TableReading> tableOfIndex(String index) {
		return Optional.ofNullable(this.indexes.get(Names.fold(index))).flatMap((object) -> table(object.table()));
	}

	private Optional<StoredObject> relation(@Nullable String name) {
		return Optional.ofNullable((name != null) ? this.relations.get(Names.fold(name)) : null);
	}

	private TableReading read(StoredObject object) {
		return this.tables.computeIfAbsent(Names.fold(object.name()),
				(key) -> new TableReading(object.name(), definition(object), columns(object), indexes(object)));
	}

	private static @Nullable TableDefinition definition(StoredObject object) {
		if (!object.type().equals("table") || object.sql() == null) {
			return null;
		}
		try {
			return TableDefinition.parse(object.sql());
		}
		catch (DdlException ex) {
			// A virtual table: its columns are all it has.
			Scope.getCurrentScope()
				.getLog(SchemaReading.class)
				.fine("The constraints of " + object.name() + " are not read: " + ex.getMessage());
			return null;
		}
	}

	private List<ColumnReading> columns(StoredObject object) {
		try {
			return this.schema.query(
					"SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?, 'main') ORDER BY cid",
					(row) -> new ColumnReading(row.getString(1), Optional.ofNullable(row.getString(2)).orElse(""),
							row.getBoolean(3), row.getString(4), row.getInt(5), row.getInt(6)),
					object.name());
		}
		catch (UnexpectedLiquibaseException ex) {
			if (object.type().equals("view")) {
				Scope.getCurrentScope()
					.getLog(SchemaReading.class)
					.warning("The columns of view " + object.name() + " cannot be read: " + ex.getMessage());
				return List.of();
			}
			throw ex;
		}
	}

	private List<IndexDefinition> indexes(StoredObject table) {
		List<IndexDefinition> indexes = new ArrayList<>();
		this.schema
			.query("SELECT name FROM pragma_index_list(?, 'main') WHERE origin = 'c' ORDER BY seq DESC",
					(row) -> row.getString(1), table.name())
			.forEach((index) -> {
				StoredObject stored = this.indexes.get(Names.fold(index));
				if (stored != null && stored.sql() != null) {
					indexes.add(IndexDefinition.parse(stored.name(), stored.sql()));
				}
			});
		return indexes;
	}

	private static SqliteSchema schema(Database database) {
		if (database instanceof SchemaSource source) {
			return source.schema();
		}
		return SqliteSchema.of(((JdbcConnection) database.getConnection()).getUnderlyingConnection());
	}

}
