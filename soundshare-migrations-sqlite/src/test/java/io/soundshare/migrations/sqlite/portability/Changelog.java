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
	CLINIC("portability/clinic/liquibase.xml", "20210106-computed");

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
