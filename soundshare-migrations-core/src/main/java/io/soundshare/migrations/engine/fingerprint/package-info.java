/**
 * The fast path: that there is nothing to do is seen without Liquibase, by a fingerprint
 * of everything that decides it.
 */
@NullMarked
package io.soundshare.migrations.engine.fingerprint;

import org.jspecify.annotations.NullMarked;
