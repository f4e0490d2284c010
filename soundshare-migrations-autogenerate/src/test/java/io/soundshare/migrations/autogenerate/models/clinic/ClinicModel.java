package io.soundshare.migrations.autogenerate.models.clinic;

import java.util.List;
import java.util.stream.Stream;

/**
 * The records of a hospital.
 */
public final class ClinicModel {

	/** Everything Hibernate has to be told of. */
	public static final List<Class<?>> CLASSES = Stream
		.of(People.CLASSES, Staff.CLASSES, Concepts.CLASSES, Encounters.CLASSES)
		.flatMap(List::stream)
		.toList();

	private ClinicModel() {
	}

}
