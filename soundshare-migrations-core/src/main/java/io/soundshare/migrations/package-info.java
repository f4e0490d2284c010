/**
 * The engine: reads the changelog, compares it with the history in the database, plans,
 * and executes.
 */
@NullMarked
package io.soundshare.migrations;

import org.jspecify.annotations.NullMarked;
