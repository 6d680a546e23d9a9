// Looks phrases up as readers do: in Firefox's viewer (pdf.js, its own find controller) and in Chrome's (PDFium).
// usage: node search.mjs READERS PDF < phrases, one a line    → a line for each phrase a viewer does not find
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const modules = path.resolve(process.argv[2], 'node_modules');
const bytes = new Uint8Array(fs.readFileSync(process.argv[3]));
const phrases = fs.readFileSync(0, 'utf8').split('\n').filter(phrase => phrase !== '');
const load = name => import(pathToFileURL(path.join(modules, name)));

// The viewer's module wants a browser when it is loaded; its find controller does not.
function pretendBrowser() {
	const element = () => ({ style: {}, getContext: () => null, append() {}, addEventListener() {} });
	globalThis.document ??= { documentElement: element(), createElement: element, addEventListener() {} };
	globalThis.window ??= { requestAnimationFrame: call => setTimeout(call, 0), addEventListener() {}, navigator: {} };
	globalThis.navigator ??= { userAgent: '', platform: '', maxTouchPoints: 0 };
}

async function firefox() {
	pretendBrowser();
	const warn = console.warn;
	console.log = console.warn = () => {};
	const pdfjs = await load('pdfjs-dist/legacy/build/pdf.mjs');
	globalThis.pdfjsLib = pdfjs;
	const viewer = await load('pdfjs-dist/legacy/web/pdf_viewer.mjs');
	console.warn = warn;
	const pdf = await pdfjs.getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
	const eventBus = new viewer.EventBus();
	const linkService = { pagesCount: pdf.numPages, page: 1 };
	const finder = new viewer.PDFFindController({ linkService, eventBus, updateMatchesCountOnProgress: false });
	finder.onIsPageVisible = () => true;
	finder.setDocument(pdf);
	return phrase => new Promise(resolve => {
		const done = event => {
			if (event.state === viewer.FindState.PENDING)
				return;
			eventBus.off('updatefindmatchescount', done);
			eventBus.off('updatefindcontrolstate', done);
			resolve(event.matchesCount.total > 0);
		};
		eventBus.on('updatefindmatchescount', done);
		eventBus.on('updatefindcontrolstate', done);
		eventBus.dispatch('find', {
			source: finder, type: 'again', query: phrase, caseSensitive: true, entireWord: false,
			highlightAll: false, findPrevious: false, matchDiacritics: true,
		});
	});
}

function textOf(pdfium, page) {
	const count = pdfium.FPDFText_CountChars(page);
	const place = pdfium.pdfium.wasmExports.malloc(2 * count + 2);
	pdfium.FPDFText_GetText(page, 0, count, place);
	const text = Buffer.from(pdfium.pdfium.HEAPU8.slice(place, place + 2 * count)).toString('utf16le');
	pdfium.pdfium.wasmExports.free(place);
	return text.replace(/[\ufffe\u200b]/g, '').replace(/\s+/g, ' ');
}

async function chrome() {
	const { init } = await load('@embedpdf/pdfium/dist/index.js');
	const wasm = fs.readFileSync(path.join(modules, '@embedpdf/pdfium/dist/pdfium.wasm'));
	const pdfium = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) });
	pdfium.PDFiumExt_Init();
	const memory = pdfium.pdfium;
	const place = memory.wasmExports.malloc(bytes.length);
	memory.HEAPU8.set(bytes, place);
	const pdf = pdfium.FPDF_LoadMemDocument(place, bytes.length, '');
	if (!pdf)
		throw new Error('PDFium cannot open the file');
	const pages = [];
	for (let number = 0; number < pdfium.FPDF_GetPageCount(pdf); number++)
		pages.push(pdfium.FPDFText_LoadPage(pdfium.FPDF_LoadPage(pdf, number)));
	const texts = pages.map(page => textOf(pdfium, page));
	return async phrase => {
		// PDFium marks a hyphen at a line's end with U+FFFE; its own search stumbles over the mark, Chrome's takes it out.
		if (texts.some(page => page.includes(phrase)))
			return true;
		const text = Buffer.from(phrase + '\0', 'utf16le');
		const wanted = memory.wasmExports.malloc(text.length);
		memory.HEAPU8.set(text, wanted);
		const matchCase = 1;
		const found = pages.some(page => {
			const search = pdfium.FPDFText_FindStart(page, wanted, matchCase, 0);
			const hit = pdfium.FPDFText_FindNext(search);
			pdfium.FPDFText_FindClose(search);
			return hit;
		});
		memory.wasmExports.free(wanted);
		return found;
	};
}

const say = text => process.stdout.write(text + '\n');
for (const [name, open] of Object.entries({ 'pdf.js': firefox, PDFium: chrome })) {
	const find = await open();
	// A viewer that finds everything proves nothing.
	if (await find('zxqj wvkh pfüm'))
		say(`${name}: finds what is not there`);
	for (const phrase of phrases)
		if (!await find(phrase))
			say(`${name}: ${phrase}`);
}
process.exit(0);
