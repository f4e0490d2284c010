package io.soundshare.migrations.autogenerate.models.clinic;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.Synchronize;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

/**
 * What happened to whom.
 */
@SuppressWarnings("deprecation")
final class Encounters {

	static final List<Class<?>> CLASSES = List.of(Appointment.class, Visit.class, Encounter.class, Participation.class,
			Observation.class, Diagnosis.class, MedicalOrder.class, DrugOrder.class, TestOrder.class, Document.class,
			Bill.class, BillLine.class, VisitCount.class);

	private Encounters() {
	}

	enum AppointmentState {

		REQUESTED, BOOKED, ARRIVED, MISSED

	}

	@Entity(name = "Appointment")
	@Table(indexes = { @Index(columnList = "practitioner_id, starts_at DESC"),
			@Index(columnList = "patient_person_id") })
	static class Appointment extends Recorded {

		@ManyToOne(optional = false)
		private People.Patient patient;

		@ManyToOne(optional = false)
		private Staff.Practitioner practitioner;

		@Future
		@NotNull
		private ZonedDateTime startsAt;

		@Column(columnDefinition = "numeric(21,0) default 900000000000")
		private Duration length;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false, length = 12)
		@ColumnDefault("'REQUESTED'")
		private AppointmentState state;

	}

	@Entity(name = "Visit")
	@Check(name = "visits_end", constraints = "ended_at is null or ended_at >= started_at")
	static class Visit extends Recorded {

		@ManyToOne(optional = false)
		private People.Patient patient;

		@NotNull
		private Instant startedAt;

		private Instant endedAt;

		@ManyToOne
		private Staff.Room room;

	}

	@Entity(name = "Encounter")
	@SoftDelete
	static class Encounter {

		@Id
		@GeneratedValue
		private UUID id;

		@ManyToOne
		private Visit visit;

		@ManyToOne
		private Concepts.Concept kind;

		@TimeZoneStorage(TimeZoneStorageType.COLUMN)
		private OffsetDateTime happenedAt;

		@TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
		private OffsetDateTime noticedAt;

		@ManyToMany
		@JoinTable(name = "encounter_rooms")
		private Set<Staff.Room> rooms;

	}

	static class ParticipationKey implements Serializable {

		private UUID encounter;

		private UUID practitioner;

	}

	@Entity(name = "Participation")
	@IdClass(ParticipationKey.class)
	static class Participation {

		@Id
		@ManyToOne
		@JoinColumn(name = "encounter_id")
		private Encounter encounter;

		@Id
		@ManyToOne
		@JoinColumn(name = "practitioner_id")
		private Staff.Practitioner practitioner;

		@Column(length = 30)
		private String part;

	}

	@Entity(name = "Observation")
	@Check(constraints = "value_number is not null or value_text is not null or value_concept_id is not null")
	static class Observation extends Recorded {

		@ManyToOne(optional = false)
		private People.Patient patient;

		@ManyToOne(optional = false)
		private Concepts.Concept concept;

		@ManyToOne
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Observation memberOf;

		@Column(name = "value_number")
		private Double number;

		@Lob
		@Column(name = "value_text")
		private String text;

		@ManyToOne
		@JoinColumn(name = "value_concept_id")
		private Concepts.Concept coded;

		@Column(precision = 6)
		private LocalDateTime observedAt;

	}

	@Entity(name = "Diagnosis")
	static class Diagnosis extends Recorded {

		@ManyToOne(optional = false)
		private Visit visit;

		@ManyToOne
		private Concepts.CodedConcept coded;

		private String freeText;

		@Enumerated
		@Column(name = "\"rank\"")
		private People.Severity rank;

	}

	@Entity(name = "MedicalOrder")
	@Inheritance(strategy = InheritanceType.JOINED)
	static class MedicalOrder extends Recorded {

		@ManyToOne(optional = false, fetch = FetchType.LAZY)
		private Visit visit;

		@OneToOne
		private MedicalOrder previous;

		@Temporal(TemporalType.TIMESTAMP)
		private java.util.Date orderedAt;

		private java.sql.Date autoExpires;

	}

	@Entity(name = "DrugOrder")
	static class DrugOrder extends MedicalOrder {

		@ManyToOne(optional = false)
		private Concepts.Drug drug;

		@Digits(integer = 6, fraction = 3)
		@Positive
		private BigDecimal dose;

		@ElementCollection
		@OrderColumn
		private List<Intake> schedule;

	}

	@Embeddable
	static class Intake {

		@Column(name = "at_hour",
				check = @CheckConstraint(name = "intake_hour", constraint = "at_hour between 0 and 23"))
		private byte hour;

		@Column(nullable = false)
		private short units;

		@ManyToOne
		private Concepts.Concept route;

	}

	@Entity(name = "TestOrder")
	static class TestOrder extends MedicalOrder {

		@ManyToOne
		private Concepts.Concept specimen;

		private Character priority;

	}

	@Entity(name = "Document")
	static class Document extends Recorded {

		@ManyToOne(optional = false)
		private People.Patient patient;

		@Column(nullable = false, length = 100)
		private String mediaType;

		@Lob
		@Basic(fetch = FetchType.LAZY)
		private byte[] content;

		private byte[] thumbnail;

		@Column(length = 32, columnDefinition = "char(64)")
		private String checksum;

	}

	@Entity(name = "Bill")
	static class Bill extends Recorded {

		@OneToOne(optional = false)
		private Visit visit;

		@OneToMany
		@JoinColumn(name = "bill_id")
		private List<BillLine> lines;

	}

	@Entity(name = "BillLine")
	static class BillLine {

		@Id
		@GeneratedValue
		private Long id;

		@ManyToOne
		private Concepts.Concept item;

		@DecimalMin("0.01")
		@DecimalMax("99999.99")
		@Column(precision = 10, scale = 2, nullable = false)
		private BigDecimal unitPrice;

		@Positive
		private int quantity;

		@GeneratedColumn("unit_price * quantity")
		@Column(precision = 12, scale = 2)
		private BigDecimal total;

	}

	/**
	 * Has no table.
	 */
	@Entity(name = "VisitCount")
	@Immutable
	@Subselect("select patient_person_id as patient_id, count(*) as visits from visit group by 1")
	@Synchronize("visit")
	static class VisitCount {

		@Id
		@Column(name = "patient_id")
		private UUID patient;

		private long visits;

	}

}
