package io.soundshare.migrations.autogenerate.baseline;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.soundshare.migrations.autogenerate.comparison.Comparison;
import io.soundshare.migrations.autogenerate.comparison.ShadowSession;
import io.soundshare.migrations.autogenerate.comparison.ShadowSessions;
import io.soundshare.migrations.autogenerate.diff.Comparer;
import io.soundshare.migrations.autogenerate.diff.DefinitionComparer;
import io.soundshare.migrations.autogenerate.diff.Difference;
import io.soundshare.migrations.autogenerate.model.Product;
import io.soundshare.migrations.autogenerate.model.Schema;

/**
 * Changes made by hand to a database, which its changelog does not know.
 *
 * @param database the database
 * @param sessions where the changelog is replayed
 */
public record Drift(DataSource database, ShadowSessions sessions) {

	/**
	 * Find them.
	 * @return makes the database of the schema the changelog gives
	 */
	public Comparison find() {
		try (ShadowSession session = this.sessions.open()) {
			Product product = session.product();
			Schema changelog = session.replay();
			Schema live = session.read(this.database);
			List<Difference> differences = new ArrayList<>(Comparer.strictly(changelog, live, product));
			// What goes may hold on to a table, what comes may need one.
			DefinitionComparer
				.compare(new BaselineParts(product, changelog, session.definitions()).undescribed(),
						new BaselineParts(product, live, session.definitions(this.database)).undescribed(), product)
				.forEach((difference) -> differences
					.add((difference instanceof Difference.DropDefinition) ? 0 : differences.size(), difference));
			return Comparison.tried(session, differences, changelog, changelog, live, List.of());
		}
	}

}
