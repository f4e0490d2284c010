package io.soundshare.migrations.sqlite.portability;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The changelogs, each in the style of a kind of application and written for PostgreSQL
 * first.
 */
enum Changelog {

	/** A generated web application: XML, one file an entity, loadData. */
	MARINA("portability/marina/master.xml", "20190402080102-1"),

	/** An identity server: XML, upper-case names, constraints apart from tables. */
	KEYRING("portability/keyring/jpa-changelog-master.xml"),

	/** A clinic: XML, a generated snapshot, then preconditions everywhere. */
	CLINIC("portability/clinic/liquibase.xml", "20210106-computed"),

	/** A build service: YAML, quoted, camel-case and keyword names. */
	DISPATCH("portability/dispatch/db.changelog-master.yaml", "20190504"),

	/** Books: formatted and plain SQL with XML between. */
	LEDGER("portability/ledger/changelog.xml", "v1-book", "v1-account", "v2-entry"),

	/** Lending: parts by folder, loadData without types, contexts. */
	MICROLOAN("portability/microloan/changelog-tenant.xml");

	private static final Pattern ONE_DATABASE = Pattern.compile(".*-(pg|pg-only|sqlite)|v2-guard-function");

	private final String file;

	private final Set<String> differingChecksums;

	/**
	 * A changelog.
	 * @param file its root file on the class path
	 * @param differingChecksums ids of change sets whose text a property or a dbms
	 * attribute makes another on each database
	 */
	Changelog(String file, String... differingChecksums) {
		this.file = file;
		this.differingChecksums = Set.of(differingChecksums);
	}

	String file() {
		return this.file;
	}

	static boolean onBothDatabases(String id) {
		return !ONE_DATABASE.matcher(id).matches();
	}

	boolean sameChecksum(String id) {
		return !this.differingChecksums.contains(id);
	}

}
