package io.soundshare.migrations.autogenerate.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.internal.TcclLookupPrecedence;

/**
 * Looks the class path through once for each kind of service, however often Hibernate is
 * booted: a third of the time of a small model otherwise.
 */
class KnownServices extends ClassLoaderServiceImpl {

	private static final Map<Class<?>, List<Class<?>>> KNOWN = new ConcurrentHashMap<>();

	KnownServices(Collection<ClassLoader> loaders) {
		super(loaders, TcclLookupPrecedence.AFTER);
	}

	@Override
	public <S> Collection<S> loadJavaServices(Class<S> contract) {
		List<Class<?>> known = KNOWN.get(contract);
		if (known == null) {
			Collection<S> services = super.loadJavaServices(contract);
			KNOWN.put(contract, services.stream().<Class<?>>map(Object::getClass).toList());
			return services;
		}
		List<S> services = new ArrayList<>();
		for (Class<?> type : known) {
			services.add(contract.cast(made(type)));
		}
		return services;
	}

	private static Object made(Class<?> type) {
		try {
			return type.getConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
