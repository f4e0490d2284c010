package io.soundshare.migrations.benchmarks.changelog;

import java.util.Locale;

/**
 * Changelogs of real size, as applications have them after ten years: each in another
 * style, all for SQLite and PostgreSQL.
 */
public enum SampleChangelog {

	/** An identity server, in XML. */
	GATEHOUSE("root.xml"),

	/** A wiki, in YAML. */
	QUIRE("root.yaml"),

	/** An issue tracker, in XML. */
	BURROW("root.xml"),

	/** A shop, in YAML. */
	STALLHOLDER("root.yaml"),

	/** A hospital's records: XML, YAML, JSON and SQL, all that is in the folders. */
	INFIRMARY("root.xml"),

	/** A build server with monitoring, in formatted SQL. */
	LOOKOUT("root.yaml");

	private final String root;

	SampleChangelog(String root) {
		this.root = root;
	}

	/** The path of the root changelog, on the class path. */
	public String path() {
		return "changelogs/" + this + "/" + this.root;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
