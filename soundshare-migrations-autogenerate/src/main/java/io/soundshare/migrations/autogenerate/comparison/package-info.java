/**
 * The declared schema, the changelog and the revision between them, built and tried in a
 * shadow database.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.comparison;

import org.jspecify.annotations.NullMarked;
