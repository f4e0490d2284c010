/**
 * The redaction of everything that leaves: secrets, and the values of the changelog's
 * parameters.
 */
@NullMarked
package io.soundshare.migrations.engine.redaction;

import org.jspecify.annotations.NullMarked;
