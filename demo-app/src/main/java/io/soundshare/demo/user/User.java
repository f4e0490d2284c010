package io.soundshare.demo.user;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/**
 * Somebody who listens.
 */
@Entity
@Table(name = "users", uniqueConstraints = @UniqueConstraint(name = "uq_users_handle", columnNames = "handle"))
public class User {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	@Column(columnDefinition = "integer")
	private long id;

	@Column(nullable = false, length = 64)
	private String handle;

	@Column(nullable = false, length = 100)
	private String displayName;

	@Column(nullable = false)
	private Instant joinedAt;

	@SuppressWarnings("NullAway.Init")
	protected User() {
	}

	public long getId() {
		return this.id;
	}

	public String getHandle() {
		return this.handle;
	}

	public String getDisplayName() {
		return this.displayName;
	}

	public Instant getJoinedAt() {
		return this.joinedAt;
	}

}
