package io.soundshare.migrations.model;

import io.soundshare.migrations.model.Remedy.Kind;

/**
 * Somebody asked for all data to be dropped where the settings forbid that.
 */
public final class DestructionRefusedException extends MigrationException {

	private final String operation;

	DestructionRefusedException(String operation) {
		super(Wording.format("Refused: %s would destroy all data, and %s forbids that here. Nothing was done.",
				operation, Kind.DESTRUCTIVE.of("refuse")),
				Wording.format("If this database may be lost, set %s for it.", Kind.DESTRUCTIVE.of("allow")), null);
		this.operation = operation;
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.DESTRUCTION_REFUSED;
	}

	/**
	 * Return what was asked for.
	 * @return the operation
	 */
	public String operation() {
		return this.operation;
	}

}
