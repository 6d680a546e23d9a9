/* waiting.c - shown while not one page could be made yet; the script tells the faults over it */
#include "desk/desk.h"
#include "desk/html.h"

static void write_head(struct html *html)
{
	html_open(html, "head", NULL);
	html_single(html, "meta", "charset", "utf-8", NULL);
	html_line(html, "title", "No page yet – proof", NULL);
	html_single(html, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1", NULL);
	html_single(html, "meta", "name", "color-scheme", "content", "light dark", NULL);
	html_single(html, "link", "rel", "icon", "href", "data:,", NULL);
	html_single(html, "link", "rel", "stylesheet", "href", "desk.css", NULL);
	html_line(html, "script", "", "src", "desk.js", "defer", "", NULL);
	html_close(html);
}

char *waiting_page(void)
{
	struct html *html = html_new();

	html_open(html, "html", "lang", "en", NULL);
	write_head(html);
	html_open(html, "body", NULL);
	html_open(html, "header", "class", "top", NULL);
	html_line(html, "p", "", "id", "live", "class", "live", "role", "status", NULL);
	html_close(html);
	html_open(html, "main", "id", "main", NULL);
	html_line(html, "h1", "No page yet", NULL);
	html_line(html, "p", "Mend the copy and save: the pages then stand here by themselves.", NULL);
	html_close(html);
	html_data(html, "proof-data", "{\"live\": true, \"page\": \"\", \"pages\": []}");
	return html_finish(html);
}
