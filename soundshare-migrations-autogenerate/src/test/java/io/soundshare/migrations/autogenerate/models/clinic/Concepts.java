package io.soundshare.migrations.autogenerate.models.clinic;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.hibernate.annotations.Comment;
import org.hibernate.validator.constraints.Length;

/**
 * The dictionary of what can be said about a patient.
 */
@SuppressWarnings("deprecation")
final class Concepts {

	static final List<Class<?>> CLASSES = List.of(Concept.class, NumericConcept.class, CodedConcept.class,
			ConceptName.class, ConceptSource.class, ConceptMapping.class, ConceptSet.class, Drug.class,
			DrugIngredient.class);

	private Concepts() {
	}

	/**
	 * Each kind in a table of its own, with all columns.
	 */
	@Entity(name = "Concept")
	@Table(name = "concepts")
	@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	@Comment("What has no unit and no answers")
	static class Concept extends Recorded {

		@NotNull
		@Column(unique = true, length = 40)
		private String code;

		@Length(max = 3000)
		private String description;

		@ManyToOne
		private Concept replacedBy;

	}

	@Entity(name = "NumericConcept")
	@Table(name = "concepts_numeric")
	static class NumericConcept extends Concept {

		private Double lowCritical;

		private Double lowNormal;

		private Double highNormal;

		private Double highCritical;

		@Column(length = 20)
		private String unit;

	}

	@Entity(name = "CodedConcept")
	@Table(name = "concepts_coded")
	static class CodedConcept extends Concept {

		@ManyToMany
		@OrderColumn
		private List<Concept> answers;

	}

	static class ConceptNameKey implements Serializable {

		private Concept concept;

		private Locale locale;

	}

	@Entity(name = "ConceptName")
	@IdClass(ConceptNameKey.class)
	@Table(indexes = @Index(columnList = "name, locale"))
	static class ConceptName {

		@Id
		@ManyToOne
		private Concept concept;

		@Id
		private Locale locale;

		@NotEmpty
		private String name;

		@ElementCollection
		private Set<String> synonyms;

	}

	@Entity(name = "ConceptSource")
	static class ConceptSource extends Recorded {

		@Column(nullable = false)
		private String name;

		@ElementCollection
		@CollectionTable(name = "concept_source_versions", joinColumns = @JoinColumn(name = "source_id"))
		@OrderColumn(name = "position")
		@Column(name = "version_label", nullable = false, length = 20)
		private List<String> versions;

	}

	@Embeddable
	static class MappingKey implements Serializable {

		@ManyToOne
		private ConceptSource source;

		@Column(length = 50)
		private String foreignCode;

	}

	@Entity(name = "ConceptMapping")
	static class ConceptMapping {

		@EmbeddedId
		private MappingKey key;

		@ManyToOne(optional = false)
		private Concept concept;

	}

	@Entity(name = "ConceptSet")
	static class ConceptSet extends Recorded {

		@Column(nullable = false)
		private String name;

		@ElementCollection
		@CollectionTable(name = "concept_set_members")
		@MapKeyJoinColumn(name = "concept_id")
		@Column(name = "weight")
		private Map<Concept, Double> members;

	}

	@Entity(name = "Drug")
	static class Drug extends Recorded {

		@ManyToOne(optional = false)
		private Concept concept;

		@NotNull
		private String name;

		@OneToMany(mappedBy = "drug")
		private List<DrugIngredient> ingredients;

	}

	@Entity(name = "DrugIngredient")
	static class DrugIngredient {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne
		private Drug drug;

		@ManyToOne
		private Concept ingredient;

		private Float strength;

	}

}
