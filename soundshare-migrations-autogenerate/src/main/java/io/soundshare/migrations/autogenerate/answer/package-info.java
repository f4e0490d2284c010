/**
 * Answers that the entities do not give: renames and values for rows that are there.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.answer;

import org.jspecify.annotations.NullMarked;
