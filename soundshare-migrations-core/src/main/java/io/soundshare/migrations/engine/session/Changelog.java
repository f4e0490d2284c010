package io.soundshare.migrations.engine.session;

import java.util.List;
import java.util.Map;

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
 */
public record Changelog(String path, ResourceAccessor resources, @Nullable String contexts,
		@Nullable String labelFilter, Map<String, String> parameters, boolean fixed) {

	public Changelog {
		parameters = Map.copyOf(parameters);
	}

	/** Return the same with another root, which may change. */
	Changelog at(String otherPath, ResourceAccessor otherResources) {
		return new Changelog(otherPath, otherResources, this.contexts, this.labelFilter, this.parameters, false);
	}

	/** Return the same in more contexts, if it is not in all of them. */
	Changelog inContextsToo(List<String> more) {
		String all = (this.contexts != null) ? this.contexts + "," + String.join(",", more) : null;
		return new Changelog(this.path, this.resources, all, this.labelFilter, this.parameters, this.fixed);
	}

}
