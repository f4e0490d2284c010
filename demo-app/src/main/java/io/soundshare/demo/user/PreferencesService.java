package io.soundshare.demo.user;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the preferences of users.
 */
@Service
class PreferencesService {

	private final UserRepository users;

	private final PreferencesRepository preferences;

	PreferencesService(UserRepository users, PreferencesRepository preferences) {
		this.users = users;
		this.preferences = preferences;
	}

	@Transactional
	PreferencesView get(long userId) {
		this.users.require(userId);
		return this.preferences.findById(userId).map(UserPreferences::view).orElse(PreferencesView.DEFAULT);
	}

	@Transactional
	PreferencesView put(long userId, PreferencesView view) {
		User user = this.users.requireForUpdate(userId);
		UserPreferences chosen = this.preferences.findById(userId).orElseGet(() -> new UserPreferences(user));
		chosen.choose(view);
		return this.preferences.save(chosen).view();
	}

}
