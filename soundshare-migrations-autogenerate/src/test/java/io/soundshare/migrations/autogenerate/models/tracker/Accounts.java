package io.soundshare.migrations.autogenerate.models.tracker;

import java.io.Serializable;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

/**
 * Who may do what.
 */
final class Accounts {

	static final List<Class<?>> CLASSES = List.of(Realm.class, User.class, Group.class, Role.class, Credential.class,
			UserSession.class, Client.class, ClientScope.class, Consent.class, IdentityProvider.class,
			FederatedIdentity.class, PersistentToken.class);

	private Accounts() {
	}

	@Entity(name = "Realm")
	@Table(name = "realm")
	@Audited
	static class Realm {

		@Id
		@Column(length = 36)
		private String id;

		@NaturalId
		@Column(nullable = false, length = 80)
		private String name;

		@Convert(converter = YesNoConverter.class)
		@ColumnDefault("'Y'")
		private boolean enabled;

		@Embedded
		private Policy policy;

		@ElementCollection
		@CollectionTable(name = "realm_event_listeners",
				indexes = @Index(name = "realm_event_listeners_by_name", columnList = "listener"))
		@Column(name = "listener")
		@NotAudited
		private Set<String> listeners;

	}

	/**
	 * Embedded, with a table of its own.
	 */
	@Embeddable
	static class Policy {

		@ColumnDefault("8")
		private int passwordLength;

		@ElementCollection
		@CollectionTable(name = "realm_forbidden_passwords")
		@Column(name = "password", nullable = false)
		@NotAudited
		private Set<String> forbiddenPasswords;

		@ElementCollection
		@MapKeyColumn(name = "attribute", length = 40)
		@Column(name = "minimum")
		@NotAudited
		private Map<String, Integer> requiredCharacters;

	}

	@Entity(name = "User")
	@Table(name = "`user`", uniqueConstraints = @UniqueConstraint(columnNames = { "realm_id", "login" }),
			indexes = @Index(name = "user_by_mail", columnList = "email"))
	@Audited
	static class User {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne(optional = false)
		private Realm realm;

		@Column(nullable = false, length = 50)
		private String login;

		@Column(length = 254)
		private String email;

		@Column(name = "`password`", length = 60)
		@NotAudited
		private String password;

		@Convert(converter = NumericBooleanConverter.class)
		private Boolean activated;

		@Column(name = "`LangKey`", length = 10)
		private String languageKey;

		@ManyToMany
		@JoinTable(name = "user_authority", joinColumns = @JoinColumn(name = "user_id", referencedColumnName = "id"),
				inverseJoinColumns = @JoinColumn(name = "authority_name", referencedColumnName = "name"))
		@NotAudited
		private Set<Role> authorities;

		@ManyToMany(mappedBy = "members")
		@NotAudited
		private Set<Group> groups;

		@JdbcTypeCode(SqlTypes.JSON)
		@NotAudited
		private Map<String, Object> preferences;

		@NotAudited
		private String[] formerLogins;

	}

	@Entity(name = "Group")
	@Table(name = "`group`")
	static class Group {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@Column(name = "`order`", nullable = false)
		private int order;

		@ManyToOne(fetch = FetchType.LAZY)
		@OnDelete(action = OnDeleteAction.CASCADE)
		private Group parent;

		@Column(name = "`select`", length = 2000)
		private String filter;

		@ManyToMany
		@JoinTable(inverseJoinColumns = @JoinColumn(name = "`user`"))
		private Set<User> members;

	}

	@Entity(name = "Role")
	@Table(name = "authority")
	static class Role {

		@Id
		@Column(length = 50)
		private String name;

		@ManyToMany
		@JoinTable(name = "composite_role", joinColumns = @JoinColumn(name = "composite"),
				inverseJoinColumns = @JoinColumn(name = "child_role"))
		private Set<Role> composites;

	}

	@Entity(name = "Credential")
	static class Credential {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Integer id;

		@ManyToOne(optional = false)
		private User user;

		@JdbcTypeCode(SqlTypes.LONG32VARCHAR)
		private String secretData;

		@JdbcTypeCode(SqlTypes.TINYINT)
		private int priority;

		@JdbcTypeCode(SqlTypes.CHAR)
		private UUID handle;

	}

	@Entity(name = "UserSession")
	@Table(indexes = { @Index(name = "sessions_last_seen", columnList = "last_seen desc, user_id"),
			@Index(name = "sessions_token", columnList = "token", unique = true) })
	static class UserSession {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne
		private User user;

		private UUID token;

		private InetAddress address;

		private LocalDateTime lastSeen;

		@ElementCollection
		private Map<String, String> notes;

	}

	@Entity(name = "Client")
	@Table(name = "client",
			uniqueConstraints = @UniqueConstraint(name = "`UQ_Client`", columnNames = { "realm_id", "`ClientId`" }))
	static class Client {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@ManyToOne(optional = false)
		private Realm realm;

		@Column(name = "`ClientId`", nullable = false, length = 100)
		private String clientId;

		@ElementCollection
		@CollectionTable(name = "redirect_uris", joinColumns = @JoinColumn(name = "client_id"),
				uniqueConstraints = @UniqueConstraint(columnNames = { "client_id", "value" }))
		@Column(name = "value")
		private List<String> redirectUris;

		@OneToMany
		@JoinTable(name = "client_default_scopes")
		private Set<ClientScope> defaultScopes;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
		private User owner;

	}

	@Entity(name = "ClientScope")
	static class ClientScope {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		private Long id;

		@Column(unique = true)
		private String name;

	}

	static class ConsentKey implements Serializable {

		private Long user;

		private Long client;

	}

	@Entity(name = "Consent")
	@IdClass(ConsentKey.class)
	static class Consent {

		@Id
		@ManyToOne
		private User user;

		@Id
		@ManyToOne
		private Client client;

		private Instant givenAt;

		@ManyToMany
		private Set<ClientScope> scopes;

	}

	@Entity(name = "IdentityProvider")
	static class IdentityProvider {

		@Id
		@Column(length = 50)
		private String alias;

		@Enumerated(EnumType.STRING)
		private Protocol protocol;

		@JdbcTypeCode(SqlTypes.JSON)
		@Column(nullable = false)
		@ColumnDefault("'{}'")
		private Map<String, String> configuration;

		enum Protocol {

			OPENID, SAML, LDAP

		}

	}

	@Entity(name = "FederatedIdentity")
	@Access(AccessType.FIELD)
	static class FederatedIdentity {

		@Id
		@ManyToOne
		private IdentityProvider provider;

		@Id
		private String foreignId;

		@ManyToOne(optional = false)
		@JoinColumn(foreignKey = @ForeignKey(name = "fk_federated_identity_user",
				foreignKeyDefinition = "foreign key (user_id) references \"user\" (id) on update cascade on delete cascade"))
		private User user;

	}

	@Entity(name = "PersistentToken")
	static class PersistentToken {

		@Id
		@Column(length = 20)
		private String series;

		@OneToOne
		private User user;

		@Column(nullable = false, columnDefinition = "varchar(20) default 'none'")
		private String tokenValue;

	}

}
