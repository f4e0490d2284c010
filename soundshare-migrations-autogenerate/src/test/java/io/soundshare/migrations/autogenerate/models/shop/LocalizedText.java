package io.soundshare.migrations.autogenerate.models.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.Length;

/**
 * What a customer reads, in one language.
 */
@Embeddable
class LocalizedText {

	@Column(nullable = false, length = 200)
	private String title;

	@Column(length = 500)
	private String summary;

	@Column(length = Length.LONG32)
	private String body;

	@Column(length = 70)
	private String metaTitle;

}
