/**
 * Views as SQLite stores them, put aside while what they show is changed.
 */
@NullMarked
package io.soundshare.migrations.sqlite.view;

import org.jspecify.annotations.NullMarked;
