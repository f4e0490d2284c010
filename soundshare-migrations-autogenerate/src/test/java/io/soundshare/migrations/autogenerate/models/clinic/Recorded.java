package io.soundshare.migrations.autogenerate.models.clinic;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UpdateTimestamp;

/**
 * What is known of every record: who wrote it, and when.
 */
@MappedSuperclass
abstract class Recorded {

	@Id
	@GeneratedValue(strategy = GenerationType.UUID)
	private UUID id;

	@Version
	@Column(nullable = false)
	private long revision;

	@CreationTimestamp
	@Column(nullable = false, updatable = false)
	private Instant recordedAt;

	@UpdateTimestamp
	private Instant changedAt;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "recorded_by")
	private Staff.Account recordedBy;

	@ColumnDefault("false")
	@Column(nullable = false)
	private boolean voided;

	@Size(max = 400)
	private String voidReason;

}
