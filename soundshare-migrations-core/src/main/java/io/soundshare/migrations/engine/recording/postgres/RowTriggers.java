package io.soundshare.migrations.engine.recording.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The triggers that write down which rows change, and what they need.
 */
final class RowTriggers {

	/**
	 * Triggers fire in the order of their names: after what references do
	 * (RI_ConstraintTrigger), which is undone last, and before nearly all of an
	 * application's, which is undone first.
	 */
	private static final String TRIGGER = Names.quoted("RI_~undo");

	private static final String TRUNCATION = Names.quoted("RI_~undo truncate");

	static final String BEGIN = """
			CREATE TEMPORARY SEQUENCE undo_number;
			CREATE TEMPORARY TABLE undo_rows (n bigint, relation oid, kind "char", layout text, old text, present text,
				old_at text, present_at text);
			CREATE FUNCTION pg_temp.undo_row() RETURNS trigger LANGUAGE plpgsql SET datestyle TO 'ISO, YMD'
				SET intervalstyle TO 'postgres' SET extra_float_digits TO 3 SET bytea_output TO 'hex'
				SET search_path TO pg_catalog AS $undo$
			DECLARE
				number bigint := pg_catalog.nextval('pg_temp.undo_number');
				file text := pg_catalog.pg_relation_filenode(TG_RELID)::text || ' ';
				layout text;
			BEGIN
				IF number > TG_ARGV[0]::bigint THEN
					RETURN NULL;
				END IF;
				IF TG_ARGV[1] = 't' THEN
					layout := (SELECT coalesce(pg_catalog.string_agg(a.attnum::text, ' ' ORDER BY a.attnum), '') FROM pg_catalog.pg_attribute a
						WHERE a.attrelid = TG_RELID AND a.attnum > 0 AND NOT a.attisdropped);
				END IF;
				IF TG_OP = 'INSERT' THEN
					INSERT INTO pg_temp.undo_rows VALUES (number, TG_RELID, 'I', layout, NULL, NEW::text, NULL, file || NEW.ctid::text);
				ELSIF TG_OP = 'UPDATE' THEN
					INSERT INTO pg_temp.undo_rows VALUES (number, TG_RELID, 'U', layout, OLD::text, NEW::text,
						file || OLD.ctid::text, file || NEW.ctid::text);
				ELSIF TG_OP = 'DELETE' THEN
					INSERT INTO pg_temp.undo_rows VALUES (number, TG_RELID, 'D', layout, OLD::text, NULL, file || OLD.ctid::text);
				ELSE
					INSERT INTO pg_temp.undo_rows VALUES (number, TG_RELID, 'T');
					EXECUTE pg_catalog.format('INSERT INTO pg_temp.undo_rows SELECT pg_catalog.nextval(''pg_temp.undo_number''), $1,'
						' ''D'', $2, (t.*)::text, NULL FROM ONLY %I.%I t LIMIT $3', TG_TABLE_SCHEMA, TG_TABLE_NAME)
						USING TG_RELID, layout, TG_ARGV[0]::bigint + 1;
				END IF;
				RETURN NULL;
			END $undo$""";

	static final String END = """
			DROP FUNCTION pg_temp.undo_row();
			DROP TABLE pg_temp.undo_rows;
			DROP SEQUENCE pg_temp.undo_number""";

	/** What drops the triggers, wherever they are by now. */
	static final String FIND = """
			SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass) FROM pg_trigger t
			WHERE t.tgname LIKE 'RI\\_~undo%' AND t.tgparentid = 0 AND t.tgfoid = 'pg_temp.undo_row'::regproc""";

	private RowTriggers() {
	}

	/**
	 * What has a table watched.
	 * @param rows whether its rows are, which are not where those of a whole are of which
	 * it is a part
	 * @param limit how many rows are written down at most
	 * @param changing whether tables may be altered meanwhile
	 */
	static List<String> create(Item table, boolean rows, long limit, boolean changing) {
		List<String> sql = new ArrayList<>();
		String on = " ON %s FOR EACH %%s EXECUTE FUNCTION pg_temp.undo_row(%d, %s)"
			.formatted(table.qualified().replace("%", "%%"), limit + 1, changing ? "t" : "f");
		if (rows) {
			sql.add("CREATE TRIGGER " + TRIGGER + " AFTER INSERT OR UPDATE OR DELETE" + on.formatted("ROW"));
		}
		if (table.is("relkind", "r")) {
			sql.add("CREATE TRIGGER " + TRUNCATION + " BEFORE TRUNCATE" + on.formatted("STATEMENT"));
		}
		return sql;
	}

	/** What ends that. */
	static List<String> drop(Collection<Item> tables) {
		List<String> sql = new ArrayList<>();
		for (Item table : tables) {
			sql.add("DROP TRIGGER IF EXISTS " + TRIGGER + " ON " + table.qualified());
			if (table.is("relkind", "r")) {
				sql.add("DROP TRIGGER IF EXISTS " + TRUNCATION + " ON " + table.qualified());
			}
		}
		return sql;
	}

}
