package io.soundshare.migrations.sqlite.portability;

import java.util.Set;

/**
 * The changelogs, each in the style of a kind of application and written for PostgreSQL
 * first.
 */
enum Changelog {

	/** A generated web application: XML, one file an entity, loadData. */
	MARINA("portability/marina/master.xml"),

	/** An identity server: XML, upper-case names, constraints apart from tables. */
	KEYRING("portability/keyring/jpa-changelog-master.xml"),

	/** A clinic: XML, a generated snapshot, then preconditions everywhere. */
	CLINIC("portability/clinic/liquibase.xml", "20210106-computed"),

	/** A build service: YAML, quoted, camel-case and keyword names. */
	DISPATCH("portability/dispatch/db.changelog-master.yaml"),

	/** Books: formatted and plain SQL with XML between. */
	LEDGER("portability/ledger/changelog.xml", "v1-book", "v1-account", "v2-entry");

	private final String file;

	private final Set<String> differingChecksums;

	/**
	 * A changelog.
	 * @param file its root file on the class path
	 * @param differingChecksums ids of change sets whose text a property makes another on
	 * each database
	 */
	Changelog(String file, String... differingChecksums) {
		this.file = file;
		this.differingChecksums = Set.of(differingChecksums);
	}

	String file() {
		return this.file;
	}

	boolean sameChecksum(String id) {
		return !this.differingChecksums.contains(id);
	}

}
