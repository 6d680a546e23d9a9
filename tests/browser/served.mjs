// A proof served and made again at every save: what the desk has open in the evening.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { browser, finish, look, proof, read, save, serve, step, stories } from './desk.mjs';

const faulty = '---\nheadline: [\n---\nNo story.\n';
const page = await look();

async function pageOfStory(address, name) {
	await page.goto(address + 'stories.html');
	const row = page.locator('tr', { has: page.locator('code', { hasText: name.replace(/\.md$/, '') }) }).first();
	await page.goto(new URL(await row.locator('a[href^="page-"]').first().getAttribute('href'), address).href);
	await page.locator('.paper img').waitFor();
}

const picture = () => page.locator('.paper img').getAttribute('src');

// ---- broken from the start ----

const whole = read('edition.yaml');
save('edition.yaml', 'date: [\n');
let server = serve();
let address = await server.address;

await step('copy that is broken at the start is told on a page of its own', async () => {
	await page.goto(address);
	await page.locator('.broken li', { hasText: 'edition.yaml' }).waitFor();
	assert.match(await page.locator('main').textContent(), /No page yet/);
});

await step('once it is mended the pages appear by themselves', async () => {
	save('edition.yaml', whole);
	await page.locator('.contact > li').first().waitFor({ timeout: 60000 });
	assert.equal(await page.locator('.broken').count(), 0);
});

// ---- at work ----

const story = stories().find(name => !/^kind: brief/m.test(read(name)));
const copy = read(story);

await step('a word that is saved is seen on the page', async () => {
	await pageOfStory(address, story);
	const before = await picture();
	save(story, copy.replace(/^headline: .*$/m, 'headline: Marmalade'));
	await page.waitForFunction(was => document.querySelector('.paper img').getAttribute('src') !== was, before, { timeout: 60000 });
	await page.locator('article.card h3', { hasText: 'Marmalade' }).waitFor();
	assert.ok(await page.locator('.paper img').evaluate(image => image.complete && image.naturalWidth > 0));
});

await step('a broken story leaves the last good page, with the fault over it', async () => {
	const before = await picture();
	save(story, faulty);
	const fault = page.locator('.broken[role="alert"] li', { hasText: story });
	await fault.first().waitFor({ timeout: 60000 });
	assert.match(await fault.first().textContent(), new RegExp(`${story}:\\d+:\\d+: `));
	assert.equal(await picture(), before);
	await page.reload();
	await page.locator('.broken li', { hasText: story }).first().waitFor();
	assert.ok(await page.locator('.paper img').evaluate(image => image.complete && image.naturalWidth > 0));
});

await step('mended, the fault goes and the page comes back', async () => {
	save(story, copy);
	await page.locator('.broken').waitFor({ state: 'detached', timeout: 60000 });
	await page.locator('article.card h3', { hasText: 'Marmalade' }).waitFor({ state: 'detached', timeout: 60000 });
});

await step('slips that stand open stay open over a save', async () => {
	await page.getByRole('status').filter({ hasText: 'Up to date' }).waitFor();
	await page.locator('.card[id] .slips > summary').first().click();
	assert.equal(await page.locator('.card[id] .slips[open]').count(), 1);
	await page.evaluate(() => { window.same = true; });
	const before = await picture();
	save(story, copy.replace(/^(headline: .*)[a-z]/m, '$1x'));
	await page.waitForFunction(was => document.querySelector('.paper img').getAttribute('src') !== was, before, { timeout: 60000 });
	assert.ok(await page.evaluate(() => window.same), 'the page was not loaded again');
	assert.equal(await page.locator('.card[id] .slips[open]').count(), 1);
});

await step('the page at the end is the one that a proof from scratch has', async () => {
	await page.getByRole('status').filter({ hasText: 'Up to date' }).waitFor();
	const now = read(story);
	const body = now.indexOf('\n---', 4);
	const before = await picture();
	save(story, now.slice(0, body) + now.slice(body).replace(/[a-z]{6}/, 'market'));
	await page.waitForFunction(was => document.querySelector('.paper img').getAttribute('src') !== was, before, { timeout: 60000 });
	await page.getByRole('status').filter({ hasText: 'Up to date' }).waitFor({ timeout: 60000 });
	const fresh = fs.readFileSync(path.join(proof(), path.basename(new URL(page.url()).pathname)), 'utf8');
	assert.ok(fresh.includes(await picture()), 'its picture has another name');
});

await step('new words on a page go back when another story is broken in the same save', async () => {
	const other = stories().findLast(name => name !== story && !/^kind: brief/m.test(read(name)));
	const whole = read(other);
	const now = read(story);
	const before = await picture();
	save(other, faulty);
	save(story, now.replace(/^headline: .*$/m, 'headline: Marmalade'));
	await page.locator('.broken[role="alert"] li', { hasText: other }).first().waitFor({ timeout: 60000 });
	await page.waitForTimeout(500);
	assert.equal(await picture(), before);
	save(story, now);
	save(other, whole);
	await page.locator('.broken').waitFor({ state: 'detached', timeout: 60000 });
});

// ---- strangers ----

function ask(target, headers = {}, method = 'GET') {
	const { hostname, port, host } = new URL(address);
	return new Promise((resolve, reject) => {
		const asked = http.request({ hostname, port, path: target, method, headers: { Host: host, ...headers } }, answer => {
			let text = '';
			answer.on('data', chunk => { text += chunk; });
			answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
		});
		asked.on('error', reject);
		asked.end();
	});
}

await step('there is no way out of the folder', async () => {
	const ways = ['/../../../../etc/passwd', '/%2e%2e/%2e%2e/edition.yaml', '/..%2f..%2fedition.yaml', '/%2e%2e%5c', '//etc/passwd',
		'/./../edition.yaml', '/page-1.html/../../../x', '/.hidden', '/index.html%00.jpg', '/' + 'a'.repeat(5000) + '.html'];
	for (const way of ways) {
		const answer = await ask(way);
		assert.ok(answer.status >= 400, `${way} gave ${answer.status}`);
		assert.doesNotMatch(answer.text, /root:|headline:/);
	}
	assert.equal((await ask('/index.html')).status, 200);
});

await step('only under its own name, so that no name can be bent to it', async () => {
	for (const Host of ['example.org', 'example.org:80', '127.0.0.1', 'localhost.example.org', '127.0.0.1:1']) {
		assert.equal((await ask('/', { Host })).status, 403, Host);
	}
});

await step('nothing for a page of another site', async () => {
	for (const headers of [{ Origin: 'https://example.org' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
		{ 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors' }]) {
		assert.equal((await ask('/faults.html', headers)).status, 403, JSON.stringify(headers));
		assert.equal((await ask('/events', headers)).status, 403, JSON.stringify(headers));
	}
});

await step('only to read, and guarded', async () => {
	for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
		assert.equal((await ask('/index.html', {}, method)).status, 405, method);
	}
	const { headers } = await ask('/');
	assert.match(headers['content-security-policy'], /default-src 'none'/);
	assert.equal(headers['x-content-type-options'], 'nosniff');
	assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
	assert.equal(headers['access-control-allow-origin'], undefined);
});

await step('no script failed, and Ctrl-C ends it', async () => {
	assert.deepEqual(page.errors, []);
	await browser.close();
	const code = await server.end();
	assert.ok(code === 0 || code === 130, `it ended with ${code}`);
});

finish();
