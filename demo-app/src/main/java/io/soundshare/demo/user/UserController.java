package io.soundshare.demo.user;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;

import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows users; shows and takes their preferences.
 */
@RestController
@RequestMapping("/api/users")
class UserController {

	private final UserRepository users;

	private final PreferencesService preferences;

	UserController(UserRepository users, PreferencesService preferences) {
		this.users = users;
		this.preferences = preferences;
	}

	@GetMapping
	List<UserView> list() {
		return this.users.findAll(Sort.by("handle")).stream().map(UserView::of).toList();
	}

	@GetMapping("/{id}")
	UserView get(@PathVariable long id) {
		return UserView.of(this.users.require(id));
	}

	@GetMapping("/{id}/preferences")
	PreferencesView getPreferences(@PathVariable long id) {
		return this.preferences.get(id);
	}

	@PutMapping("/{id}/preferences")
	PreferencesView putPreferences(@PathVariable long id, @RequestBody @Valid PreferencesView view) {
		return this.preferences.put(id, view);
	}

	record UserView(long id, String handle, String displayName, Instant joinedAt) {

		static UserView of(User user) {
			return new UserView(user.getId(), user.getHandle(), user.getDisplayName(), user.getJoinedAt());
		}

	}

}
