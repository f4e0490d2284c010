/**
 * A new revision as a file. API.
 */
@NullMarked
package io.soundshare.migrations.file;

import org.jspecify.annotations.NullMarked;
