package io.soundshare.demo.catalog;

import java.util.Optional;

import io.soundshare.demo.web.NotFoundException;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/**
 * All songs, each with its artist and album.
 */
public interface SongRepository extends JpaRepository<Song, Long> {

	@EntityGraph(attributePaths = { "artist", "album", "coverOf" })
	Page<Song> findByStatusAndNormalizedTitleContaining(SongStatus status, String normalized, Pageable page);

	@EntityGraph(attributePaths = { "artist", "album", "coverOf" })
	Optional<Song> findWithArtistById(long id);

	default Song require(long id) {
		return findWithArtistById(id).orElseThrow(() -> new NotFoundException("song", id));
	}

}
