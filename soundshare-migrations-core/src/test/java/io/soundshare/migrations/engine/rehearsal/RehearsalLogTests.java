package io.soundshare.migrations.engine.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.soundshare.migrations.RevisionSamples;
import io.soundshare.migrations.engine.rehearsal.Snapshot.Rows;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.RehearsalReport.Finding;
import io.soundshare.migrations.model.Revision;
import io.soundshare.migrations.model.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RehearsalLogTests {

	private final Revision revision = RevisionSamples.revision("11aa", null);

	private final Snapshot songs = new Snapshot(Map.of(), Map.of("songs", new Rows(Map.of(), 0, 0)));

	private final RehearsalLog log = new RehearsalLog();

	private Progress took(Duration duration) {
		return new Progress(Progress.Kind.COMPLETED, new Step(Step.Action.APPLY, this.revision), 1, 1, duration, null);
	}

	@Test
	void tellsWhatTakesLongAndWhatOthersWaitFor() {
		this.log.begin(this.songs);
		this.log.applied(took(Duration.ofSeconds(6)), List.of("public.songs AccessExclusive", "\"new songs\" Share"),
				this.songs);
		assertThat(this.log.findings()).containsExactly(new Finding(Finding.Kind.SLOW, this.revision,
				"it takes 6 s, for which others may have to wait: it locks public.songs AccessExclusive"));
		assertThat(this.log.steps()).singleElement()
			.satisfies((step) -> assertThat(step.locks()).containsExactly("public.songs AccessExclusive"));
	}

	@Test
	void findsNothingInWhatIsQuick() {
		this.log.begin(this.songs);
		this.log.applied(took(Duration.ofSeconds(4)), List.of(), this.songs);
		this.log.undone(took(Duration.ofSeconds(9)), this.songs);
		this.log.again(took(Duration.ofSeconds(9)));
		this.log.end(this.songs);
		assertThat(this.log.findings()).isEmpty();
		assertThat(this.log.undone()).isOne();
	}

}
