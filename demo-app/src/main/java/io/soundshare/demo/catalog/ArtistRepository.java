package io.soundshare.demo.catalog;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * All artists.
 */
interface ArtistRepository extends JpaRepository<Artist, Long> {

}
