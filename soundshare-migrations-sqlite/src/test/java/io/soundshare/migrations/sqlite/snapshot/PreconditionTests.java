package io.soundshare.migrations.sqlite.snapshot;

import java.sql.SQLException;

import io.soundshare.migrations.sqlite.SqliteDrivers;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@ParameterizedClass
@EnumSource(SqliteDrivers.class)
class PreconditionTests {

	@Parameter
	SqliteDrivers driver;

	private Databases databases;

	private Database database;

	@BeforeEach
	void open() throws SQLException, LiquibaseException {
		this.databases = new Databases(this.driver);
		this.database = this.databases.with("""
				CREATE TABLE album (
					id INTEGER CONSTRAINT pk_album PRIMARY KEY AUTOINCREMENT,
					title TEXT UNIQUE,
					twice AS (id * 2),
					CONSTRAINT uq_album UNIQUE (id, title))""", """
				CREATE TABLE "order" (
					"group" INT PRIMARY KEY,
					album_id INT REFERENCES album ON DELETE CASCADE,
					other INT,
					CONSTRAINT fk_album FOREIGN KEY (other) REFERENCES album (id))""", "CREATE TABLE bare (a INT)",
				"CREATE INDEX ix_title ON album (title DESC, id) WHERE id > 1",
				"CREATE UNIQUE INDEX ix_lower ON album (lower(title))",
				"CREATE VIEW \"all albums\" AS SELECT * FROM album", "CREATE TABLE song_seq (next_val bigint)");
	}

	@AfterEach
	void close() throws LiquibaseException {
		this.databases.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			tableExists                | tableName=album                                                  | true
			tableExists                | tableName=ALBUM                                                  | true
			tableExists                | tableName=order                                                  | true
			tableExists                | tableName=song_seq                                               | true
			tableExists                | tableName=nothing                                                | false
			tableExists                | tableName=all albums                                             | false
			tableExists                | tableName=ix_title                                               | false
			viewExists                 | viewName=all albums                                              | true
			viewExists                 | viewName=All Albums                                              | true
			viewExists                 | viewName=album                                                   | false
			columnExists               | tableName=album;columnName=title                                 | true
			columnExists               | tableName=Album;columnName=TITLE                                 | true
			columnExists               | tableName=album;columnName=twice                                 | true
			columnExists               | tableName=order;columnName=group                                 | true
			columnExists               | tableName=album;columnName=nothing                               | false
			columnExists               | tableName=nothing;columnName=title                               | false
			primaryKeyExists           | tableName=album                                                  | true
			primaryKeyExists           | tableName=album;primaryKeyName=pk_album                          | true
			primaryKeyExists           | tableName=ALBUM;primaryKeyName=PK_ALBUM                          | true
			primaryKeyExists           | tableName=order;primaryKeyName=order_pkey                        | true
			primaryKeyExists           | tableName=album;primaryKeyName=other                             | false
			primaryKeyExists           | tableName=order;primaryKeyName=other                             | false
			primaryKeyExists           | tableName=bare                                                   | false
			foreignKeyConstraintExists | foreignKeyTableName=order;foreignKeyName=fk_album                | true
			foreignKeyConstraintExists | foreignKeyTableName=ORDER;foreignKeyName=FK_ALBUM                | true
			foreignKeyConstraintExists | foreignKeyName=fk_album                                          | true
			foreignKeyConstraintExists | foreignKeyTableName=order;foreignKeyName=order_album_id_fkey     | true
			foreignKeyConstraintExists | foreignKeyTableName=order;foreignKeyName=other                   | false
			foreignKeyConstraintExists | foreignKeyTableName=album;foreignKeyName=fk_album                | false
			foreignKeyConstraintExists | foreignKeyName=other                                             | false
			uniqueConstraintExists     | tableName=album;constraintName=uq_album                          | true
			uniqueConstraintExists     | tableName=Album;constraintName=UQ_ALBUM                          | true
			uniqueConstraintExists     | tableName=album;columnNames=title                                | true
			uniqueConstraintExists     | tableName=album;columnNames=id,TITLE                             | true
			uniqueConstraintExists     | tableName=album;constraintName=album_title_key                   | true
			uniqueConstraintExists     | tableName=album;columnNames=title,id                             | false
			uniqueConstraintExists     | tableName=album;constraintName=ix_lower                          | false
			uniqueConstraintExists     | tableName=album;constraintName=other                             | false
			uniqueConstraintExists     | tableName=bare;columnNames=a                                     | false
			indexExists                | indexName=ix_title                                               | true
			indexExists                | tableName=album;indexName=IX_TITLE                               | true
			indexExists                | tableName=album;indexName=ix_lower                               | true
			indexExists                | tableName=album;columnNames=title, id                            | true
			indexExists                | tableName=album;columnNames=id, title                            | false
			indexExists                | tableName=order;indexName=ix_title                               | false
			indexExists                | indexName=other                                                  | false
			indexExists                | tableName=album;indexName=sqlite_autoindex_album_1               | false
			sequenceExists             | sequenceName=song_seq                                            | true
			sequenceExists             | sequenceName=Song_Seq                                            | true
			sequenceExists             | sequenceName=album                                               | false
			sequenceExists             | sequenceName=nothing                                             | false
			tableExists                | schemaName=public;tableName=album                                | true
			tableExists                | schemaName=public;tableName=nothing                              | false
			""")
	void tellsTheTruth(String precondition, String attributes, boolean holds) throws ParsedNodeException {
		assertThat(holds(precondition, attributes)).isEqualTo(holds);
	}

	private boolean holds(String name, String attributes) throws ParsedNodeException {
		Precondition precondition = PreconditionFactory.getInstance().create(name);
		ParsedNode node = new ParsedNode(null, name);
		for (String attribute : attributes.split(";")) {
			String[] parts = attribute.split("=");
			node.addChild(null, parts[0], parts[1]);
		}
		precondition.load(node, new ClassLoaderResourceAccessor());
		try {
			precondition.check(this.database, null, null, null);
			return true;
		}
		catch (PreconditionFailedException ex) {
			return false;
		}
		catch (PreconditionErrorException ex) {
			throw new AssertionError(ex);
		}
	}

}
