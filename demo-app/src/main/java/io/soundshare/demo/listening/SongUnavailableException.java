package io.soundshare.demo.listening;

import java.util.Locale;

import io.soundshare.demo.catalog.Song;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A song is there, but it is not, or no longer, to be played.
 */
class SongUnavailableException extends ErrorResponseException {

	SongUnavailableException(Song song) {
		super(HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Song " + song.getId()
				+ " cannot be played: it is " + song.getStatus().name().toLowerCase(Locale.ROOT) + "."), null);
	}

}
