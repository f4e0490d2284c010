/**
 * What undoes a revision without anybody having written it: taken down in the upgrade,
 * stored beside the journal, checked and run in the downgrade.
 */
@NullMarked
package io.soundshare.migrations.engine.undo;

import org.jspecify.annotations.NullMarked;
