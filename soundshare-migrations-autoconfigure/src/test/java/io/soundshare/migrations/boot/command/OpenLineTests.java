package io.soundshare.migrations.boot.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Results and logs on one terminal.
 */
class OpenLineTests {

	private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

	private final PrintStream out = new PrintStream(this.terminal, true, StandardCharsets.UTF_8);

	@Test
	void aLogLineIsOneOfItsOwn() {
		OpenLine line = new OpenLine(this.out, true);
		PrintStream err = RedactingStream.of(this.out, UnaryOperator.identity(), line::giveWay);
		line.begin("up 1/2  1");
		err.println("WARN one");
		err.println("WARN two");
		line.end("  (7 ms)");
		line.begin("up 2/2  2");
		err.flush();
		line.end("  (8 ms)");
		err.println("WARN three");
		line.begin("up");
		err.println("error");
		line.close();
		assertThat(printed()).isEqualTo(
				"up 1/2  1\nWARN one\nWARN two\nup 1/2  1  (7 ms)\nup 2/2  2  (8 ms)\n" + "WARN three\nup\nerror\n");
	}

	@Test
	void aLineGoesOnWhereNobodyElsePrints() {
		OpenLine line = new OpenLine(this.out, false);
		line.begin("up 1/1  1");
		line.giveWay();
		line.end("  (7 ms)");
		line.begin("up");
		line.close();
		assertThat(printed()).isEqualTo("up 1/1  1  (7 ms)\nup\n");
	}

	private String printed() {
		return this.terminal.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

}
