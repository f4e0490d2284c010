package io.soundshare.migrations;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the calls that reach the database, and does something fatal in place of one of
 * them: statements, commits, rollbacks, savepoints, changes of auto-commit.
 */
final class CrashingDataSource extends DelegatingDataSource {

	private static final Set<String> CALLS = Set.of("commit", "rollback", "setAutoCommit", "setSavepoint",
			"releaseSavepoint");

	private final int fatal;

	private final Crash crash;

	private final List<String> names = new CopyOnWriteArrayList<>();

	private volatile boolean dead;

	/**
	 * Create a data source.
	 * @param fatal the number of the call, from 1; none if 0
	 * @param crash what is done in its place
	 */
	CrashingDataSource(DataSource dataSource, int fatal, Crash crash) {
		super(dataSource);
		this.fatal = fatal;
		this.crash = crash;
	}

	/** Make one that ends the process, as SIGKILL does. */
	static CrashingDataSource halting(DataSource dataSource, int fatal) {
		return new CrashingDataSource(dataSource, fatal, (connection) -> Runtime.getRuntime().halt(137));
	}

	/** Return what was called so far. */
	List<String> names() {
		return this.names;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		return proxy(Connection.class, connection, connection);
	}

	private <T> T proxy(Class<T> type, Object target, Connection connection) {
		InvocationHandler handler = (proxy, method, arguments) -> {
			String name = method.getName();
			if (name.equals("equals")) {
				return proxy == arguments[0];
			}
			if (name.equals("hashCode")) {
				return System.identityHashCode(proxy);
			}
			if (this.dead) {
				throw new Dead();
			}
			if (name.startsWith("execute") || CALLS.contains(name)) {
				this.names.add(name);
				if (this.names.size() == this.fatal) {
					this.dead = true;
					this.crash.happen(connection);
					throw new Dead();
				}
			}
			try {
				Object result = method.invoke(target, arguments);
				Class<?> returned = method.getReturnType();
				return (Statement.class.isAssignableFrom(returned)) ? proxy(statement(returned), result, connection)
						: result;
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		};
		return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type }, handler));
	}

	private static Class<?> statement(Class<?> returned) {
		return (returned == CallableStatement.class || returned == PreparedStatement.class) ? returned
				: Statement.class;
	}

	/**
	 * The fatal thing that happens in place of a call.
	 */
	@FunctionalInterface
	interface Crash {

		void happen(Connection connection) throws Exception;

	}

	/**
	 * Thrown in a process that only plays dead, whatever it tries from then on: nothing
	 * catches it.
	 */
	static final class Dead extends Error {

		private static final long serialVersionUID = 1;

	}

}
