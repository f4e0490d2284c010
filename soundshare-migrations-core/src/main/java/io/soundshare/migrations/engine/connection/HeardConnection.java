package io.soundshare.migrations.engine.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/**
 * A connection whose statements somebody hears of before they run. A prepared one is
 * heard of when it runs: whoever only prepares it asks whether it compiles.
 */
final class HeardConnection {

	private HeardConnection() {
	}

	static Connection of(Connection connection, StatementListener listener) {
		return proxy(Connection.class, (proxy, method, arguments) -> {
			Object result = invoke(connection, method, arguments);
			String prepared = (arguments != null && arguments[0] instanceof String sql) ? sql : null;
			return (result instanceof Statement statement) ? of(statement, method.getReturnType(), prepared, listener)
					: result;
		});
	}

	private static Statement of(Statement statement, Class<?> type, @Nullable String prepared,
			StatementListener listener) {
		InvocationHandler handler = (proxy, method, arguments) -> {
			boolean executes = method.getName().startsWith("execute");
			String sql = executes ? prepared : null;
			if ((executes || method.getName().equals("addBatch")) && arguments != null
					&& arguments[0] instanceof String own) {
				sql = own;
			}
			if (sql != null) {
				listener.willExecute(sql);
			}
			return invoke(statement, method, arguments);
		};
		if (type == CallableStatement.class) {
			return proxy(CallableStatement.class, handler);
		}
		return (type == PreparedStatement.class) ? proxy(PreparedStatement.class, handler)
				: proxy(Statement.class, handler);
	}

	private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type
			.cast(Proxy.newProxyInstance(HeardConnection.class.getClassLoader(), new Class<?>[] { type }, handler));
	}

}
