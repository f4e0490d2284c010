package io.soundshare.migrations.engine.copy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PostgresToolsTests {

	@TempDir
	Path folder;

	@Test
	void saysWhichToolIsMissing() throws IOException {
		Path bin = this.folder.resolve("bin");
		assertThat(new PostgresTools(List.of(bin)).obstacle(14)).isEqualTo("pg_dump is not on the PATH");
		tool(bin, "pg_dump", "echo 'pg_dump (PostgreSQL) 15.2'");
		tool(bin, "pg_restore", "");
		assertThat(new PostgresTools(List.of(bin)).obstacle(14)).isEqualTo("psql is not on the PATH");
	}

	@Test
	void takesTheOldestThatIsNotOlderThanTheServer() throws IOException {
		Path old = tools("13", "pg_dump (PostgreSQL) 13.9 (Debian 13.9-0+deb11u1)");
		Path newer = tools("17", "pg_dump (PostgreSQL) 17rc1");
		Path newest = tools("18", "pg_dump (PostgreSQL) 18.1");
		PostgresTools tools = new PostgresTools(List.of(newest, old, newer));
		assertThat(tools.obstacle(18)).isNull();
		assertThat(tools.folder(16)).isEqualTo(newer);
		assertThat(tools.folder(13)).isEqualTo(old);
		assertThat(tools.obstacle(19)).isEqualTo("pg_dump 18 is older than the server, which is 19");
	}

	@Test
	void looksBehindDebiansWrapper() throws IOException {
		Path bin = Files.createDirectory(this.folder.resolve("bin"));
		tool(this.folder, "pg_wrapper", "echo 'pg_dump (PostgreSQL) 99.1'");
		for (String name : List.of("pg_dump", "pg_restore", "psql")) {
			Files.createSymbolicLink(bin.resolve(name), this.folder.resolve("pg_wrapper"));
		}
		Path behind = tools("15", "pg_dump (PostgreSQL) 15.2");
		assertThat(new PostgresTools(List.of(bin, behind)).folder(14)).isEqualTo(behind);
		assertThat(new PostgresTools(List.of(bin)).obstacle(14)).isEqualTo("pg_dump is not on the PATH");
	}

	@Test
	void keepsThePasswordInTheEnvironment() throws IOException {
		tool(this.folder, "show",
				"ps -o args= -p $$; printf '%s|' \"$PGPASSWORD\" \"$PASSWORD_BYTES\" \"$LC_ALL\" \"$PGHOST\"");
		for (String password : List.of("it's \"$HOME\" `x` %s \\n ", "s\u00e4cret \u20ac \\0101 $x ")) {
			String said = new ToolRun(this.folder, password).text("show", "an argument");
			String text = new String(said.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
			assertThat(text.lines().toList()).satisfiesExactly(
					(arguments) -> assertThat(arguments).endsWith("show an argument").doesNotContain("cret"),
					(environment) -> assertThat(environment).isEqualTo(password + "||C||"));
		}
	}

	@Test
	void readsMuchThatToolsSayAndShowsLittle() throws IOException {
		tool(this.folder, "complain",
				"i=0; while [ $i -lt 20000 ]; do echo 'WARNING:  this is a long line'; i=$((i+1)); done >&2;"
						+ " echo 'psql:<stdin>:7: ERROR:  no' >&2; exit 3");
		assertThatIOException().isThrownBy(() -> new ToolRun(this.folder, null).run("complain"))
			.withMessage("ERROR:  no");
		tool(this.folder, "die", "exit 4");
		assertThatIOException().isThrownBy(() -> new ToolRun(this.folder, null).run("die"))
			.withMessage("die ended with 4");
	}

	@Test
	void endsToolsWithWhoeverWaitsForThem() throws Exception {
		tool(this.folder, "sleeps", "echo $$ > " + this.folder.resolve("pid") + "; exec sleep 60");
		Thread waiting = new Thread(
				() -> assertThatIOException().isThrownBy(() -> new ToolRun(this.folder, null).run("sleeps"))
					.withMessageContaining("interrupted"));
		waiting.start();
		while (!Files.exists(this.folder.resolve("pid")) || Files.size(this.folder.resolve("pid")) == 0) {
			Thread.sleep(20);
		}
		long pid = Long.parseLong(Files.readString(this.folder.resolve("pid")).strip());
		waiting.interrupt();
		waiting.join();
		ProcessHandle.of(pid).ifPresent((process) -> process.onExit().join());
		assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
	}

	@Test
	void endsAPipeThatBreaksAtEitherEnd() throws IOException {
		ScriptFilter filter = new ScriptFilter(Set.of());
		tool(this.folder, "much", "yes | head -c 10000000");
		tool(this.folder, "endless", "exec yes");
		tool(this.folder, "breaks", "echo half; exit 2");
		tool(this.folder, "reads", "cat > " + this.folder.resolve("read"));
		tool(this.folder, "refuses", "read x; echo 'ERROR:  no' >&2; exit 3");
		ToolRun run = new ToolRun(this.folder, null);
		run.pipe("much", List.of(), "first\n", filter, "reads", List.of());
		assertThat(this.folder.resolve("read")).hasSize(10000006);
		assertThatIOException().isThrownBy(() -> run.pipe("endless", List.of(), "", filter, "refuses", List.of()))
			.withMessage("ERROR:  no");
		assertThatIOException().isThrownBy(() -> run.pipe("breaks", List.of(), "", filter, "reads", List.of()))
			.withMessage("breaks ended with 2");
	}

	@Test
	void setsNothingTheServerDoesNotKnow() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		String rest = "SELECT pg_catalog.set_config('search_path', '', false);\nSET transaction_timeout = 0;\n\u00e4";
		new ScriptFilter(Set.of("lock_timeout"))
			.copy(new ByteArrayInputStream(("--\n\nSET lock_timeout = 0;\nSET transaction_timeout = 0;\n" + rest)
				.getBytes(StandardCharsets.UTF_8)), out);
		assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("--\n\nSET lock_timeout = 0;\n" + rest);
	}

	@Test
	void readsTheNewestRevisionOfACopy() {
		assertThat(CopyRows.of("""
				SET client_encoding = 'UTF8';
				COPY public.databasechangelog (id, author, dateexecuted, "orderexecuted") FROM stdin;
				one\tCOPY x (id) FROM stdin;\t2025-01-01\t9
				a\\tb\\\\c\td\t2025-01-02\t10
				two\t\\N\t2025-01-01\t10
				\\.
				COPY public.other (id) FROM stdin;
				x
				\\.
				""").newest()).isEqualTo("a\tb\\c");
		assertThat(CopyRows.of("--\n").newest()).isNull();
	}

	private Path tools(String name, String version) throws IOException {
		Path bin = this.folder.resolve(name);
		tool(bin, "pg_dump", "echo '" + version + "'");
		tool(bin, "pg_restore", "");
		tool(bin, "psql", "");
		return bin;
	}

	private static void tool(Path folder, String name, String script) throws IOException {
		Files.createDirectories(folder);
		Path tool = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
		Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
	}

}
