package io.soundshare.migrations.autogenerate.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.soundshare.migrations.autogenerate.database.DefinitionReader;
import io.soundshare.migrations.autogenerate.database.Obstacle;
import io.soundshare.migrations.autogenerate.model.Definition;
import io.soundshare.migrations.autogenerate.model.Definition.Kind;
import io.soundshare.migrations.autogenerate.model.Definition.Section;
import io.soundshare.migrations.autogenerate.model.ObjectName;
import io.soundshare.migrations.sqlite.ddl.IndexDefinition;
import io.soundshare.migrations.sqlite.ddl.Names;
import io.soundshare.migrations.sqlite.ddl.TableDefinition;
import io.soundshare.migrations.sqlite.ddl.Token;
import io.soundshare.migrations.sqlite.ddl.Tokenizer;
import io.soundshare.migrations.sqlite.schema.Dependents;
import io.soundshare.migrations.sqlite.schema.SqliteSchema;
import io.soundshare.migrations.sqlite.schema.StoredObject;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * The statements that made a SQLite database, as it keeps them.
 */
final class SqliteDefinitions implements DefinitionReader {

	@Override
	public List<Definition> read(Connection connection) throws SQLException {
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

	/** SQLite can tell everything. */
	@Override
	public List<Obstacle> obstacles(Connection connection) {
		return List.of();
	}

	private static List<Definition> read(SqliteSchema schema) {
		Map<String, String> types = new HashMap<>();
		schema.query("SELECT name, type FROM pragma_table_list WHERE schema = 'main'",
				(row) -> types.put(Names.fold(row.getString(1)), row.getString(2)));
		Map<String, Set<ObjectName>> uses = uses(schema);
		List<Definition> definitions = new ArrayList<>();
		for (String type : List.of("table", "index", "view", "trigger")) {
			for (StoredObject object : schema.objects(type)) {
				String kept = types.get(Names.fold(object.table()));
				if (object.sql() != null && !"shadow".equals(kept)) {
					Definition definition = definition(object, kept, object.sql(),
							uses.getOrDefault(Names.fold(object.name()), Set.of()));
					if (definition != null) {
						definitions.add(definition);
					}
				}
			}
		}
		return definitions;
	}

	private static Map<String, Set<ObjectName>> uses(SqliteSchema schema) {
		Map<String, Set<ObjectName>> uses = new HashMap<>();
		Stream.concat(schema.objects("table").stream(), schema.objects("view").stream()).forEach((used) -> {
			Dependents dependents = Dependents.of(schema, used.name());
			Stream.concat(dependents.views().stream(), dependents.triggers().stream())
				.forEach((user) -> uses.computeIfAbsent(Names.fold(user.name()), (key) -> new HashSet<>())
					.add(ObjectName.of(used.name())));
		});
		return uses;
	}

	private static @Nullable Definition definition(StoredObject object, @Nullable String type, String sql,
			Set<ObjectName> uses) {
		ObjectName table = ObjectName.of(object.table());
		return switch (object.type()) {
			case "table" -> "virtual".equals(type)
					? of(Kind.VIRTUAL_TABLE, object, null, "DROP TABLE ", words(sql), Section.LAST, Set.of())
					: table(object, TableDefinition.parse(sql));
			case "index" -> of(Kind.INDEX, object, table, "DROP INDEX ", index(object.name(), sql),
					Section.AFTER_TABLES, Set.of(table));
			case "view" -> of(Kind.VIEW, object, null, "DROP VIEW ", words(sql), Section.LAST, uses);
			default -> of(Kind.TRIGGER, object, table, "DROP TRIGGER ", words(sql), Section.LAST,
					Stream.concat(uses.stream(), Stream.of(table)).collect(Collectors.toSet()));
		};
	}

	/**
	 * Tell of a table. What stands for a sequence is told as one. A table has its foreign
	 * keys with it, so that it has to be dropped before others.
	 */
	private static @Nullable Definition table(StoredObject object, TableDefinition table) {
		return SqliteSequence.isOne(table) ? null
				: of(Kind.TABLE, object, null, "DROP TABLE ", SqliteFeatures.of(table), Section.AFTER_TABLES, Set.of());
	}

	private static Definition of(Kind kind, StoredObject object, @Nullable ObjectName table, String drop,
			String canonical, Section section, Set<ObjectName> uses) {
		return new Definition(kind, ObjectName.of(object.name()), table, Objects.requireNonNull(object.sql()),
				drop + Names.quote(object.name()), canonical, section, uses);
	}

	private static String index(String name, String sql) {
		IndexDefinition index = IndexDefinition.parse(name, sql);
		String keys = index.keys()
			.stream()
			.map((key) -> (key.expression() ? words(key.text()) : Names.fold(key.text()))
					+ (key.descending() ? " DESC" : ""))
			.collect(Collectors.joining(", "));
		return (index.unique() ? "UNIQUE " : "") + keys
				+ ((index.where() != null) ? " WHERE " + words(index.where()) : "");
	}

	private static String words(String sql) {
		return Tokenizer.significant(sql).stream().map(Token::text).collect(Collectors.joining(" "));
	}

}
