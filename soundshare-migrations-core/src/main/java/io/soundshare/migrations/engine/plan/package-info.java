/**
 * Which revisions, in which order. Knows no database.
 */
@NullMarked
package io.soundshare.migrations.engine.plan;

import org.jspecify.annotations.NullMarked;
