package io.soundshare.migrations;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.model.OperationListener;
import io.soundshare.migrations.model.OperationRefusedException;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.ProgressListener;
import io.soundshare.migrations.model.Result;
import io.soundshare.migrations.model.RevisionFailedException;
import io.soundshare.migrations.model.Target;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OperationListenerTests extends DatabaseContract {

	private final List<String> heard = new ArrayList<>();

	@Override
	TestDatabase open(Path folder) {
		return new SqliteTestDatabase(folder);
	}

	@Test
	void hearsOfEachOperationThatHasSomethingToDo() {
		Migrations migrations = heard(migrations(TestChangelog.table("one"), TestChangelog.table("two")));
		migrations.upgrade();
		assertThat(this.heard).containsExactly("lock", "begun upgrade 2", "STARTED one", "COMPLETED one", "STARTED two",
				"COMPLETED two", "ended upgrade 2, lock free");
		this.heard.clear();
		migrations.upgrade();
		assertThat(this.heard).isEmpty();
		downgrade(migrations, "-1");
		assertThat(this.heard).containsExactly("lock", "begun downgrade 1", "STARTED two", "COMPLETED two",
				"ended downgrade 1, lock free");
		this.heard.clear();
		migrations.reset(ProgressListener.SILENT);
		assertThat(this.heard).startsWith("lock", "begun reset 2, with t_one", "STARTED one").hasSize(7);
		this.heard.clear();
		stamp(migrations, "base");
		assertThat(this.heard).startsWith("lock", "begun stamp 2").endsWith("ended stamp 2, lock free");
	}

	@Test
	void hearsOfAFailure() {
		Migrations migrations = heard(migrations(TestChangelog.table("one"), TestChangelog.table("two") + "wrong;"));
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(migrations::upgrade);
		assertThat(this.heard).containsExactly("lock", "begun upgrade 2", "STARTED one", "COMPLETED one", "STARTED two",
				"failed upgrade 2 RevisionFailedException, lock free");
	}

	@Test
	void hearsNothingOfWhatIsTriedOutOnACopy() {
		Migrations migrations = heard(migrations(TestChangelog.table("one")));
		migrations.rehearse(Target.HEAD, ProgressListener.SILENT);
		assertThat(this.heard).isEmpty();
	}

	@Test
	void nothingRunsIfTheListenerObjects() {
		Migrations migrations = MigrationsInternals.of(migrations(TestChangelog.table("one")))
			.heardBy(new OperationListener() {
				@Override
				public void begun(Plan plan) {
					throw new IllegalStateException("not today");
				}
			});
		assertThatExceptionOfType(OperationRefusedException.class).isThrownBy(migrations::upgrade)
			.withMessageContaining("keeps the upgrade from running: java.lang.IllegalStateException: not today")
			.satisfies((refused) -> assertThat(refused.plan().steps()).hasSize(1));
		assertThat(migrations.status().history()).isEmpty();
		assertThat(migrations.lock().held()).isFalse();
	}

	private Migrations heard(Migrations migrations) {
		return MigrationsInternals.of(migrations).heardBy(new Recorder(migrations));
	}

	private final class Recorder implements OperationListener {

		private final Migrations migrations;

		Recorder(Migrations migrations) {
			this.migrations = migrations;
		}

		@Override
		public void lockWaited(Duration waited) {
			assertThat(waited).isPositive();
			OperationListenerTests.this.heard.add("lock");
		}

		@Override
		public void begun(Plan plan) {
			boolean reset = plan.operation().toString().equals("reset");
			OperationListenerTests.this.heard.add("begun " + plan.operation() + " " + plan.steps().size()
					+ ((reset && !OperationListenerTests.this.database
						.rows("SELECT name FROM sqlite_master WHERE name = 't_one'")
						.isEmpty()) ? ", with t_one" : ""));
		}

		@Override
		public void heard(Progress progress) {
			OperationListenerTests.this.heard.add(progress.kind() + " " + progress.step().revision());
		}

		@Override
		public void ended(Plan plan, Result result) {
			end("ended " + plan.operation() + " " + result.steps().size());
		}

		@Override
		public void failed(Plan plan, RuntimeException failure) {
			end("failed " + plan.operation() + " " + plan.steps().size() + " " + failure.getClass().getSimpleName());
		}

		private void end(String how) {
			OperationListenerTests.this.heard.add(how + (this.migrations.lock().held() ? "" : ", lock free"));
		}

	}

}
