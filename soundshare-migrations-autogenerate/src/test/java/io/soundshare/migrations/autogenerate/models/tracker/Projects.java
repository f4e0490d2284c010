package io.soundshare.migrations.autogenerate.models.tracker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.DiscriminatorOptions;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.envers.Audited;
import org.hibernate.envers.RelationTargetAuditMode;

/**
 * Where work is done.
 */
final class Projects {

	static final List<Class<?>> CLASSES = List.of(Project.class, Membership.class, Release.class, Component.class,
			Milestone.class, Repository.class, GitRepository.class, HostedGitRepository.class, SvnRepository.class,
			Commit.class, WikiPage.class, NotificationConfigurationOfProjectMembership.class);

	private Projects() {
	}

	/**
	 * Kept as the numbers it was given.
	 */
	enum Visibility {

		PRIVATE(10), INTERNAL(20), PUBLIC(30);

		@EnumeratedValue
		private final int code;

		Visibility(int code) {
			this.code = code;
		}

	}

	enum Access {

		READ, REPORT, WRITE, ADMINISTER

	}

	@Entity(name = "Project")
	@Table(name = "projects")
	@Audited
	static class Project {

		@Id
		@GeneratedValue(strategy = GenerationType.TABLE, generator = "project_ids")
		@TableGenerator(name = "project_ids", table = "id_values", pkColumnName = "id_name",
				valueColumnName = "next_value", pkColumnValue = "projects", allocationSize = 5)
		private Long id;

		@Version
		private int lockVersion;

		@NaturalId
		@Column(nullable = false, updatable = false, name = "`key`", length = 12)
		private String key;

		@Nationalized
		@Column(nullable = false, length = 100)
		private String name;

		@Enumerated
		@ColumnDefault("20")
		private Visibility visibility;

		@ManyToOne
		private Project parent;

		@ManyToOne
		@Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
		private Accounts.Group ownedBy;

		@ElementCollection
		@CollectionTable(name = "project_modules")
		@Enumerated
		private Set<Module> modules;

		enum Module {

			ISSUES, WIKI, REPOSITORY, FORUM

		}

	}

	@Entity(name = "Membership")
	@Table(name = "memberships", uniqueConstraints = @UniqueConstraint(columnNames = { "project_id", "user_id" }))
	static class Membership {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne(optional = false)
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Project project;

		@ManyToOne(optional = false)
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Accounts.User user;

		@Enumerated
		@Column(nullable = false)
		private Access access;

		@CurrentTimestamp
		private Instant since;

	}

	/**
	 * Its foreign keys have to be called something shorter.
	 */
	@Entity(name = "NotificationConfigurationOfProjectMembership")
	static class NotificationConfigurationOfProjectMembership {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne
		@JoinColumn(name = "membership_whose_notifications_are_configured_by_this_row")
		private Membership membership;

		@ManyToOne
		@JoinColumn(name = "membership_whose_notifications_are_configured_by_that_row", unique = true)
		private Membership inheritedFrom;

		@ElementCollection
		@CollectionTable(name = "notification_configuration_of_project_membership_addresses")
		private Set<String> additionalAddressesThatReceiveEveryNotification;

	}

	@Entity(name = "Release")
	@Table(name = "versions", uniqueConstraints = @UniqueConstraint(columnNames = { "project_id", "major", "minor" }))
	static class Release {

		@Id
		@GeneratedValue(strategy = GenerationType.TABLE, generator = "version_ids")
		@TableGenerator(name = "version_ids", table = "id_values", pkColumnName = "id_name",
				valueColumnName = "next_value", pkColumnValue = "versions")
		private Integer id;

		@NaturalId
		@ManyToOne(optional = false)
		private Project project;

		@NaturalId
		private short major;

		@NaturalId
		private short minor;

		private LocalDate dueOn;

	}

	@Entity(name = "Component")
	static class Component {

		@Id
		@GeneratedValue(strategy = GenerationType.TABLE)
		private Long id;

		@ManyToOne(optional = false)
		private Project project;

		@Column(nullable = false)
		private String name;

		@ManyToOne
		@NotFound(action = NotFoundAction.IGNORE)
		private Accounts.User lead;

	}

	@Entity(name = "Milestone")
	static class Milestone {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToMany
		@OrderColumn(name = "`index`")
		private List<Release> releases;

		@Column(name = "`when`")
		private LocalDate when;

	}

	@Entity(name = "Repository")
	@Inheritance(strategy = InheritanceType.JOINED)
	@DiscriminatorColumn(name = "scm", discriminatorType = DiscriminatorType.STRING, length = 16)
	@DiscriminatorOptions(force = true)
	abstract static class Repository {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne(optional = false)
		private Project project;

		@Column(length = 1024)
		private String url;

		@OneToMany(mappedBy = "repository")
		private List<Commit> commits;

	}

	@Entity(name = "GitRepository")
	@DiscriminatorValue("git")
	static class GitRepository extends Repository {

		@ColumnDefault("'main'")
		private String defaultBranch;

		@Embedded
		private Remote remote;

	}

	@Embeddable
	static class Remote {

		@Column(name = "remote_url")
		private String url;

		@ElementCollection
		@MapKeyColumn(name = "remote_branch")
		@Column(name = "local_branch")
		private Map<String, String> branches;

		@ElementCollection
		@MapKeyJoinColumn(name = "user_id")
		@Enumerated
		private Map<Accounts.User, Access> access;

	}

	@Entity(name = "HostedGitRepository")
	@DiscriminatorValue("hosted-git")
	static class HostedGitRepository extends GitRepository {

		@Column(nullable = false, unique = true)
		private String path;

		@ManyToMany
		private Set<Accounts.User> deployers;

	}

	@Entity(name = "SvnRepository")
	@DiscriminatorValue("svn")
	static class SvnRepository extends Repository {

		private Long lastRevision;

	}

	@Entity(name = "Commit")
	@Table(name = "`commit`")
	static class Commit {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne(optional = false)
		private Repository repository;

		@Column(length = 40, columnDefinition = "char(40) not null unique")
		private String hash;

		@ManyToMany
		@OrderColumn
		private List<Commit> parents;

	}

	@Entity(name = "WikiPage")
	@Audited
	static class WikiPage {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne(optional = false)
		private Project project;

		@Column(nullable = false)
		private String title;

		@Column(columnDefinition = "text")
		private String text;

		@ElementCollection
		private Set<String> aliases;

	}

}
