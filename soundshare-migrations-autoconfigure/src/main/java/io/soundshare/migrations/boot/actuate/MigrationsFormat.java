package io.soundshare.migrations.boot.actuate;

import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;

/**
 * What a client of {@link MigrationsEndpoint} takes. Of several it takes the last that is
 * here, so that a browser gets a page, which takes anything else too; who takes anything
 * gets JSON.
 */
public enum MigrationsFormat implements Producible<MigrationsFormat> {

	/** A document, of whichever of Boot's types. */
	JSON(MigrationsEndpoint.JSON),

	/** A page. */
	HTML(MigrationsEndpoint.HTML);

	private final MimeType type;

	MigrationsFormat(String type) {
		this.type = MimeType.valueOf(type);
	}

	@Override
	public MimeType getProducedMimeType() {
		return this.type;
	}

	@Override
	public boolean isDefault() {
		return this == JSON;
	}

}
