// The proof works without this; with it lines can be copied, a focus picked, pages turned by key,
// and a served proof refreshes itself.
"use strict";

(() => {
	const data = JSON.parse(document.getElementById("proof-data").textContent);
	const live = document.getElementById("live");
	const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

	// ---- what lasts from page to page ----

	const kept = {
		read(key) {
			try {
				return sessionStorage.getItem("anban." + key);
			} catch {
				return null;
			}
		},
		write(key, value) {
			try {
				sessionStorage.setItem("anban." + key, value);
			} catch {
				// from disk some browsers keep nothing
			}
		},
	};

	for (const input of $$(".tools input")) {
		const was = kept.read(input.id);
		if (was !== null) {
			input.checked = was === "yes";
		}
		input.addEventListener("change", () => {
			for (const each of $$(".tools input")) {
				kept.write(each.id, each.checked ? "yes" : "no");
			}
		});
	}

	function toggle(id) {
		const input = document.getElementById(id);
		if (input !== null) {
			input.click();
		}
	}

	function zoom(step) {
		const inputs = $$('input[name="zoom"]');
		const now = inputs.findIndex((input) => input.checked);
		const next = step === 0 ? 0 : Math.min(Math.max(now + step, 0), inputs.length - 1);
		if (inputs.length > 0) {
			inputs[next].click();
		}
	}

	// ---- copying ----

	async function copy(text) {
		try {
			await navigator.clipboard.writeText(text);
		} catch {
			const box = document.createElement("textarea");
			box.value = text;
			document.body.append(box);
			box.select();
			document.execCommand("copy");
			box.remove();
		}
	}

	document.addEventListener("click", async (event) => {
		const button = event.target.closest("button.copy");
		if (button === null) {
			return;
		}
		const slip = button.closest(".slip");
		const text = button.dataset.copy ?? slip.querySelector(".lines").textContent;
		await copy(text);
		const was = button.dataset.was ?? button.textContent;
		button.dataset.was = was;
		button.textContent = "Copied";
		live.textContent = "Copied";
		setTimeout(() => {
			button.textContent = was;
			live.textContent = "";
		}, 1500);
	});

	document.addEventListener("change", (event) => {
		if (!event.target.matches("select.choice")) {
			return;
		}
		const slip = event.target.closest(".slip");
		const chosen = event.target.selectedOptions[0];
		slip.querySelector(".lines").textContent = chosen.dataset.lines;
		slip.querySelector(".into").textContent = chosen.dataset.into;
	});

	// ---- focus ----

	function showFocus(card) {
		const x = Number(card.querySelector(".focus-x").value);
		const y = Number(card.querySelector(".focus-y").value);
		card.querySelector(".focus-down").setAttribute("d", `M${x * 10} 0V1000`);
		card.querySelector(".focus-across").setAttribute("d", `M0 ${y * 10}H1000`);
		card.querySelector(".lines").textContent = `focus: [${(x / 100).toFixed(2)}, ${(y / 100).toFixed(2)}]`;
	}

	document.addEventListener("input", (event) => {
		if (event.target.matches('.photo input[type="range"]')) {
			showFocus(event.target.closest(".photo"));
		}
	});

	document.addEventListener("click", (event) => {
		const whole = event.target.closest(".pick");
		if (whole === null) {
			return;
		}
		const card = whole.closest(".photo");
		const box = whole.getBoundingClientRect();
		card.querySelector(".focus-x").value = Math.round((100 * (event.clientX - box.left)) / box.width);
		card.querySelector(".focus-y").value = Math.round((100 * (event.clientY - box.top)) / box.height);
		showFocus(card);
	});

	// ---- from a fault to its place, and back ----

	function open(element) {
		element.closest("details")?.setAttribute("open", "");
	}

	function light(element) {
		for (const lit of $$(".now")) {
			lit.classList.remove("now");
		}
		if (element === null) {
			return;
		}
		element.classList.add("now");
		const twin = element.id.startsWith("fault-")
			? document.getElementById("at-" + element.id.slice(6))
			: document.getElementById("fault-" + element.id.slice(3));
		if (twin !== null) {
			open(twin);
			twin.classList.add("now");
		}
	}

	function followHash() {
		const target = document.getElementById(location.hash.slice(1));
		if (target === null) {
			return;
		}
		if (target.id.startsWith("at-")) {
			target.scrollIntoView({ block: "center", inline: "center" });
			light(target);
		} else if (target.id.startsWith("fault-")) {
			open(target);
			light(target);
			target.scrollIntoView({ block: "nearest" });
		} else if (target.matches(".card")) {
			target.focus({ preventScroll: true });
		}
	}

	addEventListener("hashchange", followHash);
	followHash();

	let walked = -1;

	function walkFaults(step) {
		const faults = $$(".fault");
		if (faults.length === 0) {
			return;
		}
		walked = (walked + step + faults.length) % faults.length;
		const jump = faults[walked].querySelector("a.jump");
		light(faults[walked]);
		faults[walked].scrollIntoView({ block: "nearest" });
		if (jump !== null) {
			jump.focus({ preventScroll: true });
		}
		const at = document.getElementById("at-" + faults[walked].id.slice(6));
		if (at !== null) {
			at.scrollIntoView({ block: "center", inline: "center" });
		}
	}

	// a story that the eye rests on in the list is lit on the page
	function lightStory(event) {
		const card = event.target.closest?.("article.card") ?? null;
		for (const outline of $$(".over a.story")) {
			outline.classList.toggle("lit", card !== null && outline.getAttribute("href") === "#" + card.id);
		}
	}

	document.addEventListener("pointerover", lightStory);
	document.addEventListener("focusin", lightStory);

	// ---- keys ----

	const keys = document.getElementById("keys");
	const showKeys = document.getElementById("show-keys");
	if (showKeys !== null) {
		showKeys.hidden = false;
		showKeys.addEventListener("click", () => keys.showModal());
	}

	function turn(step) {
		const now = data.pages.findIndex((page) => page.label === data.page);
		const next = data.pages[now + step];
		if (now >= 0 && next !== undefined) {
			location.href = next.file;
		}
	}

	const parts = ["index.html", "faults.html", "stories.html", "changes.html"];
	const actions = {
		ArrowLeft: () => turn(-1),
		ArrowRight: () => turn(1),
		j: () => walkFaults(1),
		k: () => walkFaults(walked < 0 ? 0 : -1),
		o: () => toggle("show-outlines"),
		g: () => toggle("show-grid"),
		c: () => toggle("show-columns"),
		"+": () => zoom(1),
		"=": () => zoom(1),
		"-": () => zoom(-1),
		0: () => zoom(0),
		"?": () => keys?.showModal(),
	};
	parts.forEach((part, index) => {
		actions[index + 1] = () => {
			location.href = part;
		};
	});

	addEventListener("keydown", (event) => {
		const within = event.target.closest("input, select, textarea, dialog, pre, .scroll, .sheet");
		const scrolls = within !== null && event.key.startsWith("Arrow");
		const types = within !== null && within.matches("input, select, textarea, dialog");
		if (event.ctrlKey || event.metaKey || event.altKey || scrolls || types || !(event.key in actions)) {
			return;
		}
		event.preventDefault();
		actions[event.key]();
	});

	// ---- a served proof ----

	if (!data.live || !location.protocol.startsWith("http")) {
		return;
	}

	const here = location.pathname.split("/").pop() || "index.html";

	let shown = document.querySelector("main").innerHTML;
	const pages = document.getElementById("proof-data").textContent;

	// the new pictures are there before the old ones go
	function ready(main) {
		return Promise.all([...main.querySelectorAll(".paper img")].map((image) => {
			const picture = new Image();
			picture.src = new URL(image.getAttribute("src"), location.href);
			return picture.decode().catch(() => undefined);
		}));
	}

	function swap(selector, main) {
		document.querySelector(selector).replaceWith(document.adoptNode(main.querySelector(selector)));
	}

	// Only what differs is replaced, so that scroll, size and choices stay.
	function swapSheet(main) {
		const open = $$(".beside .card[id]:has(.slips[open])").map((card) => card.id);
		swap(".paper", main);
		swap(".beside", main);
		for (const id of open) {
			document.querySelector(`#${CSS.escape(id)} .slips`)?.setAttribute("open", "");
		}
	}

	async function fetchPage() {
		const answer = await fetch(here, { cache: "no-store" });
		if (!answer.ok) {
			location.href = "index.html";
			return;
		}
		const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
		const main = fresh.querySelector("main");
		const now = main.innerHTML;
		if (fresh.getElementById("proof-data").textContent !== pages) {
			location.reload();
			return;
		}
		if (now !== shown) {
			await ready(main);
			shown = now;
			if (document.querySelector(".sheet") !== null) {
				swapSheet(main);
			} else {
				document.querySelector("main").replaceWith(document.adoptNode(main));
			}
			document.querySelector(".count").textContent = fresh.querySelector(".count").textContent;
		}
	}

	// one after the other, so that an older page never comes after a newer one
	let refreshed = Promise.resolve();

	function refresh() {
		refreshed = refreshed.then(fetchPage).catch(() => undefined);
		return refreshed;
	}

	function showBroken(messages) {
		document.querySelector(".broken")?.remove();
		if (messages.length === 0) {
			return;
		}
		const box = document.createElement("section");
		const title = document.createElement("h2");
		const list = document.createElement("ul");
		box.className = "broken";
		box.setAttribute("role", "alert");
		title.textContent = data.pages.length > 0
			? "The copy cannot be made up. These are the last good pages."
			: "The copy cannot be made up.";
		for (const message of messages) {
			const item = document.createElement("li");
			item.textContent = message;
			list.append(item);
		}
		box.append(title, list);
		document.querySelector("main").before(box);
	}

	const events = new EventSource("events?page=" + encodeURIComponent(data.page));
	events.addEventListener("working", () => {
		live.textContent = "Making up…";
	});
	events.addEventListener("page", (event) => {
		if (event.data === data.page) {
			refresh();
		}
	});
	events.addEventListener("done", async () => {
		showBroken([]);
		await refresh();
		live.textContent = "Up to date";
	});
	events.addEventListener("broken", (event) => {
		showBroken(JSON.parse(event.data));
		live.textContent = "Faulty copy";
	});
	events.onerror = () => {
		live.textContent = "The server is gone; trying again…";
	};
})();
