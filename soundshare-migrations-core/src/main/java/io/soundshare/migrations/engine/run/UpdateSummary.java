package io.soundshare.migrations.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.engine.catalog.Applicability;
import io.soundshare.migrations.engine.session.LiquibaseOptions;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.StatusVisitor;
import liquibase.exception.LiquibaseException;
import liquibase.util.ShowSummaryUtil;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's own summary of an update, where the settings ask for one.
 */
final class UpdateSummary {

	private final Execution execution;

	private final DatabaseChangeLog changelog;

	private final @Nullable StatusVisitor status;

	private UpdateSummary(Execution execution, DatabaseChangeLog changelog, @Nullable StatusVisitor status) {
		this.execution = execution;
		this.changelog = changelog;
		this.status = status;
	}

	/** Take down what is outstanding, before anything runs. */
	static UpdateSummary before(Execution execution, DatabaseChangeLog changelog) throws LiquibaseException {
		if (execution.session().settings().liquibase().showSummary() == null) {
			return new UpdateSummary(execution, changelog, null);
		}
		StatusVisitor status = new StatusVisitor(execution.database());
		List<ChangeSetFilter> filters = new ArrayList<>();
		filters.add(new ShouldRunChangeSetFilter(execution.database()));
		filters.addAll(Applicability.filters(execution.session()));
		new ChangeLogIterator(changelog, filters).run(status, execution.environment());
		return new UpdateSummary(execution, changelog, status);
	}

	/** Show it, whatever the update has come to. */
	void show(ChangeLogIterator update) throws LiquibaseException {
		if (this.status == null) {
			return;
		}
		LiquibaseOptions options = this.execution.session().settings().liquibase();
		try {
			ShowSummaryUtil.buildSummaryDetails(this.changelog, options.showSummary(), options.showSummaryOutput(),
					this.status, System.out, update, this.execution.listener());
		}
		catch (IOException ex) {
			throw new LiquibaseException(ex);
		}
	}

}
