package io.soundshare.migrations.engine.recording.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.soundshare.migrations.engine.recording.Recording;
import io.soundshare.migrations.engine.recording.Recording.Entry;
import io.soundshare.migrations.engine.recording.Recording.Place;

/**
 * Says of a change set that has come to its end what it has done, all in all.
 */
final class Summary {

	private final Workbench bench;

	private final ChangeSetLog log;

	Summary(Workbench bench, ChangeSetLog log) {
		this.bench = bench;
		this.log = log;
	}

	Recording recording(Schema before, Schema after) throws SQLException {
		List<Place> made = new ArrayList<>();
		this.log.made().values().forEach((table) -> {
			made.add(new Place(table, null));
			this.log.add(new Entry("DROP TABLE " + Names.quote(table)));
		});
		for (Place column : this.log.columns()) {
			SchemaObject table = after.table(column.table());
			if (table != null && this.bench.tables().shape(table).column(String.valueOf(column.column())).isPresent()) {
				made.add(column);
			}
		}
		return new Recording(this.log.entries(), touched(before, after), touched(after, before), made,
				this.log.inserted(), this.log.kept(), this.log.filled(), null);
	}

	/** The texts of the objects of a schema that are not so in another, or were used. */
	private Map<String, String> touched(Schema schema, Schema other) {
		Map<String, String> texts = new LinkedHashMap<>();
		Stream
			.concat(schema.without(other).stream(),
					schema.objects().stream().filter((object) -> this.log.touched().contains(object.label())))
			.filter((object) -> !object.isStatistics())
			.forEach((object) -> texts.put(object.label(), object.sql()));
		return texts;
	}

}
