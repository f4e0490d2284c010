/**
 * Takes down what undoes a change set on PostgreSQL: the catalogue before and after it,
 * and the rows that triggers see changed.
 */
@NullMarked
package io.soundshare.migrations.engine.recording.postgres;

import org.jspecify.annotations.NullMarked;
