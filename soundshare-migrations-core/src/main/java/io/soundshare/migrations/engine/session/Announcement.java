package io.soundshare.migrations.engine.session;

import io.soundshare.migrations.model.OperationListener;
import io.soundshare.migrations.model.OperationRefusedException;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Result;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listener of the settings of one operation, if there is something to do.
 */
public final class Announcement {

	private final OperationListener listener;

	private @Nullable Plan plan;

	public Announcement(OperationListener listener) {
		this.listener = listener;
	}

	/** Say that it begins, if that was not said yet. */
	void begin(Plan begun) {
		if (this.plan == null && !begun.isEmpty()) {
			try {
				this.listener.begun(begun);
			}
			catch (RuntimeException ex) {
				throw new OperationRefusedException(begun, ex);
			}
			this.plan = begun;
		}
	}

	/** Say that it has ended well. */
	public void end(@Nullable Object result) {
		if (this.plan != null && result instanceof Result done) {
			this.listener.ended(this.plan, done);
		}
	}

	/** Say that it has failed. */
	public void fail(RuntimeException failure) {
		if (this.plan != null) {
			try {
				this.listener.failed(this.plan, failure);
			}
			catch (RuntimeException suppressed) {
				failure.addSuppressed(suppressed);
			}
		}
	}

}
