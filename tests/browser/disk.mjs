// A proof opened from disk: no server, nothing loaded from outside.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { browser, edition, file, finish, isInView, look, proof, read, save, step, stories, work } from './desk.mjs';

const pictured = stories().find(name => /^ *alt: /m.test(read(name)));
save(pictured, read(pictured).replace(/^ *alt: .*\n/m, ''));
let folder = proof();
const page = await look();

async function pageOf(selector) {
	for (const name of fs.readdirSync(folder).filter(each => /^page-.*\.html$/.test(each))) {
		await page.goto(file(folder, name));
		if (await page.locator(selector).count() > 0) {
			return name;
		}
	}
	throw new Error(`no page has ${selector}`);
}

await step('the contact sheet shows every page', async () => {
	await page.goto(file(folder, 'index.html'));
	const pages = fs.readdirSync(folder).filter(name => /^page-.*\.html$/.test(name)).length;
	assert.equal(await page.locator('.contact > li').count(), pages);
	const drawn = await page.locator('.contact img').evaluateAll(images => images.filter(image => image.naturalWidth > 0).length);
	assert.equal(drawn, pages);
});

await step('a fault is followed to its place', async () => {
	await page.goto(file(folder, 'faults.html'));
	const fault = page.locator('.fault', { hasText: 'photo-no-alt' });
	assert.match(await fault.locator('.fault-place code').first().textContent(), new RegExp(`^${pictured}:\\d+:\\d+$`));
	await fault.locator('a.jump').click();
	await page.waitForLoadState();
	const id = new URL(page.url()).hash;
	assert.match(id, /^#at-\d+$/);
	assert.ok(await isInView(page, id), 'its box is in view');
	assert.match(await page.locator(id).getAttribute('class'), /\bnow\b/);
	assert.ok(await page.locator(id.replace('at', 'fault')).evaluate(element => element.classList.contains('now')));
});

await step('every fault on a page leads to a box that is there', async () => {
	await page.goto(file(folder, 'faults.html'));
	const links = await page.locator('.fault a.jump').evaluateAll(all => all.map(link => link.href));
	assert.ok(links.length > 0);
	for (const link of links.slice(0, 40)) {
		await page.goto(link);
		assert.equal(await page.locator(new URL(link).hash).count(), 1, link);
	}
});

await step('a story\'s outline leads to its card', async () => {
	await pageOf('.over a.story');
	const outline = page.locator('.over a.story').first();
	const id = await outline.getAttribute('href');
	await outline.focus();
	await page.keyboard.press('Enter');
	assert.ok(await isInView(page, id));
	assert.equal(await page.evaluate(() => document.activeElement.id), id.slice(1));
	const facts = await page.locator(`${id} dt`).allTextContents();
	for (const term of ['Status', 'Where', 'Lines', 'Cost', 'Why']) {
		assert.ok(facts.includes(term), `the card tells ${term}`);
	}
});

await step('grid and columns are shown and hidden', async () => {
	assert.equal(await page.locator('.over .grid').isVisible(), false);
	await page.keyboard.press('g');
	await page.keyboard.press('c');
	assert.ok(await page.locator('.over .grid').isVisible());
	assert.ok(await page.locator('.over .columns').isVisible());
	await page.keyboard.press('o');
	assert.equal(await page.locator('.over .outlines').isVisible(), false);
	for (const key of ['g', 'c', 'o']) {
		await page.keyboard.press(key);
	}
});

await step('a focus picked on the photograph gives the right line, and the line takes effect', async () => {
	const name = await pageOf('.pick');
	const card = page.locator('.photo:has(.pick)').first();
	const whole = card.locator('.pick');
	await whole.scrollIntoViewIfNeeded();
	const box = await whole.boundingBox();
	await whole.click({ position: { x: box.width * 0.2, y: box.height * 0.7 } });
	const slip = card.locator('.slip').first();
	const line = await slip.locator('.lines').textContent();
	assert.equal(line, 'focus: [0.20, 0.70]');
	await card.locator('.focus-x').focus();
	await page.keyboard.press('ArrowRight');
	assert.equal(await slip.locator('.lines').textContent(), 'focus: [0.21, 0.70]');
	const into = await slip.locator('.into').textContent();
	const [, copy, number] = into.match(/^(.*), (?:instead of )?line (\d+)/);
	const lines = read(copy).split('\n');
	const indent = lines[number - 1].match(/^ *(- )?/)[0].replace('-', ' ');
	lines.splice(into.includes('instead') ? number - 1 : number, into.includes('instead') ? 1 : 0, `${indent}focus: [0.21, 0.70]`);
	save(copy, lines.join('\n'));
	folder = proof();
	await page.goto(file(folder, name));
	const lineNow = await page.locator('.photo', { has: page.locator('.pick') }).first().locator('.lines').first().textContent();
	assert.equal(lineNow, 'focus: [0.21, 0.70]');
});

await step('every decision has its lines and a button that copies them', async () => {
	const context = page.context();
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await pageOf('.card .slips');
	const card = page.locator('article.card').first();
	await card.locator('.slips > summary').click();
	const choices = await card.locator('select.choice option').allTextContents();
	for (const says of ['page 1', 'page 1, as its lead', '2 columns', 'never trim it']) {
		assert.ok(choices.includes(says), `it offers '${says}'`);
	}
	const move = card.locator('select.choice').first();
	await move.selectOption({ label: 'page 2' });
	const slip = card.locator('.slip').first();
	const lines = await slip.locator('.lines').textContent();
	assert.match(lines, /^ {2}2: \{.*story: /m);
	await slip.locator('button.copy').click();
	await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
	assert.equal(await page.evaluate(() => navigator.clipboard.readText()), lines);
});

await step('what changed since the last proof stands page beside page', async () => {
	const story = stories().find(name => /^status: ready/m.test(read(name))) ?? stories()[0];
	save(story, read(story).replace(/\s*$/, ' Marmalade.\n'));
	folder = proof();
	await page.goto(file(folder, 'changes.html'));
	assert.ok(await page.locator('ins', { hasText: 'Marmalade' }).count() > 0);
	assert.ok(await page.locator('.pair .sides figure').count() >= 2);
});

await step('it reads without a script', async () => {
	const plain = await look({ javaScriptEnabled: false });
	await plain.goto(file(folder, 'faults.html'));
	assert.ok(await plain.locator('.fault').count() > 0);
	await plain.context().close();
});

await step('nothing is loaded from outside, and no script fails', () => {
	assert.deepEqual(page.asked.filter(url => !url.startsWith('file:') && !url.startsWith('data:')), []);
	assert.deepEqual(page.errors, []);
	assert.ok(fs.existsSync(edition) && fs.existsSync(work));
});

await browser.close();
finish();
