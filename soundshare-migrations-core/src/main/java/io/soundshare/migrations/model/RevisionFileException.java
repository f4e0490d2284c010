package io.soundshare.migrations.model;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A revision file cannot be written.
 */
public final class RevisionFileException extends MigrationException {

	private final @Nullable Path directory;

	public RevisionFileException(@Nullable Path directory, String problem, Wording wayOut, @Nullable Throwable cause) {
		super(Wording.of(problem), wayOut, cause);
		this.directory = directory;
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.REVISION_FILE;
	}

	/**
	 * Return where the file was to be written.
	 * @return the directory, {@code null} if none was found
	 */
	public @Nullable Path directory() {
		return this.directory;
	}

}
