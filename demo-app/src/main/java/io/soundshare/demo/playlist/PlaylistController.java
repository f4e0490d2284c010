package io.soundshare.demo.playlist;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows and takes playlists.
 */
@RestController
@RequestMapping("/api/playlists")
class PlaylistController {

	private final PlaylistService playlists;

	PlaylistController(PlaylistService playlists) {
		this.playlists = playlists;
	}

	@GetMapping
	List<PlaylistSummary> list() {
		return this.playlists.list();
	}

	@GetMapping("/{id}")
	PlaylistView get(@PathVariable long id) {
		return this.playlists.get(id);
	}

	@PostMapping
	ResponseEntity<PlaylistView> create(@RequestBody @Valid NewPlaylist playlist) {
		PlaylistView created = this.playlists.create(playlist.userId(), playlist.name(), playlist.visibility(),
				playlist.songIds());
		return ResponseEntity.created(URI.create("/api/playlists/" + created.id())).body(created);
	}

	@PutMapping("/{id}/songs")
	PlaylistView arrange(@PathVariable long id, @RequestBody @Valid Arrangement arrangement) {
		return this.playlists.arrange(id, arrangement.songIds());
	}

	record NewPlaylist(@NotNull Long userId, @NotBlank @Size(max = 100) String name, @Nullable Visibility visibility,
			@NotNull @Size(max = 500) List<@NotNull Long> songIds) {
	}

	record Arrangement(@NotNull @Size(max = 500) List<@NotNull Long> songIds) {
	}

}
