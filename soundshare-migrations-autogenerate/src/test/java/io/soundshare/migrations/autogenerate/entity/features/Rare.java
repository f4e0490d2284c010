package io.soundshare.migrations.autogenerate.entity.features;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.TenantId;

/**
 * Mappings that are seldom seen.
 */
public final class Rare {

	private Rare() {
	}

	/** A key, a part of which is counted. */
	@Embeddable
	public static class CountedId implements Serializable {

		private static final long serialVersionUID = 1;

		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inner")
		@SequenceGenerator(name = "inner", sequenceName = "inner_numbers", initialValue = 5, allocationSize = 20)
		Long number;

		String region;

		@Override
		public boolean equals(Object other) {
			return other instanceof CountedId id && id.number.equals(this.number) && id.region.equals(this.region);
		}

		@Override
		public int hashCode() {
			return this.number.hashCode();
		}

	}

	/** Has it. */
	@Entity(name = "Counted")
	public static class Counted {

		@EmbeddedId
		CountedId id;

	}

	/** Of a class, a part of which is counted. */
	@Entity(name = "CountedClass")
	@IdClass(CountedId.class)
	public static class CountedClass {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		Long number;

		@Id
		String region;

	}

	/** Refers to anything. */
	@Entity(name = "Pointer")
	@SoftDelete
	public static class Pointer {

		@Id
		long id;

		@Version
		int version;

		@TenantId
		String tenant;

		@CreationTimestamp
		Instant created;

		@Formula("version + 1")
		int next;

		@Any
		@AnyKeyJavaClass(Long.class)
		@AnyDiscriminatorValue(discriminator = "C", entity = Target.class)
		@Column(name = "what_kind")
		@JoinColumn(name = "what_id")
		Object what;

	}

	/** Referred to in several ways. */
	@Entity(name = "Target")
	public static class Target {

		@Id
		long id;

		@ElementCollection
		@CollectionTable(name = "target_notes")
		@CollectionIdJavaClass(idType = Long.class)
		@CollectionId(column = @Column(name = "note_id"), generator = "sequence")
		List<String> notes;

		@ManyToMany
		@MapKeyJoinColumn(name = "by_id")
		Map<Target, Target> relations;

		@OneToMany
		@JoinTable(name = "target_children", joinColumns = @JoinColumn(name = "parent"),
				inverseJoinColumns = @JoinColumn(name = "child"))
		List<Target> children;

		@ManyToOne
		@JoinTable(name = "target_favourite")
		Target favourite;

		@ElementCollection
		List<Mention> mentions;

	}

	/** An element that refers. */
	@Embeddable
	public static class Mention {

		@ManyToOne(optional = false)
		Target mentioned;

		@Column(name = "mention_note", unique = true)
		String note;

	}

	/** Of tables that add, told by a column. */
	@Entity(name = "Media")
	@Inheritance(strategy = InheritanceType.JOINED)
	@DiscriminatorColumn(name = "media_type", length = 3)
	public static class Media {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

	}

	/** Adds. */
	@Entity(name = "Film")
	@Table(name = "film", indexes = @Index(name = "ix_taken", columnList = "minutes"))
	public static class Film extends Media {

		int minutes;

		@Column(name = "class_number")
		Long classNumber;

		@OneToOne
		Media poster;

		@ManyToOne
		@JoinColumns({ @JoinColumn(name = "counted_number", referencedColumnName = "number"),
				@JoinColumn(name = "region", referencedColumnName = "region") })
		Counted counted;

		@ManyToOne
		@JoinColumns({
				@JoinColumn(name = "class_number", referencedColumnName = "number", insertable = false,
						updatable = false),
				@JoinColumn(name = "region", referencedColumnName = "region", insertable = false, updatable = false) })
		CountedClass countedClass;

	}

	/** Has things that cannot be. */
	@Entity(name = "Broken")
	@Table(name = "broken",
			indexes = { @Index(name = "ix_taken", columnList = "code"), @Index(columnList = "nowhere"),
					@Index(name = "broken", columnList = "code desc") },
			uniqueConstraints = @UniqueConstraint(name = "uq_nowhere", columnNames = { "code", "nothing" }))
	public static class Broken implements Serializable {

		private static final long serialVersionUID = 1;

		@Id
		long id;

		String code;

		@Column(columnDefinition = "int references film (minutes)")
		Integer longest;

		@ManyToOne
		@JoinColumn(name = "other_code", referencedColumnName = "code")
		Broken other;

	}

}
