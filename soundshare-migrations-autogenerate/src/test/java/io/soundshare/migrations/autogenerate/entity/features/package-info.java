/**
 * Small sets of entities, one for each feature of mapping.
 */
package io.soundshare.migrations.autogenerate.entity.features;
