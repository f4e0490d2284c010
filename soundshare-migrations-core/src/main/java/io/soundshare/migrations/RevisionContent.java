package io.soundshare.migrations;

/**
 * What a revision does, in the words of the file's format.
 *
 * @param note what is to be known before it is read, in plain lines; may be empty
 * @param changes the changes, indented as in the file, each line ended
 * @param rollback the changes that undo them, indented as in the file, each line ended
 */
public record RevisionContent(String note, String changes, String rollback) {

}
