package io.soundshare.demo.listening;

import java.util.List;

import io.soundshare.demo.catalog.SongView;
import io.soundshare.demo.listening.ListeningService.PlayView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes plays and likes, and shows what comes of them.
 */
@RestController
@RequestMapping("/api")
class ListeningController {

	private final ListeningService listening;

	private final Chart chart;

	ListeningController(ListeningService listening, Chart chart) {
		this.listening = listening;
		this.chart = chart;
	}

	@PostMapping("/songs/{songId}/plays")
	@ResponseStatus(HttpStatus.CREATED)
	PlayView play(@PathVariable long songId, @RequestBody @Valid NewPlay play) {
		return this.listening.play(songId, play.userId());
	}

	@GetMapping("/users/{userId}/likes")
	List<SongView> likes(@PathVariable long userId) {
		return this.listening.likedBy(userId);
	}

	@PutMapping("/users/{userId}/likes/{songId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void like(@PathVariable long userId, @PathVariable long songId) {
		this.listening.like(userId, songId);
	}

	@DeleteMapping("/users/{userId}/likes/{songId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void unlike(@PathVariable long userId, @PathVariable long songId) {
		this.listening.unlike(userId, songId);
	}

	@GetMapping("/charts")
	List<Chart.Entry> charts(@RequestParam(defaultValue = "10") @Min(1) @Max(100) int size) {
		return this.chart.top(size);
	}

	record NewPlay(@NotNull Long userId) {
	}

}
