package io.soundshare.migrations.engine.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.soundshare.migrations.backup.BackupStore;
import io.soundshare.migrations.backup.BackupStore.Stored;
import io.soundshare.migrations.engine.copy.FileDigest;
import io.soundshare.migrations.model.Backup;
import io.soundshare.migrations.model.BackupFailedException;
import liquibase.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What is in a store: copies, the names of which begin with the time, and beside each a
 * mark that it was whole, with its size and its digest.
 */
final class StoredBackups {

	private static final String MARK = ".verified";

	private static final int MARK_SIZE = 100;

	private final BackupStore store;

	private final String suffix;

	private final int keep;

	StoredBackups(BackupStore store, String suffix, int keep) {
		this.store = store;
		this.suffix = suffix;
		this.keep = keep;
	}

	BackupStore store() {
		return this.store;
	}

	/** The newest; {@code null} if there is none. */
	@Nullable Backup newest() throws IOException {
		Map<String, Long> sizes = sizes();
		List<String> names = names(sizes);
		return names.isEmpty() ? null : backup(names.get(0), sizes);
	}

	/** The size of one. */
	long size(String name) throws IOException {
		return sizes().getOrDefault(name, 0L);
	}

	/** List them, the newest first. */
	List<Backup> list() throws IOException {
		Map<String, Long> sizes = sizes();
		List<Backup> all = new ArrayList<>();
		for (String name : names(sizes)) {
			all.add(backup(name, sizes));
		}
		return List.copyOf(all);
	}

	private Map<String, Long> sizes() throws IOException {
		return this.store.list().stream().collect(Collectors.toMap(Stored::name, Stored::size));
	}

	/** The names of copies, the newest first: they begin with the time. */
	private List<String> names(Map<String, Long> sizes) {
		return sizes.keySet()
			.stream()
			.filter((name) -> BackupName.parse(name, this.suffix) != null)
			.sorted(Comparator.reverseOrder())
			.toList();
	}

	private Backup backup(String text, Map<String, Long> sizes) throws IOException {
		BackupName name = Objects.requireNonNull(BackupName.parse(text, this.suffix));
		long size = sizes.getOrDefault(text, 0L);
		return new Backup(text, name.revision(), name.taken(), size,
				sizes.containsKey(text + MARK) && isMarked(text, size));
	}

	private boolean isMarked(String name, long size) throws IOException {
		return marked(name).get(0).equals(String.valueOf(size));
	}

	/** The words of a mark: the size, and the digest. */
	private List<String> marked(String name) throws IOException {
		try (InputStream bytes = this.store.open(name + MARK)) {
			return List.of(new String(bytes.readNBytes(MARK_SIZE), StandardCharsets.UTF_8).strip().split("\\s+"));
		}
		catch (NoSuchFileException ex) {
			// Somebody else has just removed it.
			return List.of("");
		}
	}

	/** What one was when it was found to be whole; {@code null} if nobody has said. */
	@Nullable FileDigest digest(Backup backup) throws IOException {
		List<String> marked = backup.verified() ? marked(backup.name()) : List.of();
		return (marked.size() > 1) ? FileDigest.parse(marked.get(1)) : null;
	}

	/**
	 * Find the one that is meant.
	 * @param name its name or the beginning of it; nothing for the newest
	 */
	Backup find(String name) throws IOException {
		List<Backup> all = list();
		List<Backup> meant = all.stream().filter((backup) -> backup.name().equals(name)).toList();
		if (meant.isEmpty()) {
			meant = all.stream().filter((backup) -> backup.name().startsWith(name)).toList();
		}
		if (meant.size() > 1 && !name.isEmpty()) {
			throw BackupFailedException.ambiguous(name, meant.stream().map(Backup::name).toList());
		}
		if (meant.isEmpty()) {
			throw BackupFailedException.unknown(name, all.stream().map(Backup::name).toList());
		}
		return meant.get(0);
	}

	/** Mark one as whole. */
	void mark(String name, long size, @Nullable FileDigest digest) throws IOException {
		this.store.delete(name + MARK);
		this.store.write(name + MARK, MARK_SIZE, (file) -> Files.writeString(file, size + " " + digest));
	}

	/** Take the mark of one away. */
	void unmark(String name) throws IOException {
		this.store.delete(name + MARK);
	}

	/**
	 * The one that was just made stays, whatever clocks say, and what is not whole goes
	 * first.
	 */
	void prune(Backup taken) {
		try {
			List<Backup> others = new ArrayList<>(list());
			others.removeIf((backup) -> backup.name().equals(taken.name()));
			others.sort(Comparator.comparing((Backup backup) -> !backup.verified()));
			for (Backup old : others.subList(Math.min(this.keep - 1, others.size()), others.size())) {
				this.store.delete(old.name() + MARK);
				this.store.delete(old.name());
			}
		}
		catch (IOException ex) {
			Scope.getCurrentScope().getLog(getClass()).warning("Old backups cannot be removed: " + ex);
		}
	}

}
