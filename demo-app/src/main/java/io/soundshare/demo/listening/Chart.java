package io.soundshare.demo.listening;

import java.util.List;

import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the view of the songs that are played and liked most.
 */
@Repository
class Chart {

	private final JdbcClient jdbc;

	Chart(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Entry> top(int size) {
		return this.jdbc
			.sql("SELECT song_id, title, artist, play_count, like_count FROM song_charts "
					+ "ORDER BY play_count DESC, like_count DESC, song_id LIMIT :size")
			.param("size", size)
			.query(new DataClassRowMapper<>(Entry.class))
			.list();
	}

	/**
	 * One line of the charts.
	 *
	 * @param songId which song
	 * @param title its title
	 * @param artist the name of the artist
	 * @param playCount how often it was played
	 * @param likeCount how many users like it
	 */
	record Entry(long songId, String title, String artist, long playCount, long likeCount) {
	}

}
