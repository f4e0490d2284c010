package io.soundshare.migrations.boot.console;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What all pages have around their content.
 */
final class Layout {

	private final Links links;

	Layout(Links links) {
		this.links = links;
	}

	/**
	 * Write a page.
	 * @param title what it shows
	 * @param database the database it belongs to, {@code null} for all
	 * @param live whether what it shows is about to change
	 * @param content writes what is in it
	 */
	String render(String title, @Nullable String database, boolean live, Consumer<Html> content) {
		Html html = new Html();
		html.open("html", "lang", "en").line();
		head(html, title);
		html.open("body").line();
		html.element("a", "Skip to the content", "class", "skip", "href", "#main").line();
		header(html, title, database);
		html.open("main", "id", "main", "tabindex", "-1", "data-live", String.valueOf(live)).line();
		html.open("h1").name(title).close().line();
		content.accept(html);
		html.close().line();
		html.open("footer").element("p", "SoundShare Migrations. All times are UTC.").close().line();
		return html.close().close().line().toString();
	}

	private void head(Html html, String title) {
		html.open("head").line();
		html.open("meta", "charset", "utf-8").line();
		html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
		html.open("meta", "name", "color-scheme", "content", "light dark").line();
		html.open("meta", "name", "robots", "content", "noindex").line();
		html.element("title", title + " · Migrations").line();
		html.open("link", "rel", "icon", "type", ConsoleResource.ICON.type(), "href",
				this.links.resource(ConsoleResource.ICON.fileName()))
			.line();
		html.open("link", "rel", "stylesheet", "href", this.links.resource(ConsoleResource.STYLE.fileName())).line();
		html.open("script", "src", this.links.resource(ConsoleResource.SCRIPT.fileName()), "defer", "").close().line();
		html.close().line();
	}

	private void header(Html html, String title, @Nullable String database) {
		html.open("header").open("nav", "aria-label", "Breadcrumb").open("ol");
		html.open("li").element("a", "Migrations", "href", this.links.home()).close();
		if (database != null) {
			html.open("li").open("a", "href", this.links.database(database)).name(database).close().close();
		}
		if (!title.equals(database)) {
			html.open("li").open("span", "aria-current", "page").name(title).close().close();
		}
		html.close().close().close().line();
	}

}
