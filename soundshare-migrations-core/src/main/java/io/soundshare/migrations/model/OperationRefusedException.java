package io.soundshare.migrations.model;

/**
 * Code of the application objects to an operation that was to begin, or fails to hear of
 * it.
 */
public final class OperationRefusedException extends MigrationException {

	private final Plan plan;

	/**
	 * Refuse a plan.
	 * @param plan the plan
	 * @param objection what the listener has thrown
	 */
	public OperationRefusedException(Plan plan, RuntimeException objection) {
		super("A listener of the application keeps the " + plan.operation() + " from running: " + objection,
				"Do what it says, or correct the listener. Nothing was run.", objection);
		this.plan = plan;
	}

	@Override
	public ErrorCode code() {
		return ErrorCode.OPERATION_REFUSED;
	}

	/**
	 * Return what was to be done.
	 * @return the plan
	 */
	public Plan plan() {
		return this.plan;
	}

}
