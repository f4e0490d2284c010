package io.soundshare.migrations.sqlite;

import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.soundshare.migrations.sqlite.alter.AlterTableStatement;
import io.soundshare.migrations.sqlite.change.SqliteCreateTableChange;
import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.database.core.SQLiteDatabase;
import liquibase.datatype.DataTypeFactory;
import liquibase.datatype.DataTypeInfo;
import liquibase.datatype.LiquibaseDataType;
import liquibase.diff.compare.DatabaseObjectComparator;
import liquibase.diff.output.changelog.ChangeGenerator;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.serializer.core.string.StringChangeLogSerializer;
import liquibase.snapshot.SnapshotGenerator;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGenerator;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;
import liquibase.structure.DatabaseObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * For each class that this extension registers: on every other database that Liquibase
 * knows, Liquibase's own is what runs.
 */
@Tag("portability")
class OtherDatabasesTests {

	private static final String CHANGELOG = "change/everything.yaml";

	/** Made once: they are many. */
	private static final Map<String, List<Change>> CHANGES = new HashMap<>();

	private static final Map<String, List<SqlStatement>> STATEMENTS = new HashMap<>();

	@ParameterizedTest
	@MethodSource("registered")
	void takesNoPartElsewhere(Class<?> registered) throws Exception {
		Object ours = registered.getDeclaredConstructor().newInstance();
		for (Database database : others().toList()) {
			if (ours instanceof Change change) {
				boolean stock = stock(change).supports(database);
				assertThat(change.supports(database)).as("%s as a candidate", database).isNotEqualTo(stock);
				assertThat(changes(database).stream().<Class<?>>map(Object::getClass))
					.contains(stock ? registered.getSuperclass() : registered)
					.doesNotContain(stock ? registered : registered.getSuperclass());
			}
			else if (ours instanceof SqlGenerator) {
				assertThat(statements(database).stream().flatMap((statement) -> generators(statement, database)))
					.as("generators on %s", database)
					.doesNotHaveAnyElementsOfTypes(registered);
			}
			else if (ours instanceof LiquibaseDataType) {
				names(registered)
					.forEach((name) -> assertThat(DataTypeFactory.getInstance().fromDescription(name, database))
						.as("%s on %s", name, database)
						.isNotInstanceOf(registered));
			}
			else if (ours instanceof SnapshotGenerator generator) {
				objects().forEach((type) -> assertThat(generator.getPriority(type, database)).isNotPositive());
			}
			else if (ours instanceof ChangeGenerator generator) {
				objects().forEach((type) -> assertThat(generator.getPriority(type, database)).isNotPositive());
			}
			else if (ours instanceof DatabaseObjectComparator comparator) {
				objects().forEach((type) -> assertThat(comparator.getPriority(type, database)).isNotPositive());
			}
			else {
				assertThat(registered).isEqualTo(SqliteDatabase.class);
				assertThat(found(database)).hasSameClassAs(database);
			}
		}
	}

