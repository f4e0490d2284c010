/**
 * The view of operators: the endpoint, the health and the info contributor.
 */
@NullMarked
package io.soundshare.migrations.boot.actuate;

import org.jspecify.annotations.NullMarked;
