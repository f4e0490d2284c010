package io.soundshare.migrations.engine.session;

import org.jspecify.annotations.Nullable;

/**
 * The application that migrates, for the journal.
 *
 * @param name its name
 * @param version its version
 */
public record Application(@Nullable String name, @Nullable String version) {

}
