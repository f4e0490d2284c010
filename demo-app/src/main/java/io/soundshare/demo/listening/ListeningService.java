package io.soundshare.demo.listening;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.soundshare.demo.catalog.Song;
import io.soundshare.demo.catalog.SongRepository;
import io.soundshare.demo.catalog.SongStatus;
import io.soundshare.demo.catalog.SongView;
import io.soundshare.demo.user.User;
import io.soundshare.demo.user.UserRepository;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what users play and like.
 */
@Service
class ListeningService {

	private final SongRepository songs;

	private final UserRepository users;

	private final PlayRepository plays;

	private final LikeRepository likes;

	ListeningService(SongRepository songs, UserRepository users, PlayRepository plays, LikeRepository likes) {
		this.songs = songs;
		this.users = users;
		this.plays = plays;
		this.likes = likes;
	}

	@Transactional
	PlayView play(long songId, long userId) {
		User user = this.users.requireForUpdate(userId);
		Song song = this.songs.require(songId);
		if (song.getStatus() != SongStatus.PUBLISHED) {
			throw new SongUnavailableException(song);
		}
		Play play = this.plays.save(new Play(song, user, now()));
		return new PlayView(play.getId(), songId, userId, play.getPlayedAt());
	}

	@Transactional
	void like(long userId, long songId) {
		User user = this.users.requireForUpdate(userId);
		Song song = this.songs.require(songId);
		if (!this.likes.existsById(new Like.Key(userId, songId))) {
			this.likes.save(new Like(user, song, now()));
		}
	}

	@Transactional
	void unlike(long userId, long songId) {
		this.users.requireForUpdate(userId);
		this.likes.deleteById(new Like.Key(userId, songId));
	}

	@Transactional
	List<SongView> likedBy(long userId) {
		this.users.require(userId);
		return this.likes.findSongsLikedBy(userId).stream().map(SongView::of).toList();
	}

	/** As precise as the database keeps it. */
	private Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

	record PlayView(long id, long songId, long userId, Instant playedAt) {
	}

}
