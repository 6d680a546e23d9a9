#include "desk/head.h"

void head_write(struct html *html, const char *title)
{
	html_open(html, "head", NULL);
	html_single(html, "meta", "charset", "utf-8", NULL);
	html_line(html, "title", title, NULL);
	html_single(html, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1", NULL);
	html_single(html, "meta", "name", "color-scheme", "content", "light dark", NULL);
	html_single(html, "meta", "name", "robots", "content", "noindex", NULL);
	html_single(html, "link", "rel", "icon", "href", "data:,", NULL);
	html_single(html, "link", "rel", "stylesheet", "href", "desk.css", NULL);
	html_line(html, "script", "", "src", "desk.js", "defer", "", NULL);
	html_close(html);
}

void head_write_live(struct html *html)
{
	html_line(html, "p", "", "id", "live", "class", "live", "role", "status", NULL);
}
