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
 * heard of when it is made: nobody keeps one for later.
 */
final class HeardConnection {

	private HeardConnection() {
	}

	static Connection of(Connection connection, StatementListener listener) {
		return proxy(Connection.class, (proxy, method, arguments) -> {
			if (method.getName().startsWith("prepare") && arguments != null && arguments[0] instanceof String sql) {
				listener.willExecute(sql);
			}
			Object result = invoke(connection, method, arguments);
			return (result instanceof Statement statement) ? of(statement, method.getReturnType(), listener) : result;
		});
	}

	private static Statement of(Statement statement, Class<?> type, StatementListener listener) {
		InvocationHandler handler = (proxy, method, arguments) -> {
			boolean runs = method.getName().startsWith("execute") || method.getName().equals("addBatch");
			if (runs && arguments != null && arguments[0] instanceof String sql) {
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
