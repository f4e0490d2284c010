package io.soundshare.demo.playlist;

import java.util.List;

import io.soundshare.demo.web.NotFoundException;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * All playlists.
 */
interface PlaylistRepository extends JpaRepository<Playlist, Long> {

	@Query("select new io.soundshare.demo.playlist.PlaylistSummary(p.id, p.name, p.user.id, size(p.entries)) "
			+ "from Playlist p where p.visibility = PUBLIC order by p.id")
	List<PlaylistSummary> findSummaries();

	default Playlist require(long id) {
		return findById(id).orElseThrow(() -> new NotFoundException("playlist", id));
	}

	/**
	 * Starts a transaction that is going to change a playlist, as
	 * {@code UserRepository.requireForUpdate} does for a user.
	 */
	default Playlist requireForUpdate(long id) {
		lock(id);
		return require(id);
	}

	@Modifying
	@Query("update Playlist p set p.name = p.name where p.id = :id")
	int lock(long id);

}
