package io.soundshare.demo.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Something was asked for by an id that nothing has.
 */
public class NotFoundException extends ErrorResponseException {

	public NotFoundException(String what, long id) {
		super(HttpStatus.NOT_FOUND,
				ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no " + what + " " + id + "."), null);
	}

}
