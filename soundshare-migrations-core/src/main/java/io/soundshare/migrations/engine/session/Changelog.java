package io.soundshare.migrations.engine.session;

import java.util.List;
import java.util.Map;

import io.soundshare.migrations.engine.fingerprint.FingerprintSource;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * The changelog, and which of it is meant.
 *
 * @param path the root changelog
 * @param resources where it is read from
 * @param contexts the contexts to run in, comma-separated
 * @param labelFilter the labels to run, as Liquibase's expression
 * @param parameters the changelog parameters
 * @param fixed whether it stays as it is while the process runs
 * @param fingerprint what a fingerprint is taken of when there is nothing to do;
 * {@code null} if none is kept
 */
public record Changelog(String path, ResourceAccessor resources, @Nullable String contexts,
		@Nullable String labelFilter, Map<String, String> parameters, boolean fixed,
		@Nullable FingerprintSource fingerprint) {

	public Changelog {
		parameters = Map.copyOf(parameters);
	}

	/** Return the same with another root, which may change. */
	Changelog at(String otherPath, ResourceAccessor otherResources) {
		return new Changelog(otherPath, otherResources, this.contexts, this.labelFilter, this.parameters, false, null);
	}

	/** Return the same in more contexts, if it is not in all of them. */
	Changelog inContextsToo(List<String> more) {
		String all = (this.contexts != null) ? this.contexts + "," + String.join(",", more) : null;
		return new Changelog(this.path, this.resources, all, this.labelFilter, this.parameters, this.fixed, null);
	}

	/** Return the same with a fingerprint, or without one. */
	Changelog fingerprinted(@Nullable FingerprintSource source) {
		return new Changelog(this.path, this.resources, this.contexts, this.labelFilter, this.parameters, this.fixed,
				source);
	}

}
