package io.soundshare.migrations.engine.recording.postgres;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.soundshare.migrations.engine.recording.RecordingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue before a change set, and as it is. Read is only what statements can have
 * changed, as far as that is known; what somebody else has changed meanwhile was so
 * before.
 */
final class CatalogView {

	private final CatalogReader reader;

	private @Nullable Catalog first;

	/** What the change set can have changed so far; {@code null} if that is anything. */
	private @Nullable Scope scope = Scope.none();

	/** Whether it may have changed something since the last look. */
	private boolean dirty;

	CatalogView(Surroundings surroundings, RecordingPolicy policy) {
		this.reader = new CatalogReader(surroundings, policy);
	}

	void begin() {
		this.first = null;
		this.scope = Scope.none();
		this.dirty = false;
	}

	/** Whether nothing has been looked at for this change set. */
	boolean isUntouched() {
		return this.first == null;
	}

	/** The catalogue before the change set. */
	Catalog first() {
		return (this.first != null) ? this.first : this.reader.catalog();
	}

	/** The catalogue as it is. */
	Catalog present() throws SQLException {
		if (this.dirty) {
			this.dirty = false;
			if (this.scope != null) {
				this.scope.addNamed(this.reader.catalog());
				this.reader.some(this.scope);
			}
			else {
				this.reader.all();
			}
		}
		return this.reader.catalog();
	}

	private void open() throws SQLException {
		if (!this.reader.isComplete()) {
			this.reader.all();
			this.first = this.reader.catalog();
		}
		else if (this.first == null) {
			this.first = this.reader.catalog();
		}
	}

	/** Look at what statements are going to change, before they do. */
	void willChange(List<SqlStatement> script) throws SQLException {
		open();
		Scope next = Scope.of(this.reader.catalog(), script);
		if (next == null) {
			willChangeAnything();
			return;
		}
		look(next);
		if (this.scope != null) {
			this.scope.addAll(next);
		}
	}

	/** Look at everything. */
	void willChangeAnything() throws SQLException {
		open();
		present();
		if (this.scope != null) {
			patch(this.reader.all());
			this.scope = null;
		}
	}

	/** From now on it may be another one. */
	void expectChange() {
		this.dirty = true;
	}

	/** Look at objects that the change set has not changed so far. */
	private void look(Scope scope) throws SQLException {
		Scope own = this.scope;
		if (own != null) {
			Scope more = scope.without(own);
			if (!more.isEmpty()) {
				patch(this.reader.some(more));
			}
		}
	}

	/**
	 * What is found to have changed was so before, unless the change set can have changed
	 * it.
	 */
	private void patch(Set<Key> changed) {
		Catalog present = this.reader.catalog();
		for (Key key : changed) {
			if (!isOwn(key, present)) {
				this.first = first().withGroupOf(present, key);
			}
		}
	}

	private boolean isOwn(Key key, Catalog present) {
		Scope own = this.scope;
		if (own == null || own.keys().contains(key)) {
			return true;
		}
		Catalog.Group group = present.group(key);
		if (group == null) {
			return false;
		}
		Item whole = group.whole();
		boolean named = group.items()
			.values()
			.stream()
			.anyMatch((item) -> (!item.isPart() || item.kind().isNamedAlone()) && own.names().contains(item.name()));
		return named || (whole.has("ownedby") && isOwn(Key.relation(whole.number("ownedby")), present));
	}

	/** The tables whose rows statements may change. */
	Collection<Item> candidates(List<SqlToken> tokens) throws SQLException {
		open();
		Candidates candidates = new Candidates(present());
		candidates.of(tokens);
		Scope scope = Scope.of(candidates.all());
		tokens.stream().filter(SqlToken::isName).forEach((token) -> scope.names().add(token.text()));
		look(scope);
		Candidates again = new Candidates(present());
		return again.of(tokens);
	}

}
