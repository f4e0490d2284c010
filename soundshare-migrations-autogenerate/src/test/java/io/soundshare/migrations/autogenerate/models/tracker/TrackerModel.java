package io.soundshare.migrations.autogenerate.models.tracker;

import java.util.List;
import java.util.stream.Stream;

/**
 * An issue tracker with its own accounts.
 */
public final class TrackerModel {

	/** Everything Hibernate has to be told of. */
	public static final List<Class<?>> CLASSES = Stream.of(Accounts.CLASSES, Projects.CLASSES, Issues.CLASSES)
		.flatMap(List::stream)
		.toList();

	private TrackerModel() {
	}

}
