/**
 * Carries a plan out, revision by revision.
 */
@NullMarked
package io.soundshare.migrations.engine.run;

import org.jspecify.annotations.NullMarked;
