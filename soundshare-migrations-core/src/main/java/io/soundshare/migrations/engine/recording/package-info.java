/**
 * What undoes a change set, taken down while its statements run: the seam between those
 * who have it taken down and the database products that can.
 */
@NullMarked
package io.soundshare.migrations.engine.recording;

import org.jspecify.annotations.NullMarked;
