package io.soundshare.migrations.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A local folder. A copy gets its name when it is whole and on the disk.
 */
public final class FolderBackupStore implements BackupStore {

	/** What those leave behind who die while they write. */
	private static final String UNFINISHED = ".part";

	/** Nobody writes for so long. */
	private static final Duration ABANDONED = Duration.ofDays(1);

	private final Path folder;

	/**
	 * Create a store.
	 * @param folder the folder; it is made, for its owner alone, when it is needed
	 */
	public FolderBackupStore(Path folder) {
		this.folder = folder.toAbsolutePath();
	}

	@Override
	public void write(String name, long size, Content content) throws IOException {
		Path file = this.folder.resolve(name);
		prepare();
		long free = Files.getFileStore(this.folder).getUsableSpace();
		if (free < size) {
			throw new IOException("%s needs %,d bytes, and %s has %,d free".formatted(name, size, this.folder, free));
		}
		if (Files.exists(file)) {
			throw new FileAlreadyExistsException(file.toString());
		}
		Path part = this.folder.resolve("." + name + UNFINISHED);
		try {
			content.writeTo(part);
			force(part, StandardOpenOption.WRITE);
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			remove(part);
		}
		force(this.folder, StandardOpenOption.READ);
	}

	/** With what was written beside it: a journal stays where the disk is full. */
	private void remove(Path part) throws IOException {
		try (DirectoryStream<Path> left = Files.newDirectoryStream(this.folder,
				(file) -> file.getFileName().toString().startsWith(part.getFileName().toString()))) {
			for (Path file : left) {
				Files.deleteIfExists(file);
			}
		}
	}

	private void prepare() throws IOException {
		if (!Files.isDirectory(this.folder)) {
			boolean posix = this.folder.getFileSystem().supportedFileAttributeViews().contains("posix");
			if (posix) {
				Files.createDirectories(this.folder,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			}
			else {
				Files.createDirectories(this.folder);
			}
		}
		Instant abandoned = Instant.now().minus(ABANDONED);
		try (DirectoryStream<Path> parts = Files.newDirectoryStream(this.folder, ".*" + UNFINISHED + "*")) {
			for (Path part : parts) {
				if (Files.getLastModifiedTime(part).toInstant().isBefore(abandoned)) {
					Files.deleteIfExists(part);
				}
			}
		}
	}

	/** A name must not be on the disk before what it is the name of. */
	private static void force(Path path, StandardOpenOption option) throws IOException {
		if (option == StandardOpenOption.READ
				&& !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			// Windows opens no directories.
			return;
		}
		try (FileChannel channel = FileChannel.open(path, option)) {
			channel.force(true);
		}
	}

	@Override
	public List<Stored> list() throws IOException {
		List<Stored> stored = new ArrayList<>();
		if (Files.isDirectory(this.folder)) {
			try (DirectoryStream<Path> files = Files.newDirectoryStream(this.folder, Files::isRegularFile)) {
				for (Path file : files) {
					String name = file.getFileName().toString();
					if (!name.startsWith(".")) {
						add(stored, name, file);
					}
				}
			}
		}
		return stored;
	}

	/** Somebody else may just have removed it. */
	private static void add(List<Stored> stored, String name, Path file) throws IOException {
		try {
			stored.add(new Stored(name, Files.size(file)));
		}
		catch (NoSuchFileException ex) {
			// Then it is not there.
			return;
		}
	}

	@Override
	public InputStream open(String name) throws IOException {
		return Files.newInputStream(this.folder.resolve(name));
	}

	@Override
	public <T extends @Nullable Object> T read(String name, Reader<T> reader) throws IOException {
		return reader.read(this.folder.resolve(name));
	}

	@Override
	public void delete(String name) throws IOException {
		Files.deleteIfExists(this.folder.resolve(name));
	}

	@Override
	public String toString() {
		return this.folder.toString();
	}

}
