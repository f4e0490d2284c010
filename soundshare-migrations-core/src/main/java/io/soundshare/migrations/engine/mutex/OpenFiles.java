package io.soundshare.migrations.engine.mutex;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The processes of this host that have a file open, by whatever name. Where that cannot
 * be told, as outside Linux, they may have.
 */
public final class OpenFiles {

	private static final Path PROCESSES = Path.of("/proc");

	private OpenFiles() {
	}

	/** Whether another process may have a file open. */
	public static boolean mayBeOpenElsewhere(@Nullable Path file, long self) {
		if (file == null || !isTold()) {
			return true;
		}
		try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
			for (Path process : processes) {
				if (!process.getFileName().toString().equals(String.valueOf(self)) && mayBeOpen(file, process)) {
					return true;
				}
			}
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * A process beside this one that is known to have a file open, for people;
	 * {@code null} if none is.
	 */
	public static @Nullable String otherProcess(Path file) {
		if (!isTold()) {
			return null;
		}
		return ProcessHandle.allProcesses()
			.filter((process) -> process.pid() != ProcessHandle.current().pid())
			.filter((process) -> isOpen(file, PROCESSES.resolve(String.valueOf(process.pid())), (other) -> false))
			.map((process) -> "process " + process.pid()
					+ process.info().command().map((command) -> " (" + Path.of(command).getFileName() + ")").orElse(""))
			.findFirst()
			.orElse(null);
	}

	/** Whether a process may have a file open. */
	static boolean mayBeOpen(Path file, long pid) {
		return !isTold() || mayBeOpen(file, PROCESSES.resolve(String.valueOf(pid)));
	}

	private static boolean isTold() {
		return Files.isDirectory(PROCESSES.resolve("self/fd"));
	}

	private static boolean mayBeOpen(Path file, Path process) {
		return isOpen(file, process, OpenFiles::isJava);
	}

	/**
	 * Whether a process has a file open.
	 * @param untold what to say of one that does not tell
	 */
	private static boolean isOpen(Path file, Path process, Predicate<Path> untold) {
		try (DirectoryStream<Path> opened = Files.newDirectoryStream(process.resolve("fd"))) {
			for (Path descriptor : opened) {
				if (isSame(descriptor, file)) {
					return true;
				}
			}
			return false;
		}
		catch (IOException | DirectoryIteratorException ex) {
			return untold.test(process);
		}
	}

	/** A descriptor leads to its file, also where that has another name. */
	private static boolean isSame(Path descriptor, Path file) {
		try {
			return Files.isSameFile(descriptor, file);
		}
		catch (IOException ex) {
			// It was closed in the meantime.
			return false;
		}
	}

	/**
	 * Whether a process is Java: what somebody else's process has open is a secret, but
	 * not what it is called.
	 */
	private static boolean isJava(Path process) {
		try {
			return Files.readString(process.resolve("comm")).startsWith("java");
		}
		catch (IOException ex) {
			// It has ended in the meantime, with all it had open.
			return false;
		}
	}

}
