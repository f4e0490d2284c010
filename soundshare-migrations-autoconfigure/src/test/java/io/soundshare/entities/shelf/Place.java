package io.soundshare.entities.shelf;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Something Hibernate needs a converter for.
 *
 * @param number where it is
 */
public record Place(int number) {

	/**
	 * What the converter needs.
	 */
	public static class Service {

	}

	/**
	 * Made by the container: it needs another bean.
	 */
	@Converter
	public static class Numbering implements AttributeConverter<Place, Integer> {

		public Numbering(Service service) {
		}

		@Override
		public Integer convertToDatabaseColumn(Place place) {
			return (place != null) ? place.number() : null;
		}

		@Override
		public Place convertToEntityAttribute(Integer number) {
			return (number != null) ? new Place(number) : null;
		}

	}

}
