package io.soundshare.migrations.engine.recording.postgres;

/**
 * What the catalogue knows an object by, for as long as it exists.
 *
 * @param catalog the OID of the catalogue it is in
 * @param oid its own OID
 * @param part the number of a column; 0 for the whole
 */
record Key(int catalog, long oid, int part) {

	/** pg_class. */
	static final int RELATIONS = 1259;

	/** pg_type. */
	static final int TYPES = 1247;

	/** pg_proc. */
	static final int ROUTINES = 1255;

	/** pg_namespace. */
	static final int SCHEMAS = 2615;

	/** pg_extension. */
	static final int EXTENSIONS = 3079;

	/** pg_constraint. */
	static final int CONSTRAINTS = 2606;

	/** pg_attrdef. */
	static final int DEFAULTS = 2604;

	/** pg_trigger. */
	static final int TRIGGERS = 2620;

	/** pg_rewrite. */
	static final int RULES = 2618;

	/** pg_policy. */
	static final int POLICIES = 3256;

	/** pg_statistic_ext. */
	static final int STATISTICS = 3381;

	static Key relation(long oid) {
		return new Key(RELATIONS, oid, 0);
	}

	static Key column(long oid, int number) {
		return new Key(RELATIONS, oid, number);
	}

	/** Whether it is in a catalogue of parts: what a part belongs to is read with it. */
	boolean isPartOfAnother() {
		return switch (this.catalog) {
			case CONSTRAINTS, DEFAULTS, TRIGGERS, RULES, POLICIES, STATISTICS -> true;
			default -> false;
		};
	}

	/** Whether it may be an object of which only its being there is known. */
	boolean isUnknown() {
		return switch (this.catalog) {
			case RELATIONS, ROUTINES, SCHEMAS, EXTENSIONS -> false;
			default -> true;
		};
	}

	Key whole() {
		return (this.part == 0) ? this : new Key(this.catalog, this.oid, 0);
	}

}
