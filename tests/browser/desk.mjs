// What the parts share: a proof to look at, Chromium to look with, and a tally of what was found.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modulesFolder, executablePath, program, workFolder] = process.argv.slice(2);
export const modules = path.resolve(modulesFolder, 'node_modules');
export const work = path.resolve(workFolder);
export const edition = path.join(work, '2026-11-22');
const fonts = process.env.ANBAN_TEST_FONTS === undefined ? [] : ['--fonts', process.env.ANBAN_TEST_FONTS];
const { chromium } = (await import(pathToFileURL(path.join(modules, 'playwright-core/index.js')))).default;

let faults = 0;
let number = 0;

// A step that fails is told, and the next one still runs.
export async function step(says, work) {
	number += 1;
	try {
		await work();
		console.log(`ok ${number} - ${says}`);
	} catch (error) {
		faults += 1;
		console.log(`not ok ${number} - ${says}\n${String(error.stack).replace(/^/gm, '    ')}`);
	}
}

export function finish() {
	console.log(`1..${number}`);
	process.exitCode = faults > 0 ? 1 : 0;
}

// ---- copy ----

export const read = name => fs.readFileSync(path.join(edition, name), 'utf8');

export function save(name, text) {
	fs.writeFileSync(path.join(edition, name + '.part'), text);
	fs.renameSync(path.join(edition, name + '.part'), path.join(edition, name));
}

export function stories() {
	return fs.readdirSync(edition, { recursive: true }).filter(name => name.endsWith('.md')).sort();
}

// ---- proofs ----

export function proof(...options) {
	const made = spawnSync(program, ['proof', edition, ...fonts, '-o', path.join(work, 'out'), '-q', ...options]);
	assert.ok(made.status === 0 || made.status === 3, `anban proof gave ${made.status}: ${made.stderr}`);
	const folder = path.join(work, 'out/proof');
	return path.join(folder, fs.readdirSync(folder)[0]);
}

// The address it serves under, and what it says on the way; end() sends Ctrl-C and gives the exit code.
export function serve() {
	const child = spawn(program, ['proof', edition, ...fonts, '-o', path.join(work, 'served'), '--serve', '0', '--watch']);
	const gone = new Promise(resolve => child.on('exit', (code, signal) => resolve(code ?? signal)));
	let said = '';
	child.stderr.on('data', chunk => { said += chunk; });
	const address = new Promise((resolve, reject) => {
		let told = '';
		child.stdout.on('data', chunk => {
			told += chunk;
			const found = told.match(/serving (http:\/\/127\.0\.0\.1:\d+\/)/);
			if (found !== null) {
				resolve(found[1]);
			}
		});
		gone.then(code => reject(new Error(`the server ended with ${code}: ${said}`)));
	});
	gone.then(code => {
		if (code !== 0 && code !== 130) {
			console.log(`the server ended with ${code}\n${said.slice(-4000)}`);
		}
	});
	return {
		address,
		end: () => {
			child.kill('SIGINT');
			return gone;
		},
	};
}

// ---- the browser ----

// As root Chromium has no sandbox of its own.
export const browser = await chromium.launch({ executablePath, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });

export async function look(options = {}) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	const page = await context.newPage();
	page.errors = [];
	page.asked = [];
	page.on('pageerror', error => page.errors.push(String(error)));
	page.on('request', request => page.asked.push(request.url()));
	return page;
}

export const file = (folder, name) => pathToFileURL(path.join(folder, name)).href;

// A name that is drawn for nobody but readers would not do: the box must lie within what is seen.
export async function isInView(page, selector) {
	const box = await page.locator(selector).boundingBox();
	const view = page.viewportSize();
	return box !== null && box.x + box.width / 2 > 0 && box.x + box.width / 2 < view.width &&
		box.y + box.height > 0 && box.y < view.height;
}
