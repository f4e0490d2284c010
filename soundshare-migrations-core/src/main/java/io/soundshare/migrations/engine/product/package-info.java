/**
 * The particulars of the database products: a class each, and the only ones that ask
 * which product it is.
 */
@NullMarked
package io.soundshare.migrations.engine.product;

import org.jspecify.annotations.NullMarked;
