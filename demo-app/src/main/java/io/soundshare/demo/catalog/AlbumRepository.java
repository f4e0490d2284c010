package io.soundshare.demo.catalog;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * All albums.
 */
interface AlbumRepository extends JpaRepository<Album, Long> {

	List<Album> findByArtistIdOrderByReleaseYearDesc(long artistId);

}
