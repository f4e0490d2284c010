package io.soundshare.demo.catalog;

import java.util.List;

import io.soundshare.demo.catalog.SongView.Named;
import io.soundshare.demo.web.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists artists and shows one with the albums.
 */
@RestController
@RequestMapping("/api/artists")
class ArtistController {

	private final ArtistRepository artists;

	private final AlbumRepository albums;

	ArtistController(ArtistRepository artists, AlbumRepository albums) {
		this.artists = artists;
		this.albums = albums;
	}

	@GetMapping
	List<Named> list() {
		return this.artists.findAll(Sort.by("name"))
			.stream()
			.map((artist) -> new Named(artist.getId(), artist.getName()))
			.toList();
	}

	@GetMapping("/{id}")
	ArtistView get(@PathVariable long id) {
		Artist artist = this.artists.findById(id).orElseThrow(() -> new NotFoundException("artist", id));
		return new ArtistView(id, artist.getName(),
				this.albums.findByArtistIdOrderByReleaseYearDesc(id).stream().map(AlbumView::of).toList());
	}

	record ArtistView(long id, String name, List<AlbumView> albums) {
	}

	record AlbumView(long id, String title, @Nullable Integer releaseYear) {

		static AlbumView of(Album album) {
			return new AlbumView(album.getId(), album.getTitle(), album.getReleaseYear());
		}

	}

}
