package io.soundshare.migrations.autogenerate.models.clinic;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.UuidGenerator;

/**
 * Those who work in the clinic, and when.
 */
final class Staff {

	static final List<Class<?>> CLASSES = List.of(Account.class, Role.class, Privilege.class, Practitioner.class,
			Speciality.class, Department.class, Room.class, Shift.class, Absence.class);

	private Staff() {
	}

	@Entity(name = "Account")
	@Table(name = "accounts")
	static class Account {

		@Id
		@UuidGenerator(style = UuidGenerator.Style.TIME)
		private UUID id;

		@NaturalId(mutable = true)
		@Column(nullable = false, length = 50)
		private String userName;

		@Column(length = 60, columnDefinition = "char(60)")
		private String passwordHash;

		@ManyToOne
		@JoinColumn(name = "created_by", foreignKey = @ForeignKey(name = "fk_account_creator"))
		private Account createdBy;

		private Instant lastSeen;

		private ZoneId timeZone;

		@ManyToMany
		@JoinTable(name = "account_roles", joinColumns = @JoinColumn(name = "account_id"),
				inverseJoinColumns = @JoinColumn(name = "role_code"),
				foreignKey = @ForeignKey(name = "fk_account_roles_account"),
				inverseForeignKey = @ForeignKey(name = "fk_account_roles_role"))
		private Set<Role> roles;

		@ElementCollection
		@CollectionTable(name = "account_settings")
		private Map<String, String> settings;

		@Transient
		private String password;

	}

	@Entity(name = "Role")
	@Table(name = "roles")
	static class Role {

		@Id
		@Column(length = 30)
		private String code;

		@ManyToOne
		private Role inherits;

		@ManyToMany
		private Set<Privilege> privileges;

	}

	@Entity(name = "Privilege")
	@Table(name = "privileges")
	static class Privilege {

		@Id
		private String name;

		@Size(max = 1000)
		private String description;

	}

	@Entity(name = "Practitioner")
	static class Practitioner extends Recorded {

		@OneToOne(optional = false)
		private People.Person person;

		@OneToOne
		@OnDelete(action = OnDeleteAction.SET_NULL)
		private Account account;

		@Column(unique = true, length = 15)
		private String licence;

		@ManyToMany
		private Set<Speciality> specialities;

		private Period noticePeriod;

		@Convert(converter = MonthDayConverter.class)
		@Column(length = 5)
		private MonthDay licenceRenewedOn;

	}

	static class MonthDayConverter implements AttributeConverter<MonthDay, String> {

		@Override
		public String convertToDatabaseColumn(MonthDay day) {
			return (day != null) ? day.toString().substring(2) : null;
		}

		@Override
		public MonthDay convertToEntityAttribute(String text) {
			return (text != null) ? MonthDay.parse("--" + text) : null;
		}

	}

	@Entity(name = "Speciality")
	static class Speciality {

		@Id
		@GeneratedValue
		private Integer id;

		@Column(nullable = false, unique = true)
		private String name;

	}

	@Entity(name = "Department")
	static class Department extends Recorded {

		@NotNull
		@Column(length = 100)
		private String name;

		@ManyToOne
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Department partOf;

		@ManyToOne
		private Practitioner head;

		@ElementCollection
		@MapKeyEnumerated(EnumType.STRING)
		private Map<DayOfWeek, OpeningHours> openingHours;

	}

	@Embeddable
	static class OpeningHours {

		@Column(name = "opens_at", nullable = false)
		private LocalTime from;

		@Column(name = "closes_at", nullable = false, secondPrecision = 0)
		private LocalTime to;

	}

	@Entity(name = "Room")
	static class Room extends Recorded {

		@ManyToOne(optional = false, fetch = FetchType.LAZY)
		private Department department;

		@Column(name = "\"number\"", nullable = false, length = 10)
		private String number;

		@ColumnDefault("1")
		private Short beds;

	}

	@Entity(name = "Shift")
	static class Shift extends Recorded {

		@ManyToOne(optional = false)
		private Practitioner practitioner;

		@NotNull
		private LocalDate day;

		private OffsetTime startsAt;

		private OffsetTime endsAt;

		private ZoneOffset zoneOffset;

	}

	@Entity(name = "Absence")
	static class Absence extends Recorded {

		@ManyToOne(optional = false)
		private Practitioner practitioner;

		@Enumerated(EnumType.STRING)
		private Reason reason;

		@Column(name = "first_day")
		private LocalDate from;

		@Column(name = "last_day")
		private LocalDate to;

		enum Reason {

			HOLIDAY, SICKNESS, TRAINING

		}

	}

}
