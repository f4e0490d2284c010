/**
 * Random schemas, random data, random sequences of changes: what a change does not name
 * stays as it was, and after the rollbacks the start is back.
 */
@NullMarked
package io.soundshare.migrations.sqlite.random;

import org.jspecify.annotations.NullMarked;
