/**
 * The command line: {@code --migrate=COMMAND} instead of the application.
 */
@NullMarked
package io.soundshare.migrations.boot.command;

import org.jspecify.annotations.NullMarked;
