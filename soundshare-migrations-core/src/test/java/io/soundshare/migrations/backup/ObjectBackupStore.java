package io.soundshare.migrations.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The store that docs/backup.md shows.
 */
final class ObjectBackupStore implements BackupStore {

	private final ObjectStorage storage;

	ObjectBackupStore(ObjectStorage storage) {
		this.storage = storage;
	}

	@Override
	public void write(String name, long size, Content content) throws IOException {
		Path folder = Files.createTempDirectory("backup");
		Path file = folder.resolve(name);
		try {
			content.writeTo(file);
			this.storage.put(name, file);
		}
		finally {
			Files.deleteIfExists(file);
			Files.delete(folder);
		}
	}

	@Override
	public List<Stored> list() throws IOException {
		return this.storage.list()
			.entrySet()
			.stream()
			.map((object) -> new Stored(object.getKey(), object.getValue()))
			.toList();
	}

	@Override
	public InputStream open(String name) throws IOException {
		return this.storage.get(name);
	}

	@Override
	public void delete(String name) throws IOException {
		this.storage.remove(name);
	}

	/**
	 * One bucket of an object storage.
	 */
	interface ObjectStorage {

		/** Upload a file. An object is there when all of it is. */
		void put(String key, Path file) throws IOException;

		/** List all keys, not the first page of them alone, and the sizes. */
		Map<String, Long> list() throws IOException;

		/** Download an object; what is not there is a NoSuchFileException. */
		InputStream get(String key) throws IOException;

		/** Remove an object, if it is there. */
		void remove(String key) throws IOException;

	}

}
