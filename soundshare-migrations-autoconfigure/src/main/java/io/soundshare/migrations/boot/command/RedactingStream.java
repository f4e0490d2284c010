package io.soundshare.migrations.boot.command;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Stream for what anybody logs or prints beside the result of a command: line by line,
 * and each without what must not be shown. Lines that need no change pass as the bytes
 * they are.
 */
final class RedactingStream extends OutputStream {

	private final PrintStream target;

	private final UnaryOperator<String> redacted;

	private final Runnable beforeLine;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	private RedactingStream(PrintStream target, UnaryOperator<String> redacted, Runnable beforeLine) {
		this.target = target;
		this.redacted = redacted;
		this.beforeLine = beforeLine;
	}

	/**
	 * Print beside a result.
	 * @param beforeLine is run before anything is printed
	 */
	static PrintStream of(PrintStream target, UnaryOperator<String> redacted, Runnable beforeLine) {
		return new PrintStream(new RedactingStream(target, redacted, beforeLine), true, charset(target));
	}

	/** There is a method that tells from Java 18 on. */
	private static Charset charset(PrintStream stream) {
		try {
			return (Charset) PrintStream.class.getMethod("charset").invoke(stream);
		}
		catch (ReflectiveOperationException ex) {
			return Charset.defaultCharset();
		}
	}

	@Override
	public synchronized void write(int value) {
		this.line.write(value);
		if (value == '\n') {
			print();
		}
	}

	@Override
	public synchronized void write(byte[] bytes, int offset, int length) {
		for (int i = offset; i < offset + length; i++) {
			write(bytes[i]);
		}
	}

	/** A question has no line end, and is to be read all the same. */
	@Override
	public synchronized void flush() {
		print();
		this.target.flush();
	}

	private void print() {
		byte[] bytes = this.line.toByteArray();
		this.line.reset();
		if (bytes.length == 0) {
			return;
		}
		this.beforeLine.run();
		Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : charset(this.target);
		String given = new String(bytes, charset);
		String text = given.replaceFirst("\\r?\\n$", "");
		String end = given.substring(text.length());
		String shown = this.redacted.apply(text);
		byte[] printed = shown.equals(text) ? bytes : (shown + end).getBytes(charset);
		this.target.write(printed, 0, printed.length);
	}

	private static boolean isUtf8(byte[] bytes) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
