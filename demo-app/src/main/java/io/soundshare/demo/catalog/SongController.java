package io.soundshare.demo.catalog;

import io.soundshare.demo.web.PageView;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists, searches and shows songs.
 */
@RestController
@RequestMapping("/api/songs")
class SongController {

	private final SongRepository songs;

	SongController(SongRepository songs) {
		this.songs = songs;
	}

	@GetMapping
	PageView<SongView> list(@RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") @Min(0) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		PageRequest request = PageRequest.of(page, size, Sort.by("normalizedTitle", "id"));
		return PageView.of(this.songs.findByStatusAndNormalizedTitleContaining(SongStatus.PUBLISHED,
				TitleNormalizer.normalize(q), request), SongView::of);
	}

	@GetMapping("/{id}")
	SongView get(@PathVariable long id) {
		return SongView.of(this.songs.require(id));
	}

}
