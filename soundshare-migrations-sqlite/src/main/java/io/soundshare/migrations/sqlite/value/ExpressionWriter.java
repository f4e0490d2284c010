package io.soundshare.migrations.sqlite.value;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * An expression as it is written, with the place where its last operand began: that is
 * what a cast of PostgreSQL is about, which stands behind it.
 */
final class ExpressionWriter {

	private final StringBuilder sql = new StringBuilder();

	private final Deque<Parenthesis> open = new ArrayDeque<>();

	private int operand = -1;

	private boolean callable;

	/** White space and comments. */
	void space(String text) {
		this.sql.append(text);
	}

	void operator(String text) {
		this.callable = false;
		this.sql.append(text);
	}

	void operand(String text) {
		beginOperand();
		operator(text);
	}

	/** A word, which may be a function's name if a parenthesis follows. */
	void word(String text, boolean keyword) {
		Parenthesis parenthesis = this.open.peek();
		if (text.equalsIgnoreCase("as") && parenthesis != null && parenthesis.cast) {
			parenthesis.as = this.sql.length();
		}
		beginOperand();
		this.callable = !keyword;
		this.sql.append(text);
	}

	/** An operand that stands for something else that was read. */
	void replacement(String text) {
		this.operand = this.sql.length();
		operator(text);
	}

	void open() {
		boolean call = this.callable && this.operand >= 0;
		int start = call ? this.operand : this.sql.length();
		boolean cast = call && this.sql.substring(start).strip().equalsIgnoreCase("cast");
		this.sql.append('(');
		this.open.push(new Parenthesis(start, this.sql.length(), cast));
		this.callable = false;
		this.operand = -1;
	}

	void close() {
		Parenthesis parenthesis = this.open.poll();
		this.callable = false;
		if (parenthesis != null) {
			this.operand = parenthesis.start;
			String cast = ownCast(parenthesis);
			if (cast != null) {
				replaceOperand(cast);
				return;
			}
		}
		this.sql.append(')');
	}

	/** The cast in SQLite's words, {@code null} if the one that is written is right. */
	private @Nullable String ownCast(Parenthesis parenthesis) {
		return (parenthesis.as < 0) ? null : new Cast(this.sql.substring(parenthesis.as + 2))
			.ofOwn(this.sql.substring(parenthesis.inner, parenthesis.as).strip());
	}

	/** The last operand; empty if there is none. */
	String lastOperand() {
		return (this.operand >= 0) ? this.sql.substring(this.operand).strip() : "";
	}

	void replaceOperand(String text) {
		this.sql.setLength(this.operand);
		this.sql.append(text);
	}

	boolean isAfterDot() {
		return this.sql.toString().stripTrailing().endsWith(".");
	}

	private void beginOperand() {
		if (!isAfterDot()) {
			this.operand = this.sql.length();
		}
	}

	@Override
	public String toString() {
		return this.sql.toString();
	}

	/** A parenthesis that is not closed yet. */
	private static final class Parenthesis {

		private final int start;

		private final int inner;

		private final boolean cast;

		private int as = -1;

		private Parenthesis(int start, int inner, boolean cast) {
			this.start = start;
			this.inner = inner;
			this.cast = cast;
		}

	}

}
