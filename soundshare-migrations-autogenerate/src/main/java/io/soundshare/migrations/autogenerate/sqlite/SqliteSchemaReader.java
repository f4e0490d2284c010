package io.soundshare.migrations.autogenerate.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.soundshare.migrations.autogenerate.database.SchemaReader;
import io.soundshare.migrations.autogenerate.model.AutogenerateException;
import io.soundshare.migrations.autogenerate.model.Schema;
import io.soundshare.migrations.autogenerate.model.Sequence;
import io.soundshare.migrations.autogenerate.model.Table;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Wording;
import io.soundshare.migrations.sqlite.ddl.DdlException;
import io.soundshare.migrations.sqlite.ddl.IndexDefinition;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * Reader of the statements that made a SQLite database. A table that stands for a
 * sequence is told as one. Not told of: SQLite's own tables, virtual tables and those
 * they keep their data in.
 */
final class SqliteSchemaReader implements SchemaReader {

	@Override
	public Schema read(Connection connection) throws SQLException {
		try {
			return read(SqliteSchema.of(connection));
		}
		catch (UnexpectedLiquibaseException ex) {
			if (ex.getCause() instanceof SQLException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	private static Schema read(SqliteSchema schema) {
		Set<String> ordinary = new HashSet<>(
				schema.query("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
						(row) -> Names.fold(row.getString(1))));
		Map<String, TableDefinition> definitions = new LinkedHashMap<>();
		for (StoredObject table : schema.objects("table")) {
			if (ordinary.contains(Names.fold(table.name()))) {
				definitions.put(Names.fold(table.name()), parse(table));
			}
		}
		Map<String, List<IndexDefinition>> indexes = indexes(schema);
		List<Table> tables = new ArrayList<>();
		List<Sequence> sequences = new ArrayList<>();
		definitions.forEach((key, definition) -> {
			if (SqliteSequence.isOne(definition)) {
				sequences.add(SqliteSequence.read(definition, schema));
			}
			else {
				tables.add(new SqliteTable(definition, definitions).read(indexes.getOrDefault(key, List.of())));
			}
		});
		return new Schema(tables, sequences);
	}

	private static Map<String, List<IndexDefinition>> indexes(SqliteSchema schema) {
		return schema.objects("index")
			.stream()
			.filter((index) -> index.sql() != null)
			.collect(Collectors.groupingBy((index) -> Names.fold(index.table()), Collectors.mapping(
					(index) -> IndexDefinition.parse(index.name(), String.valueOf(index.sql())), Collectors.toList())));
	}

	private static TableDefinition parse(StoredObject table) {
		try {
			return TableDefinition.parse(String.valueOf(table.sql()));
		}
		catch (DdlException ex) {
			throw new AutogenerateException(
					"Table " + table.name() + " cannot be read from " + table.sql() + ": " + ex.getMessage(),
					Wording.format("Please report this with the statement. Until then leave the table out with %s.",
							Kind.EXCLUDE.of(table.name())),
					ex);
		}
	}

}
