package io.soundshare.migrations.model;

import org.jspecify.annotations.Nullable;

/**
 * The changelog cannot be used: it is missing, cannot be parsed, or contradicts itself.
 */
public final class InvalidChangelogException extends MigrationException {

	private final String changelog;

	public InvalidChangelogException(String changelog, String problem, String wayOut, @Nullable Throwable cause) {
		this(changelog, problem, Wording.of(wayOut), cause);
	}

	public InvalidChangelogException(String changelog, String problem, Wording wayOut, @Nullable Throwable cause) {
		super(Wording.of(problem), wayOut, cause);
		this.changelog = changelog;
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.INVALID_CHANGELOG;
	}

	/**
	 * Return the root changelog.
	 * @return the path of the root changelog, as it was configured
	 */
	public String changelog() {
		return this.changelog;
	}

}
