package io.soundshare.migrations.sqlite.snapshot;

import java.util.List;

import liquibase.structure.core.Schema;
import liquibase.structure.core.View;
import org.jspecify.annotations.Nullable;

/**
 * Reads views.
 */
public final class ViewSnapshotGenerator extends SqliteSnapshotGenerator<View, Schema> {

	/**
	 * Made by Liquibase.
	 */
	public ViewSnapshotGenerator() {
		super(View.class, List.of(Schema.class), liquibase.snapshot.jvm.ViewSnapshotGenerator.class);
	}

	@Override
	@Nullable View read(View example, SchemaReading reading) {
		return reading.view(example.getName()).map((found) -> {
			View view = view(found.name(), example.getSchema());
			ViewDefinition definition = ViewDefinition.of(String.valueOf(found.sql()));
			view.setDefinition(definition.text());
			view.setContainsFullDefinition(definition.full());
			return view;
		}).orElse(null);
	}

	@Override
	void addTo(Schema schema, SchemaReading reading) {
		reading.names("view").forEach((name) -> schema.addDatabaseObject(view(name, schema)));
	}

	private static View view(String name, @Nullable Schema schema) {
		View view = new View().setName(name);
		view.setSchema((schema != null) ? schema : new Schema((String) null, null));
		return view;
	}

}
