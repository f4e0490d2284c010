package io.soundshare.migrations.autogenerate.models.shop;

import java.util.List;
import java.util.stream.Stream;

/**
 * An online store.
 */
public final class ShopModel {

	/** Everything Hibernate has to be told of. */
	public static final List<Class<?>> CLASSES = Stream
		.of(Stores.CLASSES, Catalogue.CLASSES, Customers.CLASSES, Orders.CLASSES, Promotions.CLASSES,
				Warehouses.CLASSES, List.<Class<?>>of(Deposit.TextConverter.class))
		.flatMap(List::stream)
		.toList();

	private ShopModel() {
	}

}
