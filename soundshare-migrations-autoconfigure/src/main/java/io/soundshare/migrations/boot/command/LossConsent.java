package io.soundshare.migrations.boot.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.soundshare.migrations.model.DataLossException;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Printable;
import io.soundshare.migrations.model.Remedy.Kind;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Target;
import io.soundshare.migrations.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The consent to what a downgrade loses. It is asked once more when nobody else can
 * change the database any more: what is lost then must be what was confirmed.
 */
final class LossConsent implements Consumer<Plan> {

	private final Target target;

	private final boolean given;

	private final @Nullable PrintStream out;

	private @Nullable List<String> confirmed;

	/**
	 * Create one.
	 * @param given whether the command line has it
	 * @param out where the plan is printed; {@code null} for nowhere, and nobody is asked
	 */
	LossConsent(Target target, boolean given, @Nullable PrintStream out) {
		this.target = target;
		this.given = given;
		this.out = out;
	}

	@Override
	public void accept(Plan plan) {
		List<String> losses = losses(plan);
		if (this.confirmed != null && this.confirmed.equals(losses)) {
			return;
		}
		if (this.out != null && !plan.isEmpty()) {
			this.out.println(ProgressText.plan(plan));
			this.out.flush();
		}
		if (plan.isLossy() && !this.given && !(this.out != null && TerminalInterview.isConfirmed("Go on? [y/N] "))) {
			throw new DataLossException(plan,
					Wording.format("If that is what you want: %s.", Kind.CONFIRM_DOWNGRADE.of(this.target)));
		}
		this.confirmed = losses;
	}

	private static List<String> losses(Plan plan) {
		List<String> losses = new ArrayList<>();
		for (Revision revision : plan.revisions()) {
			losses.add(Printable.line(revision.key()));
			losses.addAll(revision.undo().loses());
		}
		return losses;
	}

}
