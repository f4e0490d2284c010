package io.soundshare.demo.web;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way in: what a person sees who opens the service in a browser.
 */
@RestController
class HomeController {

	@GetMapping("/")
	Home home() {
		return new Home("SoundShare", List.of("/api/songs", "/api/songs?q=faro", "/api/artists", "/api/charts",
				"/api/users", "/api/playlists", "/actuator"));
	}

	record Home(String service, List<String> links) {
	}

}
