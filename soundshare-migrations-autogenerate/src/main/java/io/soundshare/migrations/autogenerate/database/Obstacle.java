package io.soundshare.migrations.autogenerate.database;

import io.soundshare.migrations.autogenerate.model.ObjectName;

/**
 * An object in a database that cannot be told as a statement.
 *
 * @param what what it is
 * @param name its name, or that of its table
 */
public record Obstacle(String what, ObjectName name) {

	@Override
	public String toString() {
		return this.what + " " + this.name;
	}

}
