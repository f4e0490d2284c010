package io.soundshare.migrations.boot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.soundshare.migrations.Migrations;
import io.soundshare.migrations.engine.friend.MigrationsInternals;
import io.soundshare.migrations.model.OperationListener;
import io.soundshare.migrations.model.Plan;
import io.soundshare.migrations.model.Progress;
import io.soundshare.migrations.model.Result;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * All of an application who hear of the operations on a database: those of its
 * {@link OperationListenerFactory} beans. None is looked for before there is something to
 * hear.
 */
final class ApplicationListeners implements OperationListener {

	private final SingletonSupplier<List<OperationListener>> listeners;

	private ApplicationListeners(BeanFactory beanFactory, String database) {
		this.listeners = SingletonSupplier.of(() -> {
			List<OperationListener> all = new ArrayList<>();
			beanFactory.getBeanProvider(OperationListenerFactory.class)
				.orderedStream()
				.forEach((factory) -> all.add(factory.listener(database)));
			return all;
		});
	}

	/**
	 * Let an application hear of operations.
	 * @param database the name of the bean that migrates the database
	 */
	static Migrations hearing(Migrations migrations, BeanFactory beanFactory, String database) {
		return MigrationsInternals.of(migrations).heardBy(new ApplicationListeners(beanFactory, database));
	}

	@Override
	public void lockWaited(Duration waited) {
		tell((listener) -> listener.lockWaited(waited));
	}

	@Override
	public void begun(Plan plan) {
		tell((listener) -> listener.begun(plan));
	}

	@Override
	public void heard(Progress progress) {
		tell((listener) -> listener.heard(progress));
	}

	@Override
	public void ended(Plan plan, Result result) {
		tell((listener) -> listener.ended(plan, result));
	}

	@Override
	public void failed(Plan plan, RuntimeException failure) {
		tell((listener) -> listener.failed(plan, failure));
	}

	private void tell(Consumer<OperationListener> news) {
		this.listeners.obtain().forEach(news);
	}

}
