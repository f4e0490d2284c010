package io.soundshare.migrations.engine.session;

import java.nio.file.Path;

import io.soundshare.migrations.backup.BackupMode;
import io.soundshare.migrations.backup.BackupStore;
import org.jspecify.annotations.Nullable;

/**
 * The settings for copies of the database.
 *
 * @param mode when one is made; {@code null} for what is usual for the product
 * @param store where they are kept; {@code null} for a folder
 * @param folder where that is, in which each database has one of its own; {@code null}
 * for one beside the database
 * @param keep how many are kept
 */
public record BackupSettings(@Nullable BackupMode mode, @Nullable BackupStore store, @Nullable Path folder, int keep) {

	/** The settings, unless they are set. */
	public static final BackupSettings DEFAULT = new BackupSettings(BackupMode.NEVER, null, null, 10);

	public BackupSettings {
		if (keep < 1) {
			throw new IllegalArgumentException("At least one backup has to be kept, and not " + keep);
		}
	}

	public BackupSettings mode(@Nullable BackupMode mode) {
		return new BackupSettings(mode, this.store, this.folder, this.keep);
	}

	public BackupSettings store(@Nullable BackupStore store) {
		return new BackupSettings(this.mode, store, this.folder, this.keep);
	}

	public BackupSettings folder(@Nullable Path folder) {
		return new BackupSettings(this.mode, this.store, folder, this.keep);
	}

	public BackupSettings keep(int number) {
		return new BackupSettings(this.mode, this.store, this.folder, number);
	}

}
