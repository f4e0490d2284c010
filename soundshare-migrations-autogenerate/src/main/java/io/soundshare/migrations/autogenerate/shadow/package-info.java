/**
 * Shadow databases: made for a comparison, thrown away afterwards.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.shadow;

import org.jspecify.annotations.NullMarked;
