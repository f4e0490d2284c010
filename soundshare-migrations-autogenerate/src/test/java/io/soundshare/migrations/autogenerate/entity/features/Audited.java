package io.soundshare.migrations.autogenerate.entity.features;

import java.util.List;
import java.util.Set;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;

/**
 * Tables that Envers adds.
 */
public final class Audited {

	private Audited() {
	}

	/** Audited. */
	@Entity(name = "Document")
	@org.hibernate.envers.Audited
	public static class Document {

		@Id
		long id;

		@Column(nullable = false, unique = true, length = 80)
		String title;

		@ElementCollection
		Set<String> words;

		@OneToMany(cascade = CascadeType.ALL)
		List<Page> pages;

	}

	/** Audited, too. */
	@Entity(name = "Page")
	@org.hibernate.envers.Audited
	public static class Page {

		@Id
		long id;

		int number;

	}

}
