package io.soundshare.migrations.sqlite.execution;

import liquibase.exception.DatabaseException;
import liquibase.statement.core.RawParameterizedSqlStatement;

/**
 * The transaction that SQL written down opens around a rebuild, with foreign keys not
 * enforced.
 */
final class ScriptFrame {

	private final DryRun dryRun;

	private final StatementRunner runner;

	private boolean open;

	ScriptFrame(DryRun dryRun, StatementRunner runner) {
		this.dryRun = dryRun;
		this.runner = runner;
	}

	void open() throws DatabaseException {
		if (!this.open) {
			// Fails, instead of losing rows, where a transaction is open: there the
			// pragma does nothing.
			write("PRAGMA foreign_keys = OFF");
			write("BEGIN");
			this.open = true;
		}
	}

	void close() throws DatabaseException {
		if (this.open) {
			this.open = false;
			write("PRAGMA foreign_key_check");
			write("COMMIT");
			if (this.dryRun.isEnforcing()) {
				write("PRAGMA foreign_keys = ON");
			}
		}
	}

	void discard() {
		this.open = false;
	}

	private void write(String sql) throws DatabaseException {
		this.runner.execute(new RawParameterizedSqlStatement(sql));
	}

}
