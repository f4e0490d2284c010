package io.soundshare.migrations.autogenerate.entity.features;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Collections of all kinds.
 */
public final class Collections {

	private Collections() {
	}

	/** Of elements. */
	@Entity(name = "Elements")
	public static class Elements {

		@Id
		long id;

		@ElementCollection
		Set<String> bag;

		@ElementCollection
		@Column(nullable = false)
		Set<String> set;

		@ElementCollection
		@CollectionTable(name = "named_list", joinColumns = @JoinColumn(name = "owner"),
				foreignKey = @ForeignKey(name = "fk_named"), indexes = @Index(name = "ix_named", columnList = "word"),
				uniqueConstraints = @UniqueConstraint(columnNames = { "owner", "word" }))
		@OrderColumn
		@Column(name = "word")
		List<String> list;

		@ElementCollection
		@OnDelete(action = OnDeleteAction.CASCADE)
		@MapKeyColumn(name = "language", length = 5)
		Map<String, String> map;

		@ElementCollection
		@MapKeyEnumerated(EnumType.STRING)
		Map<Types.Mood, Integer> moods;

		@ElementCollection
		@Enumerated(EnumType.STRING)
		Set<Types.Mood> states;

		@ElementCollection
		List<Part> parts;

	}

	/** A part. */
	@Embeddable
	public static class Part {

		@Column(nullable = false)
		String name;

		int size;

	}

	/** Of entities. */
	@Entity(name = "Owner")
	public static class Owner {

		@Id
		long id;

		@ManyToMany
		Set<Tag> tags;

		@ManyToMany
		@JoinTable(name = "liked", joinColumns = @JoinColumn(name = "who"),
				inverseJoinColumns = @JoinColumn(name = "what"))
		@OnDelete(action = OnDeleteAction.CASCADE)
		List<Tag> liked;

		@OneToMany
		List<Tag> owned;

		@OneToMany
		@JoinColumn(name = "keeper")
		List<Tag> kept;

		@OneToMany
		@OrderColumn(name = "position")
		List<Tag> ordered;

		@ManyToMany
		@MapKeyColumn(name = "label")
		Map<String, Tag> labelled;

	}

	/** Owned. */
	@Entity(name = "Tag")
	public static class Tag {

		@Id
		long id;

	}

}
