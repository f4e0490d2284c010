package io.soundshare.migrations.boot.actuate;

import java.util.Set;
import java.util.function.Function;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.boot.MigratorRegistry;
import io.soundshare.migrations.boot.console.ConsoleReader;
import io.soundshare.migrations.model.Documents;
import io.soundshare.migrations.model.ErrorCode;
import io.soundshare.migrations.model.InvalidTargetException;
import io.soundshare.migrations.model.MigrationException;

/**
 * Answers what is asked at the endpoint. What cannot be answered has a document too, that
 * says what is wrong and what to do.
 */
final class MigrationsReader {

	private final MigratorRegistry migrators;

	MigrationsReader(MigratorRegistry migrators) {
		this.migrators = migrators;
	}

	Answer databases() {
		Document databases = new Document();
		for (String name : this.migrators.names()) {
			databases.with(name, database(name).document());
		}
		return Answer.ok(new Document().with("databases", databases));
	}

	Answer database(String name) {
		return read(name, (migrations) -> Answer.ok(Document.of(Documents.of(migrations.status()))));
	}

	Answer revision(String name, String text) {
		return read(name, (migrations) -> {
			try {
				return Answer.ok(Document.of(Documents.of(migrations.show(text))));
			}
			catch (InvalidTargetException ex) {
				return failure(ex, ConsoleReader.status(text, ex));
			}
		});
	}

	boolean knows(String name) {
		return this.migrators.names().contains(name);
	}

	private Answer read(String name, Function<Migrations, Answer> question) {
		Set<String> names = this.migrators.names();
		if (!names.contains(name)) {
			return new Answer(new Document().with("code", ErrorCode.UNKNOWN_DATABASE.toString())
				.with("error", "There is no database '" + name + "'.")
				.with("action", names.isEmpty() ? "No database is migrated here."
						: "The databases are: " + String.join(", ", names) + "."),
					Answer.NOT_FOUND);
		}
		try {
			return question.apply(this.migrators.get(name));
		}
		catch (MigrationException ex) {
			return failure(ex, Answer.UNAVAILABLE);
		}
	}

	private static Answer failure(MigrationException failure, int status) {
		return new Answer(Document.of(Documents.of(failure)), status);
	}

}
