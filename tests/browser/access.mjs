// Everybody can use it: axe-core over every kind of page, by day and by night, on a desk and on a tablet;
// then a walk without a mouse.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { browser, file, finish, look, modules, proof, read, save, serve, step, stories } from './desk.mjs';

const axe = path.join(modules, 'axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function judge(page, says) {
	await page.addScriptTag({ path: axe });
	const { violations } = await page.evaluate(only => window.axe.run(document, { runOnly: only }), tags);
	const told = violations.flatMap(each => each.nodes.map(node => `${each.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
	assert.deepEqual(told, [], says);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	assert.ok(wide <= 0, `${says}: the page is ${wide} px wider than the window`);
}

const all = stories();
const pictured = all.find(name => /^ *(- )?file: /m.test(read(name)));
proof();
save(all[0], read(all[0]).replace(/^headline: .*$/m, 'headline: Marmalade') + '\nToday it rained.\n');
save(pictured, read(pictured).replace(/^( *(?:- )?file: ).*$/m, '$1nowhere.jpg'));
save(all.at(-1), read(all.at(-1)).replace(/^headline: /m, 'status: draft\nheadline: '));
const folder = proof();
const sheets = fs.readdirSync(folder).filter(name => /^page-.*\.html$/.test(name)).sort();
const names = ['index.html', 'faults.html', 'stories.html', 'changes.html', ...sheets];

for (const colorScheme of ['light', 'dark']) {
	for (const width of [1280, 820]) {
		const page = await look({ colorScheme, viewport: { width, height: 1000 }, reducedMotion: 'reduce' });
		for (const name of names) {
			await step(`${name}, ${colorScheme}, ${width} px`, async () => {
				await page.goto(file(folder, name));
				await page.evaluate(() => document.querySelectorAll('details').forEach(details => { details.open = true; }));
				await judge(page, name);
			});
		}
		await step(`the list of keys, ${colorScheme}, ${width} px`, async () => {
			await page.keyboard.press('?');
			await judge(page, 'keys');
		});
		await step(`a focus picked, a fault lit, a page zoomed, ${colorScheme}, ${width} px`, async () => {
			for (const name of sheets) {
				await page.goto(file(folder, name));
				if (await page.locator('.pick').count() > 0) {
					break;
				}
			}
			await page.locator('.pick').first().click({ position: { x: 30, y: 20 } });
			await judge(page, 'a focus picked');
			await page.keyboard.press('j');
			for (const key of ['g', 'c', '+', '+', '+']) {
				await page.keyboard.press(key);
			}
			await judge(page, 'zoomed, with grid and columns');
			await page.goto(file(folder, 'faults.html'));
			await page.keyboard.press('j');
			await judge(page, 'a fault lit');
		});
		await page.context().close();
	}
}

await step('the fault over the last good page, and the page before there is one', async () => {
	const server = serve();
	const address = await server.address;
	const good = read(all[0]);
	for (const colorScheme of ['light', 'dark']) {
		const page = await look({ colorScheme, bypassCSP: true });
		await page.goto(address + sheets[0]);
		save(all[0], '---\nheadline: [\n---\n');
		await page.locator('.broken li').first().waitFor({ timeout: 60000 });
		await judge(page, 'broken');
		save(all[0], good);
		await page.locator('.broken').waitFor({ state: 'detached', timeout: 60000 });
		await page.context().close();
	}
	await server.end();
});

// ---- without a mouse ----

const page = await look();
const at = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 120));

await step('the first stop skips to the page', async () => {
	await page.goto(file(folder, 'index.html'));
	await page.keyboard.press('Tab');
	assert.match(await at(), /class="skip"/);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
});

await step('keys turn to the parts, walk the faults and follow one', async () => {
	await page.keyboard.press('2');
	await page.waitForURL(/faults\.html/);
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await page.keyboard.press('k');
	assert.match(await at(), /class="jump"/);
	await page.keyboard.press('3');
	await page.waitForURL(/stories\.html/);
	await page.keyboard.press('4');
	await page.waitForURL(/changes\.html/);
	await page.keyboard.press('1');
	await page.waitForURL(/index\.html/);
});

await step('arrows turn the pages; keys size and show', async () => {
	await page.goto(file(folder, 'page-1.html'));
	await page.keyboard.press('ArrowRight');
	await page.waitForURL(/page-2\.html/);
	await page.keyboard.press('ArrowLeft');
	await page.waitForURL(/page-1\.html/);
	const width = async () => (await page.locator('.paper').boundingBox()).width;
	const before = await width();
	await page.keyboard.press('+');
	await page.keyboard.press('+');
	assert.ok(await width() > before);
	await page.keyboard.press('0');
});

await step('the list of keys opens, holds the focus and closes', async () => {
	await page.keyboard.press('?');
	assert.ok(await page.locator('#keys').evaluate(dialog => dialog.open));
	await page.keyboard.press('Escape');
	assert.equal(await page.locator('#keys').evaluate(dialog => dialog.open), false);
});

await step('Tab reaches all there is, shows where it is, and is never caught', async () => {
	for (const name of ['index.html', 'faults.html', 'stories.html', sheets[0]]) {
		await page.goto(file(folder, name));
		const seen = new Set();
		const unseen = [];
		for (let stops = 0; stops < 3000; stops++) {
			await page.keyboard.press('Tab');
			const stop = await page.evaluate(() => {
				const now = document.activeElement;
				if (now === document.body) {
					return null;
				}
				now.dataset.stop ??= String(Math.random());
				const style = getComputedStyle(now.matches('svg a') ? now.querySelector('.box') : now);
				return { id: now.dataset.stop, html: now.outerHTML.slice(0, 120), shown: style.outlineStyle !== 'none' || parseFloat(style.strokeWidth) >= 3 };
			});
			if (stop === null || seen.has(stop.id)) {
				break;
			}
			seen.add(stop.id);
			if (!stop.shown) {
				unseen.push(stop.html);
			}
		}
		const missed = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
			.filter(each => each.checkVisibility() && each.dataset.stop === undefined && each.tabIndex >= 0 &&
				!(each.type === 'radio' && !each.checked)).map(each => each.outerHTML.slice(0, 100)));
		assert.deepEqual(missed, [], `${name}: stops that Tab does not reach`);
		assert.deepEqual(unseen, [], `${name}: stops that do not show`);
	}
});

await browser.close();
finish();
