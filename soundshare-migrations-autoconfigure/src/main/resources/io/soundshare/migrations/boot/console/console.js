(function () {
	"use strict";

	function filter(input) {
		const rows = Array.from(document.getElementById(input.dataset.filter).tBodies[0].rows);
		const texts = rows.map((row) => row.textContent.toLowerCase());
		const status = input.nextElementSibling;
		function apply() {
			const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
			let shown = 0;
			rows.forEach((row, i) => {
				row.hidden = !words.every((word) => texts[i].includes(word));
				shown += row.hidden ? 0 : 1;
			});
			status.textContent = words.length ? shown + " of " + rows.length + " shown" : "";
		}
		input.addEventListener("input", apply);
		input.addEventListener("keydown", (event) => {
			if (event.key === "Escape") {
				input.value = "";
				apply();
			}
		});
		input.parentElement.hidden = false;
		apply();
	}

	function enhance() {
		document.querySelectorAll("input[data-filter]").forEach(filter);
		if (document.getElementById("main").dataset.live === "true") {
			setTimeout(refresh, 3000);
		}
	}

	/* Whoever reads or types is not disturbed: the page is replaced when nothing in it has the focus. */
	async function refresh() {
		const main = document.getElementById("main");
		try {
			if (!document.hidden && !main.contains(document.activeElement)) {
				const response = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
				const page = new DOMParser().parseFromString(await response.text(), "text/html");
				const news = page.getElementById("main");
				if (news) {
					main.replaceWith(document.adoptNode(news));
					enhance();
					return;
				}
			}
		}
		catch (error) {
			/* The application restarts; what is shown stays. */
		}
		setTimeout(refresh, 3000);
	}

	enhance();
}());
