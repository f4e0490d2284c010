package io.soundshare.migrations.autogenerate.models.tracker;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.envers.Audited;
import org.hibernate.type.SqlTypes;

/**
 * What is to be done.
 */
final class Issues {

	static final List<Class<?>> CLASSES = List.of(Work.class, Issue.class, Bug.class, Feature.class, Incident.class,
			Label.class, IssueLink.class, Remark.class, Attachment.class, CustomField.class, Workflow.class,
			Event.class, TimeEntry.class, SavedQuery.class, Board.class);

	private Issues() {
	}

	enum Priority {

		LOW, NORMAL, HIGH, URGENT

	}

	enum Relation {

		BLOCKS, DUPLICATES, RELATES

	}

	/**
	 * The first of three levels.
	 */
	@Entity(name = "Work")
	@Inheritance(strategy = InheritanceType.JOINED)
	@DiscriminatorColumn(name = "`type`", discriminatorType = DiscriminatorType.INTEGER)
	@DiscriminatorValue("0")
	@Table(name = "work", uniqueConstraints = @UniqueConstraint(columnNames = { "project_id", "`number`" }))
	static class Work {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne(optional = false, fetch = FetchType.LAZY)
		private Projects.Project project;

		@Column(name = "`number`", nullable = false)
		private int number;

		@Column(nullable = false)
		private String subject;

		@Enumerated
		@Column(nullable = false)
		@ColumnDefault("1")
		private Priority priority;

		@ManyToOne
		@OnDelete(action = OnDeleteAction.SET_NULL)
		private Accounts.User assignee;

		@ManyToMany
		@JoinTable(name = "watchers", indexes = @Index(columnList = "user_id"),
				joinColumns = @JoinColumn(name = "work_id"), inverseJoinColumns = @JoinColumn(name = "user_id"))
		private Set<Accounts.User> watchers;

		@ManyToMany
		private Set<Label> labels;

		@ElementCollection
		@MapKeyJoinColumn(name = "field_id")
		@Column(name = "value", length = 4000)
		private Map<CustomField, String> customValues;

	}

	@Entity(name = "Issue")
	@DiscriminatorValue("1")
	static class Issue extends Work {

		@Column(length = 100_000)
		private String description;

		@ManyToOne
		private Workflow workflow;

		@ManyToOne
		private Projects.Release fixedIn;

		private LocalDate dueOn;

		@Column(precision = 6, scale = 2)
		private BigDecimal estimate;

	}

	@Entity(name = "Bug")
	@DiscriminatorValue("2")
	static class Bug extends Issue {

		@ManyToMany
		private Set<Projects.Release> affects;

		@Convert(converter = LinesConverter.class)
		@Column(columnDefinition = "text")
		private List<String> stepsToReproduce;

	}

	@Entity(name = "Feature")
	@DiscriminatorValue("3")
	static class Feature extends Issue {

		@ColumnDefault("0")
		private int votes;

	}

	@Entity(name = "Incident")
	@DiscriminatorValue("4")
	static class Incident extends Work {

		private Instant startedAt;

		private Duration outage;

	}

	static class LinesConverter implements AttributeConverter<List<String>, String> {

		@Override
		public String convertToDatabaseColumn(List<String> lines) {
			return (lines != null) ? String.join("\n", lines) : null;
		}

		@Override
		public List<String> convertToEntityAttribute(String text) {
			return (text != null) ? List.of(text.split("\n")) : null;
		}

	}

	@Entity(name = "Label")
	@Audited
	static class Label {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Integer id;

		@Column(nullable = false, unique = true)
		private String name;

		private Integer colour;

	}

	@Entity(name = "IssueLink")
	static class IssueLink {

		@Id
		@ManyToOne
		@JoinColumn(name = "`from`")
		private Work from;

		@Id
		@ManyToOne
		@JoinColumn(name = "`to`")
		private Work to;

		@Id
		@Enumerated
		private Relation relation;

	}

	@Entity(name = "Remark")
	@Table(name = "`comment`", indexes = @Index(columnList = "work_id, written_at desc"))
	static class Remark {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne(optional = false)
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Work work;

		@ManyToOne
		private Accounts.User writtenBy;

		private Instant writtenAt;

		@Column(nullable = false, columnDefinition = "text")
		private String text;

		@ElementCollection
		@OrderColumn(name = "position")
		private List<Reaction> reactions;

	}

	@Embeddable
	static class Reaction {

		@ManyToOne(optional = false)
		private Accounts.User user;

		@Column(nullable = false, length = 16)
		private String emoji;

	}

	@Entity(name = "Attachment")
	static class Attachment {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@Any
		@AnyKeyJavaClass(Long.class)
		@Column(name = "owner_kind", length = 20)
		@JoinColumn(name = "owner_id")
		@AnyDiscriminatorValue(discriminator = "WORK", entity = Work.class)
		@AnyDiscriminatorValue(discriminator = "PAGE", entity = Projects.WikiPage.class)
		private Object owner;

		private String fileName;

		@Column(length = 10_000_000)
		private byte[] content;

	}

	@Entity(name = "CustomField")
	static class CustomField {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@Column(nullable = false, unique = true, length = 60)
		private String name;

		@ElementCollection
		@OrderColumn(name = "`order`")
		@Column(name = "`value`")
		private List<String> possibleValues;

	}

	@Entity(name = "Workflow")
	static class Workflow {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@Column(name = "`default`", nullable = false)
		@ColumnDefault("false")
		private boolean standard;

		@JdbcTypeCode(SqlTypes.JSON)
		private Transition[] transitions;

		@JdbcTypeCode(SqlTypes.JSON)
		private Transition first;

	}

	/**
	 * Goes into a document.
	 *
	 * @param name what it is called
	 * @param relation what it makes of the issue
	 * @param days how long it may take
	 */
	record Transition(String name, Relation relation, Integer days) {

	}

	@Entity(name = "Event")
	@Immutable
	@Table(name = "events", indexes = { @Index(name = "events_time", columnList = "`timestamp` desc"),
			@Index(name = "events_kind", columnList = "kind") })
	static class Event {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@Column(name = "`timestamp`", nullable = false)
		private Instant timestamp;

		private String kind;

		@JdbcTypeCode(SqlTypes.JSON)
		private Map<String, String> details;

		private BitSet flags;

	}

	@Entity(name = "TimeEntry")
	static class TimeEntry {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne(optional = false)
		private Work work;

		@ManyToOne(optional = false)
		private Accounts.User user;

		private float hours;

		@ColumnDefault("current_date")
		private LocalDate spentOn;

	}

	@Entity(name = "SavedQuery")
	static class SavedQuery {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne
		private Accounts.User owner;

		@Column(name = "`where`", length = 65536)
		private String where;

		@ElementCollection
		private Collection<String> columns;

	}

	@Entity(name = "Board")
	static class Board {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@OneToMany
		@JoinColumn(name = "board_id")
		private List<SavedQuery> swimlanes;

	}

}
