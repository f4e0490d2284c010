/**
 * How databases are copied and put back, a class for each product.
 */
@NullMarked
package io.soundshare.migrations.engine.copy;

import org.jspecify.annotations.NullMarked;
