package io.soundshare.migrations.model;

import org.jspecify.annotations.Nullable;

/**
 * A look at all of a copy.
 *
 * @param backup the copy
 * @param damage what is wrong with it, without an end; {@code null} if it is whole
 */
public record BackupCheck(Backup backup, @Nullable String damage) {

	/**
	 * Return whether it can be used.
	 * @return whether nothing is wrong with it
	 */
	public boolean isWhole() {
		return this.damage == null;
	}

}
