/**
 * The pages a browser is shown: plain HTML, made of what the engine answers.
 */
@NullMarked
package io.soundshare.migrations.boot.console;

import org.jspecify.annotations.NullMarked;
