package io.soundshare.demo.listening;

import java.util.List;

import io.soundshare.demo.catalog.Song;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * All likes.
 */
interface LikeRepository extends JpaRepository<Like, Like.Key> {

	@Query("select s from Like l join l.song s join fetch s.artist left join fetch s.album left join fetch s.coverOf where l.user.id = :userId order by l.likedAt desc, s.id")
	List<Song> findSongsLikedBy(long userId);

}
