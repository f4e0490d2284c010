package io.soundshare.migrations.engine.mutex;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * For a database in the memory of this process.
 */
public final class JvmMutex implements Mutex {

	private static final Map<String, String> HOLDERS = new ConcurrentHashMap<>();

	private final String database;

	public JvmMutex(String database) {
		this.database = database;
	}

	@Override
	public boolean tryTake(String holder) {
		return HOLDERS.putIfAbsent(this.database, holder) == null;
	}

	@Override
	public void report(String holder) {
		HOLDERS.replace(this.database, holder);
	}

	@Override
	public @Nullable String holder() {
		return HOLDERS.get(this.database);
	}

	@Override
	public void release() {
		HOLDERS.remove(this.database);
	}

}
