/**
 * Shadow databases: made for a comparison, and gone after it.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.shadow;

import org.jspecify.annotations.NullMarked;
