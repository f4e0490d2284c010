package io.soundshare.migrations.engine.redaction;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.soundshare.migrations.model.HiddenCause;
import io.soundshare.migrations.model.MigrationException;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.secret.Secrets;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/**
 * The way out for all that leaves one session: it knows the secrets of the connection and
 * of the settings, the parameters of the changelog, and which names in it cannot be shown
 * as they are.
 */
public final class Redactor {

	private volatile Secrets secrets;

	private volatile ParameterValues parameters;

	private @Nullable DatabaseChangeLog changelog;

	private final Map<String, String> names = new ConcurrentHashMap<>();

	public Redactor(Secrets secrets, ParameterValues parameters) {
		this.secrets = secrets;
		this.parameters = parameters;
	}

	/** The URL as the driver has it. */
	public void know(@Nullable String url) {
		if (url != null) {
			this.secrets = this.secrets.and(Secrets.ofUrl(url));
		}
	}

	/** Return what is known of the parameters' values so far. */
	public ParameterValues parameters() {
		return this.parameters;
	}

	public void know(DatabaseChangeLog changelog) {
		if (changelog == this.changelog) {
			return;
		}
		this.changelog = changelog;
		if (changelog.getChangeLogParameters() instanceof RecordedParameters recorded) {
			this.parameters = recorded.values();
		}
		for (ChangeSet changeSet : changelog.getChangeSets()) {
			name(changeSet.getId());
			name(changeSet.getAuthor());
			name(changeSet.getFilePath());
		}
	}

	private void name(@Nullable String name) {
		if (name != null && Printable.isNeededFor(name)) {
			this.names.put(name, Printable.line(name));
		}
	}

	/** Text that is no SQL. */
	public String text(String text) {
		return this.secrets.hide(this.parameters.hideSecrets(text));
	}

	@Nullable String textOrNull(@Nullable String text) {
		return (text != null) ? text(text) : null;
	}

	/** SQL, and what drivers say of it: the values of parameters are their names. */
	public String sql(String sql) {
		return this.secrets.hide(this.parameters.hide(sql));
	}

	/** A message for a log, of which each further line is seen to be one. */
	String log(String message) {
		return Printable.block(named(sql(message))).replaceAll("\\n(?!\\s|$)", "\n  ");
	}

	public <E extends MigrationException> E failure(E failure) {
		failure.hide((text) -> named(text(text)));
		return failure;
	}

	@Nullable Throwable cause(@Nullable Throwable cause) {
		return HiddenCause.of(cause, (text) -> Printable.block(named(sql(text))));
	}

	private String named(String text) {
		String shown = text;
		for (Map.Entry<String, String> name : this.names.entrySet()) {
			shown = shown.replace(name.getKey(), name.getValue());
		}
		return shown;
	}

}
