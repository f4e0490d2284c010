/**
 * The schema the entities declare, from Hibernate's boot metadata.
 */
@NullMarked
package io.soundshare.migrations.autogenerate.entity;

import org.jspecify.annotations.NullMarked;
