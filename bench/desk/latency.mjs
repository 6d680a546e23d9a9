// usage: see latency
import { browser, look, read, save, serve, stories } from '../../tests/browser/desk.mjs';

const saves = Number(process.argv[6]);
const body = text => text.slice(text.indexOf('\n---', 4));
const story = stories().find(name => body(read(name)).length > 1500);
const copy = read(story);
const server = serve();
const address = await server.address;
const page = await look();
await page.goto(address + 'stories.html');
const row = page.locator('tr', { has: page.locator('code', { hasText: story }) });
await page.goto(new URL(await row.locator('a[href^="page-"]').first().getAttribute('href'), address).href);
await page.locator('.paper img').waitFor();
const pages = await page.evaluate(() => JSON.parse(document.getElementById('proof-data').textContent).pages.length);

// One word of the first paragraph becomes another of its length: lines and pages stay where they are.
function changed(number) {
	const at = copy.length - body(copy).length;
	const word = copy.slice(at).match(/[a-z]{6}/);
	return copy.slice(0, at + word.index) + 'change'.slice(0, 5) + 'abcdefghijkl'[number] + copy.slice(at + word.index + 6);
}

const times = [];
for (let number = 0; number < saves; number++) {
	await page.waitForTimeout(3000);
	await page.getByRole('status').filter({ hasText: /^(Up to date)?$/ }).waitFor();
	const was = await page.locator('.paper img').getAttribute('src');
	const seen = page.evaluate(before => new Promise(resolve => {
		const look = () => {
			const image = document.querySelector('.paper img');
			if (image.getAttribute('src') !== before && image.complete && image.naturalWidth > 0) {
				requestAnimationFrame(() => resolve());
			} else {
				requestAnimationFrame(look);
			}
		};
		look();
	}), was);
	const begun = performance.now();
	save(story, changed(number));
	await seen;
	times.push(performance.now() - begun);
}
times.sort((a, b) => a - b);
const seconds = time => (time / 1000).toFixed(2);
console.log(`save to screen, ${pages} pages, ${stories().length} stories, ${saves} saves: ` +
	`fastest ${seconds(times[0])} s, median ${seconds(times[times.length >> 1])} s, slowest ${seconds(times.at(-1))} s`);
await browser.close();
await server.end();
