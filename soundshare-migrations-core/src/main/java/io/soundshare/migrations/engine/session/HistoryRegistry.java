package io.soundshare.migrations.engine.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Consumer;

import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.executor.ExecutorService;
import org.apache.commons.lang3.reflect.FieldUtils;

/**
 * Registry of the history that Liquibase's own code meets when it asks for one.
 */
public final class HistoryRegistry {

	private HistoryRegistry() {
	}

	static void register(Database database, ChangeLogHistoryService history) {
		change((services) -> services.put(database, history));
	}

	/**
	 * A history whose table is not created. Parsing an include would do that, even where
	 * somebody only wants to look (DatabaseChangeLog.include in Liquibase 5.0.4).
	 */
	static ChangeLogHistoryService readOnly(ChangeLogHistoryService history) {
		return (ChangeLogHistoryService) Proxy.newProxyInstance(HistoryRegistry.class.getClassLoader(),
				new Class<?>[] { ChangeLogHistoryService.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("init")) {
						return null;
					}
					try {
						return method.invoke(history, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

	/**
	 * Forget a database that is about to be closed. Liquibase keeps every one, with its
	 * history, until the JVM ends; a status that is read every few seconds would fill the
	 * memory.
	 */
	public static void unregister(Database database) {
		Scope.getCurrentScope().getSingleton(ExecutorService.class).clearExecutor("jdbc", database);
		change((services) -> services.remove(database));
	}

	/** The factory has no method to let go, and before 5.0.4 none to register. */
	@SuppressWarnings("unchecked")
	private static void change(Consumer<Map<Database, ChangeLogHistoryService>> change) {
		ChangeLogHistoryServiceFactory factory = factory();
		try {
			synchronized (factory) {
				change.accept((Map<Database, ChangeLogHistoryService>) FieldUtils.readDeclaredField(factory, "services",
						true));
			}
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException("This Liquibase keeps its history services elsewhere", ex);
		}
	}

	private static ChangeLogHistoryServiceFactory factory() {
		return Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class);
	}

}
