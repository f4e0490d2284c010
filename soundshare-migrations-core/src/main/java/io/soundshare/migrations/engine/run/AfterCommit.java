package io.soundshare.migrations.engine.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import liquibase.changelog.ChangeSet;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Tells an application's listener that a change set ran, or was rolled back, when that is
 * committed: as it is in stock Liquibase by then.
 */
final class AfterCommit {

	private static final Set<String> DONE = Set.of("ran", "rolledBack");

	private final List<Call> waiting = new ArrayList<>();

	@Nullable ChangeExecListener watch(@Nullable ChangeExecListener listener) {
		if (listener == null) {
			return null;
		}
		return (ChangeExecListener) Proxy.newProxyInstance(AfterCommit.class.getClassLoader(),
				new Class<?>[] { ChangeExecListener.class }, (proxy, method, arguments) -> {
					Call call = () -> {
						try {
							return method.invoke(listener, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					};
					if (DONE.contains(method.getName()) && arguments[0] instanceof ChangeSet) {
						this.waiting.add(call);
						return null;
					}
					return call.run();
				});
	}

	void committed() throws LiquibaseException {
		List<Call> calls = List.copyOf(this.waiting);
		this.waiting.clear();
		for (Call call : calls) {
			try {
				call.run();
			}
			catch (RuntimeException | Error ex) {
				throw ex;
			}
			catch (Throwable ex) {
				throw new LiquibaseException(ex);
			}
		}
	}

	void rolledBack() {
		this.waiting.clear();
	}

	/**
	 * A call of the listener.
	 */
	@FunctionalInterface
	private interface Call {

		@Nullable Object run() throws Throwable;

	}

}
