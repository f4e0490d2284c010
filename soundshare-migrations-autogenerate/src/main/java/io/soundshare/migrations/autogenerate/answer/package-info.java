/**
 * What the entities do not tell: renames and values for rows that are there.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.answer;

import org.jspecify.annotations.NullMarked;
