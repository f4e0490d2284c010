package io.soundshare.migrations.autogenerate.entity;

import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;

/**
 * The attribute a column is in the entities.
 *
 * @param owner the entity or embeddable
 * @param path the attribute as seen from the entity, {@code Song.credits.mood}
 * @param name the attribute in its owner, empty if the value is but an element of it
 * @param column the column
 * @param value its type
 */
record Attribute(Class<?> owner, String path, String name, Column column, BasicValue value) {

}
