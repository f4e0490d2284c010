package io.soundshare.migrations.autogenerate.comparison;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A revision file that is on no disk, so that nothing of it is left behind.
 */
final class RevisionInMemory extends AbstractResourceAccessor {

	private final String name;

	private final byte[] content;

	RevisionInMemory(String name, String content) {
		this.name = name;
		this.content = content.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public List<Resource> search(String path, boolean recursive) throws IOException {
		return List.of();
	}

	@Override
	public @Nullable List<Resource> getAll(String path) throws IOException {
		return path.equals(this.name) ? List.of(new InMemory(path, this.content)) : null;
	}

	@Override
	public List<String> describeLocations() {
		return List.of("memory");
	}

	@Override
	public void close() {
	}

	/**
	 * The file; there is nothing beside it.
	 */
	private static final class InMemory extends AbstractResource {

		private final byte @Nullable [] content;

		InMemory(String path, byte @Nullable [] content) {
			super(path, URI.create("memory:" + path));
			this.content = content;
		}

		@Override
		public InputStream openInputStream() throws IOException {
			if (this.content == null) {
				throw new FileNotFoundException(getPath());
			}
			return new ByteArrayInputStream(this.content);
		}

		@Override
		public boolean exists() {
			return this.content != null;
		}

		@Override
		public Resource resolve(String other) {
			return new InMemory(getPath() + "/" + other, null);
		}

		@Override
		public Resource resolveSibling(String other) {
			return new InMemory(other, null);
		}

		@Override
		public OutputStream openOutputStream(OpenOptions openOptions) throws IOException {
			throw new IOException(getPath() + " cannot be written");
		}

	}

}
