/**
 * The choice of revisions, and their order. Knows no database.
 */
@NullMarked
package io.soundshare.migrations.engine.plan;

import org.jspecify.annotations.NullMarked;
