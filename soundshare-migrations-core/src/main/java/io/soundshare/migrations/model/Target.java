package io.soundshare.migrations.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an upgrade, a downgrade or a stamp shall end: {@code head}, {@code base},
 * {@code +N}, {@code -N}, {@code REV}, {@code REV+N}, {@code REV-N}, {@code tag:NAME} or
 * {@code deployment}. The grammar is Alembic's, without branches.
 *
 * @param text the target as it was typed
 */
public record Target(String text) {

	/**
	 * The last revision of the changelog.
	 */
	public static final Target HEAD = new Target("head");

	/**
	 * Before every revision.
	 */
	public static final Target BASE = new Target("base");

	private static final String TAG = "tag:";

	private static final Pattern STEPS = Pattern.compile("[+-]\\d{1,9}");

	private static final Pattern OFFSET = Pattern.compile("(.+)([+-]\\d{1,9})", Pattern.DOTALL);

	public Target {
		text = text.strip();
		if (text.isEmpty() || text.equals(TAG)) {
			throw InvalidTargetException.empty();
		}
	}

	public boolean isHead() {
		return this.text.equals("head");
	}

	public boolean isBase() {
		return this.text.equals("base");
	}

	public boolean isDeployment() {
		return this.text.equals("deployment");
	}

	public boolean isTag() {
		return this.text.startsWith(TAG);
	}

	public String tag() {
		return this.text.substring(TAG.length());
	}

	public boolean isSteps() {
		return STEPS.matcher(this.text).matches();
	}

	/** The signed number of steps from the current revision. */
	public int steps() {
		return Integer.parseInt(this.text);
	}

	/**
	 * Whether the text can be read as a revision and an offset; a whole id has
	 * precedence.
	 */
	public boolean hasOffset() {
		return OFFSET.matcher(this.text).matches();
	}

	public String offsetRevision() {
		return offset().group(1);
	}

	public int offsetSteps() {
		return Integer.parseInt(offset().group(2));
	}

	private Matcher offset() {
		Matcher matcher = OFFSET.matcher(this.text);
		if (!matcher.matches()) {
			throw new IllegalStateException("No offset in '" + this.text + "'");
		}
		return matcher;
	}

	/** As it may be shown. */
	@Override
	public String toString() {
		return Printable.line(this.text);
	}

}
