package io.soundshare.migrations.engine.catalog;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Lets those who ask the same at once share one reading, instead of each waiting for
 * those before it. An answer is for those who had asked when its reading began to look:
 * whoever comes later may know of something that it has not seen, and waits for the next.
 * A failure comes after everybody who waits for it, and is for all of them: a database
 * that does not answer costs each one time-out.
 */
public final class SharedReadings {

	private final ConcurrentMap<String, Reading> running = new ConcurrentHashMap<>();

	/**
	 * Ask something.
	 * @param question what is asked
	 * @param source finds the answer, and runs what it is given just before it looks
	 */
	@SuppressWarnings("unchecked")
	public <T> T ask(String question, Function<Runnable, T> source) {
		long asked = System.nanoTime();
		while (true) {
			Reading mine = new Reading();
			Reading other = this.running.putIfAbsent(question, mine);
			if (other == null) {
				return read(question, mine, source);
			}
			Object answer = other.answer();
			if (answer != null && other.looked - asked >= 0) {
				return (T) answer;
			}
		}
	}

	private <T> T read(String question, Reading mine, Function<Runnable, T> source) {
		try {
			T answer = source.apply(mine::look);
			this.running.remove(question);
			mine.answer.complete(answer);
			return answer;
		}
		catch (RuntimeException | Error ex) {
			this.running.remove(question);
			// Whoever is interrupted fails for a reason of its own.
			if (Thread.currentThread().isInterrupted()) {
				mine.answer.complete(null);
			}
			else {
				mine.answer.completeExceptionally(ex);
			}
			throw ex;
		}
	}

	/**
	 * A reading that somebody does.
	 */
	private static final class Reading {

		private final CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();

		private volatile long looked;

		private void look() {
			this.looked = System.nanoTime();
		}

		/** The answer; {@code null} if it has to be read again. */
		private @Nullable Object answer() {
			try {
				return this.answer.join();
			}
			catch (CompletionException ex) {
				if (ex.getCause() instanceof RuntimeException failure) {
					throw failure;
				}
				throw ex;
			}
		}

	}

}
