package io.soundshare.demo.web;

import java.util.List;
import java.util.function.Function;

import org.springframework.data.domain.Page;

/**
 * One page of a longer list.
 *
 * @param items what is on this page
 * @param page the number of this page, from 0
 * @param pages how many pages there are
 * @param total how many items there are on all pages
 * @param <T> the type of the items
 */
public record PageView<T>(List<T> items, int page, int pages, long total) {

	public static <S, T> PageView<T> of(Page<S> page, Function<S, T> view) {
		return new PageView<>(page.stream().map(view).toList(), page.getNumber(), page.getTotalPages(),
				page.getTotalElements());
	}

}
