/**
 * Changelogs of real size, and what stock Liquibase can undo of one.
 */
@NullMarked
package io.soundshare.migrations.benchmarks.changelog;

import org.jspecify.annotations.NullMarked;
