package io.soundshare.migrations.autogenerate.models.clinic;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Patients, and those who belong to them.
 */
@SuppressWarnings("deprecation")
final class People {

	static final List<Class<?>> CLASSES = List.of(Person.class, Patient.class, IdentifierType.class, Identifier.class,
			Relationship.class, InsurancePolicy.class, Insurer.class, Allergy.class);

	private People() {
	}

	enum Sex {

		FEMALE, MALE, OTHER, UNKNOWN

	}

	enum Severity {

		MILD, MODERATE, SEVERE

	}

	@Embeddable
	static class PersonName {

		@NotBlank
		@Size(max = 60)
		private String given;

		@Size(max = 60)
		private String middle;

		@NotBlank
		@Size(max = 80)
		private String family;

	}

	@Embeddable
	static class Contact {

		@Column(name = "phone", length = 30)
		@Pattern(regexp = "[+0-9 ]*")
		private String phone;

		@Email
		@Size(max = 254)
		private String email;

		@Enumerated(EnumType.STRING)
		@NotNull
		private Use usedFor;

		enum Use {

			HOME, WORK, EMERGENCY

		}

	}

	@Entity(name = "Person")
	@Table(name = "persons", indexes = @Index(name = "persons_birth", columnList = "birthDate"))
	@Comment("Everybody the clinic knows of")
	@Check(name = "persons_death_after_birth", constraints = "death_date is null or death_date >= birth_date")
	static class Person extends Recorded {

		@Embedded
		private PersonName name;

		@GeneratedColumn("family || ', ' || given")
		@Column(length = 150)
		private String sortName;

		@Enumerated(EnumType.STRING)
		@ColumnDefault("'UNKNOWN'")
		@NotNull
		private Sex sex;

		@Comment("As the person says, not as the computer guesses")
		private LocalDate birthDate;

		private LocalTime birthTime;

		private LocalDate deathDate;

		@Formula("case when death_date is null then 0 else 1 end")
		private boolean dead;

		@ElementCollection
		@OrderColumn(name = "preference")
		private List<Contact> contacts;

		@ElementCollection
		@CollectionTable(name = "person_former_names", joinColumns = @JoinColumn(name = "person_id"))
		@AttributeOverride(name = "given", column = @Column(name = "former_given"))
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Set<PersonName> formerNames;

	}

	@Entity(name = "Patient")
	@Table(name = "patients")
	@SecondaryTable(name = "patient_photos",
			pkJoinColumns = @PrimaryKeyJoinColumn(name = "patient_id", referencedColumnName = "person_id"))
	@SecondaryTable(name = "patient_vitals", indexes = @Index(columnList = "blood_type"))
	static class Patient {

		@Id
		private UUID id;

		@MapsId
		@OneToOne
		@JoinColumn(name = "person_id")
		private Person person;

		@Column(table = "patient_photos")
		private byte[] photo;

		@Column(table = "patient_photos", length = 40)
		private String photoType;

		@Column(table = "patient_vitals", columnDefinition = "varchar(3)")
		private String bloodType;

		@Column(table = "patient_vitals", precision = 5, scale = 1)
		@PositiveOrZero
		private BigDecimal heightInCentimetres;

		private Year patientSince;

		@ManyToOne(fetch = FetchType.LAZY)
		private Staff.Practitioner generalPractitioner;

		@OneToMany(mappedBy = "patient")
		@MapKeyColumn(name = "kind")
		private Map<String, Identifier> identifiers;

		@ElementCollection
		@MapKeyColumn(name = "topic", length = 40)
		@Column(name = "remark", nullable = false, length = 2000)
		private Map<String, String> remarks;

	}

	@Entity(name = "IdentifierType")
	static class IdentifierType {

		@Id
		@Column(length = 20)
		private String code;

		@NotNull
		private String name;

		@Min(1)
		@Max(64)
		private int maximumLength;

	}

	@Entity(name = "Identifier")
	@Table(name = "patient_identifiers",
			uniqueConstraints = @UniqueConstraint(columnNames = { "type_code", "identifier" }))
	static class Identifier extends Recorded {

		@ManyToOne(optional = false)
		private Patient patient;

		@ManyToOne(optional = false)
		private IdentifierType type;

		@Column(nullable = false, length = 64)
		private String identifier;

		private String kind;

	}

	static class RelationshipKey implements Serializable {

		private UUID from;

		private UUID to;

		private String kind;

	}

	@Entity(name = "Relationship")
	@IdClass(RelationshipKey.class)
	@Check(constraints = "from_person <> to_person")
	static class Relationship {

		@Id
		@ManyToOne
		@JoinColumn(name = "from_person")
		private Person from;

		@Id
		@ManyToOne
		@JoinColumn(name = "to_person")
		private Person to;

		@Id
		@Column(length = 20)
		private String kind;

		private LocalDate since;

	}

	@Embeddable
	static class PolicyKey implements Serializable {

		private UUID patientId;

		@Column(length = 30)
		private String policyNumber;

	}

	@Entity(name = "InsurancePolicy")
	static class InsurancePolicy {

		@EmbeddedId
		private PolicyKey key;

		@MapsId("patientId")
		@ManyToOne
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Patient patient;

		@ManyToOne(optional = false)
		@OnDelete(action = OnDeleteAction.RESTRICT)
		private Insurer insurer;

		@NotNull
		private LocalDate validFrom;

		private LocalDate validTo;

		private BigInteger coverage;

	}

	@Entity(name = "Insurer")
	static class Insurer extends Recorded {

		@Column(unique = true)
		@NotBlank
		private String name;

		@ManyToOne
		private Insurer parentCompany;

	}

	@Entity(name = "Allergy")
	static class Allergy extends Recorded {

		@ManyToOne(optional = false)
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Patient patient;

		@ManyToOne(optional = false)
		private Concepts.Concept substance;

		@Enumerated
		@ColumnDefault("0")
		private Severity severity;

	}

}
