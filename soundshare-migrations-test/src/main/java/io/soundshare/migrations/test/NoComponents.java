package io.soundshare.migrations.test;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Leaves out everything an application scans for: entities are found otherwise.
 */
final class NoComponents extends TypeExcludeFilter {

	@Override
	public boolean match(MetadataReader metadataReader, MetadataReaderFactory metadataReaderFactory) {
		return true;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof NoComponents;
	}

	@Override
	public int hashCode() {
		return NoComponents.class.hashCode();
	}

}