	/** As a program does that parses first and connects later. */
	@ParameterizedTest
	@MethodSource("mostUsed")
	void doesWhatLiquibaseDoesWhereItWasMadeBeforeTheDatabaseWasKnown(Database database) throws Exception {
		// Read twice, since loadData notes in its columns what it has found in the file.
		List<Change> ours = read(null);
		List<Change> again = read(null);
		assertThat(ours.stream().map(Object::getClass)).containsAll(registered().filter(Change.class::isAssignableFrom)
			.<Class<? extends Change>>map((type) -> type.asSubclass(Change.class))
			.toList());
		for (int i = 0; i < ours.size(); i++) {
			Change change = ours.get(i);
			if (change.getClass().getPackage() == SqliteCreateTableChange.class.getPackage()) {
				Map<String, Object> expected = facts(stock(again.get(i)), database);
				facts(change, database)
					.forEach((fact, value) -> assertThat(value).as("%s of %s", fact, change.getClass().getSimpleName())
						.isEqualTo(expected.get(fact)));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("registered")
	void isTriedWithWhatItIsFor(Class<?> registered) throws Exception {
		if (SqlGenerator.class.isAssignableFrom(registered)) {
			Class<?> statement = (registered.getGenericSuperclass() instanceof ParameterizedType type)
					? (Class<?>) type.getActualTypeArguments()[0] : SqlStatement.class;
			assertThat(statements(new SqliteDatabase())).hasAtLeastOneElementOfType(statement);
			assertThat(statements(others().findFirst().orElseThrow())).hasAtLeastOneElementOfType(statement);
		}
		else if (Change.class.isAssignableFrom(registered)) {
			assertThat(changes(new SqliteDatabase())).hasAtLeastOneElementOfType(registered);
		}
	}

	private static Map<String, Object> facts(Change change, Database database) throws Exception {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("name", change.getSerializedObjectName());
		facts.put("text", new StringChangeLogSerializer().serialize(change, true));
		for (ChecksumVersion version : List.of(ChecksumVersion.V8, ChecksumVersion.V9)) {
			facts.put("checksum " + version, Scope.child(Map.of(Scope.Attr.checksumVersion.name(), version),
					() -> change.generateCheckSum().toString()));
		}
		facts.put("supports", outcome(() -> change.supports(database)));
		facts.put("supportsRollback", outcome(() -> change.supportsRollback(database)));
		facts.put("volatile", outcome(() -> change.generateStatementsVolatile(database)));
		facts.put("rollback volatile", outcome(() -> change.generateRollbackStatementsVolatile(database)));
		facts.put("errors", outcome(() -> change.validate(database).getErrorMessages()));
		facts.put("validation warnings", outcome(() -> change.validate(database).getWarningMessages()));
		facts.put("warnings", outcome(() -> change.warn(database).getMessages()));
		facts.put("statements", outcome(() -> types(change.generateStatements(database))));
		facts.put("sql", outcome(() -> sql(change.generateStatements(database), database)));
		facts.put("rollback", outcome(() -> sql(change.generateRollbackStatements(database), database)));
		facts.put("affected", outcome(() -> new TreeSet<>(names(change.getAffectedDatabaseObjects(database)))));
		facts.put("message", outcome(change::getConfirmationMessage));
		return facts;
	}

	private static Change stock(Change ours) throws ReflectiveOperationException {
		Change stock = (Change) ours.getClass().getSuperclass().getDeclaredConstructor().newInstance();
		Scope.getCurrentScope()
			.getSingleton(ChangeFactory.class)
			.getChangeMetaData(ours)
			.getParameters()
			.values()
			.stream()
			.filter((parameter) -> parameter.getCurrentValue(ours) != null)
			.forEach((parameter) -> parameter.setValue(stock, parameter.getCurrentValue(ours)));
		stock.setChangeSet(ours.getChangeSet());
		return stock;
	}

	private static List<String> names(Set<DatabaseObject> objects) {
		return objects.stream().map(String::valueOf).toList();
	}

	private static Object outcome(Callable<?> question) {
		try {
			return question.call();
		}
		catch (Exception ex) {
			return ex.getClass();
		}
	}

	private static List<Class<?>> types(SqlStatement[] statements) {
		return Arrays.stream(statements).<Class<?>>map(Object::getClass).toList();
	}

	private static List<String> sql(SqlStatement[] statements, Database database) {
		return Arrays.stream(SqlGeneratorFactory.getInstance().generateSql(statements, database))
			.map(Sql::toSql)
			.toList();
	}

	/**
	 * The changes a changelog is made of when it is read for a database, or for none yet.
	 */
	private static List<Change> changes(Database database) throws Exception {
		String key = (database != null) ? database.getShortName() : "none";
		if (!CHANGES.containsKey(key)) {
			CHANGES.put(key, read(database));
		}
		return CHANGES.get(key);
	}

	private static List<Change> read(Database database) throws Exception {
		Map<String, Object> scope = new HashMap<>();
		scope.put(Scope.Attr.database.name(), database);
		return Scope.child(scope, () -> {
			ClassLoaderResourceAccessor resources = new ClassLoaderResourceAccessor();
			return ChangeLogParserFactory.getInstance()
				.getParser(CHANGELOG, resources)
				.parse(CHANGELOG, new ChangeLogParameters(), resources)
				.getChangeSets()
				.stream()
				.map(ChangeSet::getChanges)
				.flatMap(List::stream)
				.toList();
		});
	}

	private static List<SqlStatement> statements(Database database) throws Exception {
		List<SqlStatement> known = STATEMENTS.get(database.getShortName());
		if (known != null) {
			return known;
		}
		List<SqlStatement> statements = new ArrayList<>(List.of(new AlterTableStatement(List.of())));
		for (Change change : changes(database)) {
			for (Callable<SqlStatement[]> making : List.<Callable<SqlStatement[]>>of(
					() -> change.generateStatements(database), () -> change.generateRollbackStatements(database))) {
				if (outcome(making) instanceof SqlStatement[] made) {
					statements.addAll(List.of(made));
				}
			}
		}
		STATEMENTS.put(database.getShortName(), statements);
		return statements;
	}

	private static Stream<?> generators(SqlStatement statement, Database database) {
		return SqlGeneratorFactory.getInstance().getGenerators(statement, database).stream();
	}

	private static Stream<String> names(Class<?> type) {
		DataTypeInfo info = type.getAnnotation(DataTypeInfo.class);
		return Stream.concat(Stream.of(info.name()), Arrays.stream(info.aliases()));
	}

	private static List<? extends Class<? extends DatabaseObject>> objects() {
		return Scope.getCurrentScope()
			.getServiceLocator()
			.findInstances(DatabaseObject.class)
			.stream()
			.map(DatabaseObject::getClass)
			.toList();
	}

	private static Database found(Database database) throws Exception {
		return DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(
					new OfflineConnection("offline:" + database.getShortName(), new ClassLoaderResourceAccessor()));
	}

	static Stream<Database> others() {
		return DatabaseFactory.getInstance()
			.getImplementedDatabases()
			.stream()
			.filter((database) -> !(database instanceof SQLiteDatabase))
			.filter((database) -> !"unsupported".equals(database.getShortName()));
	}

	static Stream<Database> mostUsed() {
		return others().filter((database) -> List.of("h2", "mariadb", "mssql", "mysql", "oracle", "postgresql")
			.contains(database.getShortName()));
	}

	static Stream<Class<?>> registered() throws Exception {
		Path services = Path.of(SqliteDatabase.class.getResource("/META-INF/services/liquibase.change.Change").toURI())
			.getParent();
		try (Stream<Path> files = Files.list(services)) {
			List<Class<?>> registered = new ArrayList<>();
			for (Path file : files.sorted().toList()) {
				for (String name : Files.readAllLines(file)) {
					registered.add(Class.forName(name));
				}
			}
			return registered.stream();
		}
	}

}
