package io.soundshare.migrations.file;

import org.jspecify.annotations.Nullable;

/**
 * The content of a revision, in the words of the file's format.
 *
 * @param note what is to be known before it is read, in plain lines; may be empty
 * @param changes the changes, indented as in the file, each line ended
 * @param rollback the changes that undo them, indented as in the file, each line ended
 * @param first what has to be committed before, in a revision of its own in the same
 * file; {@code null} if nothing has
 */
public record RevisionContent(String note, String changes, String rollback, @Nullable RevisionContent first) {

	/**
	 * Create the content of a single revision.
	 * @param note what is to be known before it is read, in plain lines; may be empty
	 * @param changes the changes, indented as in the file, each line ended
	 * @param rollback the changes that undo them, indented as in the file, each line
	 * ended
	 */
	public RevisionContent(String note, String changes, String rollback) {
		this(note, changes, rollback, null);
	}

}
