package io.soundshare.migrations.engine.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import io.soundshare.migrations.backup.BackupStore;
import io.soundshare.migrations.model.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * A store of somebody else's, whose failures are all of one kind.
 *
 * @param store the store
 */
record GuardedStore(BackupStore store) implements BackupStore {

	@Override
	public void write(String name, long size, Content content) throws IOException {
		guarded(() -> {
			this.store.write(name, size, content);
			return name;
		});
	}

	@Override
	public List<Stored> list() throws IOException {
		return guarded(this.store::list);
	}

	@Override
	public InputStream open(String name) throws IOException {
		return guarded(() -> this.store.open(name));
	}

	@Override
	public <T extends @Nullable Object> T read(String name, Reader<T> reader) throws IOException {
		return guarded(() -> this.store.read(name, reader));
	}

	@Override
	public void delete(String name) throws IOException {
		guarded(() -> {
			this.store.delete(name);
			return name;
		});
	}

	/** But for what we throw ourselves, while it writes or reads for us. */
	private static <T extends @Nullable Object> T guarded(Work<T> work) throws IOException {
		try {
			return work.run();
		}
		catch (MigrationException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new IOException(ex.toString(), ex);
		}
	}

	@Override
	public String toString() {
		return this.store.toString();
	}

	/**
	 * Something a store does.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	private interface Work<T extends @Nullable Object> {

		T run() throws IOException;

	}

}
