package io.soundshare.migrations.boot.command;

/**
 * The answer of a command: what it has found or done.
 *
 * @param text for people
 * @param document for scripts
 * @param code how it went
 */
record CommandOutput(String text, Object document, ExitCode code) {

}
