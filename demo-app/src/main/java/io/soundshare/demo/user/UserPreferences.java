package io.soundshare.demo.user;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/**
 * What a user chose. A user who chose nothing has none.
 */
@Entity
@Table(name = "user_preferences",
		check = @CheckConstraint(name = "ck_user_preferences_volume", constraint = "volume BETWEEN 0 AND 100"))
class UserPreferences {

	@Id
	private @Nullable Long userId;

	@MapsId
	@OneToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "user_id", nullable = false, columnDefinition = "integer",
			foreignKey = @ForeignKey(name = "fk_user_preferences_user"))
	@OnDelete(action = OnDeleteAction.CASCADE)
	private User user;

	@Enumerated(EnumType.STRING)
	@Column(nullable = false, length = 10)
	private Theme theme;

	@Column(nullable = false, length = 10)
	private String language;

	@Column(nullable = false)
	private boolean autoplay;

	@Column(nullable = false)
	private int volume;

	@SuppressWarnings("NullAway.Init")
	protected UserPreferences() {
	}

	@SuppressWarnings("NullAway.Init")
	UserPreferences(User user) {
		this.user = user;
	}

	void choose(PreferencesView view) {
		this.theme = view.theme();
		this.language = view.language();
		this.autoplay = view.autoplay();
		this.volume = view.volume();
	}

	PreferencesView view() {
		return new PreferencesView(this.theme, this.language, this.autoplay, this.volume);
	}

}
