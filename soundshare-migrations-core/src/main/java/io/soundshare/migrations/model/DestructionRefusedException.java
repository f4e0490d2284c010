package io.soundshare.migrations.model;

/**
 * Somebody asked for all data to be dropped where the settings forbid that.
 */
public final class DestructionRefusedException extends MigrationException {

	private final String operation;

	DestructionRefusedException(String operation) {
		super("Refused: " + operation
				+ " would destroy all data, and soundshare.migrations.destructive=refuse forbids that here. Nothing was done.",
				"If this database may be lost, set soundshare.migrations.destructive=allow for it.", null);
		this.operation = operation;
	}

	/**
	 * Return what was asked for.
	 * @return the operation
	 */
	public String operation() {
		return this.operation;
	}

}
