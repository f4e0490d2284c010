package io.soundshare.migrations.sqlite.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The most a directory held at any time while a process ran. SQLite deletes its temporary
 * files as soon as it has opened them, so the open files of the process are counted too.
 */
final class DiskWatch extends Thread implements AutoCloseable {

	private final Path directory;

	private final Path openFiles;

	private volatile boolean stopped;

	private volatile long peak;

	DiskWatch(Path directory, long process) {
		super("disk");
		this.directory = directory;
		this.openFiles = Path.of("/proc/" + process + "/fd");
		setDaemon(true);
		start();
	}

	@Override
	public void run() {
		while (!this.stopped) {
			this.peak = Math.max(this.peak, size());
			try {
				Thread.sleep(20);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private long size() {
		return list(this.directory).stream().mapToLong(DiskWatch::size).sum()
				+ list(this.openFiles).stream().filter(this::isDeleted).mapToLong(DiskWatch::size).sum();
	}

	private boolean isDeleted(Path openFile) {
		try {
			String target = Files.readSymbolicLink(openFile).toString();
			return target.startsWith(this.directory.toString()) && target.endsWith(" (deleted)");
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static List<Path> list(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			return files.toList();
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Nothing of what is gone by now. */
	private static long size(Path file) {
		try {
			return Files.isRegularFile(file) ? Files.size(file) : 0;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	long peak() {
		return this.peak;
	}

	@Override
	public void close() {
		this.stopped = true;
	}

}
