#include "audit/audit_inside.h"

#include <string.h>

#include "audit/poppler.h"

#define PLACE place_in("report.json", 0, 0)

enum { REPORT_BYTES = 64 * 1024 * 1024, PDF_BYTES = 1024 * 1024 * 1024 };

static void differ(const struct audit *audit, struct place place, const char *format, va_list arguments)
{
	g_autofree char *text = g_strdup_vprintf(format, arguments);
	diag_add(audit->diag, DIAG_AUDIT_DIFFERS, place, "%s", text);
}

void audit_differ(const struct audit *audit, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	differ(audit, PLACE, format, arguments);
	va_end(arguments);
}

void audit_differ_in(const struct audit *audit, const struct story *story, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	differ(audit, story->place, format, arguments);
	va_end(arguments);
}

const struct page_claim *audit_page(const struct audit *audit, int page)
{
	return audit->claims->pages->pdata[page];
}

const struct printed_page *audit_print(const struct audit *audit, int page)
{
	return audit->impression->pages->pdata[page];
}

const struct design *audit_design(const struct audit *audit, int page)
{
	return design_of_run(audit->design,
			     edition_run_of_label(audit->edition, audit_page(audit, page)->label));
}

struct grid audit_grid(const struct audit *audit, int page)
{
	const struct design *design = audit_design(audit, page);

	return (struct grid){design, audit_page(audit, page)->columns, design->rows};
}

/* ---- is it the edition that the report speaks of ---- */

static void check_origin(const struct audit *audit, GBytes *pdf)
{
	g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, pdf);

	if (strcmp(sum, audit->claims->pdf_sha256) != 0)
		audit_differ(audit, "%s is not the PDF that the report speaks of: build the edition again",
			     audit->claims->pdf);
	if (strcmp(audit->edition->input_sha256, audit->claims->input_sha256) != 0)
		audit_differ(audit, "the copy is not what it was when the edition was made: build it again, "
				    "then audit it");
}

static gboolean check_pages(const struct audit *audit)
{
	guint printed = audit->impression->pages->len, claimed = audit->claims->pages->len;
	gboolean well = printed == claimed;

	if (!well)
		audit_differ(audit, "the PDF has %u pages, the report says %u", printed, claimed);
	for (guint i = 0; i < claimed; i++) {
		const struct page_claim *page = audit_page(audit, (int)i);
		if (page->number != (int)i + 1)
			audit_differ(audit, "page %s stands at place %u, the report says %d", page->label,
				     i + 1, page->number);
		if (page->rows == audit_design(audit, (int)i)->rows && page->columns > 0 &&
		    page->columns <= 64)
			continue;
		audit_differ(audit, "page %s: %d columns of %d rows are not a page of this layout",
			     page->label, page->columns, page->rows);
		well = FALSE;
	}
	return well;
}

/* ---- stories ---- */

static gboolean parts_are_whole(const struct audit *audit, const struct story *story,
				const struct story_claim *claim)
{
	for (guint i = 0; i < claim->parts->len; i++) {
		const struct part_claim *part = &g_array_index(claim->parts, struct part_claim, i);
		if (part->page >= 0 && (i == 0 || part->page > (part - 1)->page))
			continue;
		audit_differ_in(audit, story, "'%s': its parts do not go forward from page to page",
				story->id);
		return FALSE;
	}
	return claim->parts->len > 0;
}

static void check_story(struct audit *audit, const struct story_claim *claim)
{
	const struct story *story = edition_story(audit->edition, claim->id);
	gboolean placed = strcmp(claim->status, "placed") == 0;

	if (story == NULL) {
		audit_differ(audit, "'%s' is in the report, and no story of the edition has that name",
			     claim->id);
		return;
	}
	if (placed != (claim->parts->len > 0))
		audit_differ_in(audit, story, "'%s' is %s, and has %u parts", story->id, claim->status,
				claim->parts->len);
	if (placed && story->fate != FATE_TO_PLACE)
		audit_differ_in(audit, story, "'%s' is placed, but its copy says %s", story->id,
				story_fate_word(story->fate));
	if (placed && parts_are_whole(audit, story, claim))
		audit_story(audit, story, claim);
}

static int times_told(const struct audit *audit, const struct story *story)
{
	int times = 0;

	for (guint i = 0; i < audit->claims->stories->len; i++)
		times += strcmp(((struct story_claim *)audit->claims->stories->pdata[i])->id, story->id) == 0;
	return times;
}

static void check_stories(struct audit *audit)
{
	for (guint i = 0; i < audit->claims->stories->len; i++)
		check_story(audit, audit->claims->stories->pdata[i]);
	for (guint i = 0; i < audit->edition->stories->len; i++) {
		const struct story *story = audit->edition->stories->pdata[i];
		int times = times_told(audit, story);
		if (times != 1 && story->fate != FATE_DRAFT)
			audit_differ_in(audit, story, "'%s' is in the copy, and %d times in the report",
					story->id, times);
	}
}

static void check_pictures(const struct audit *audit)
{
	for (guint i = 0; i < audit->stories->len; i++) {
		const struct found_story *found = audit->stories->pdata[i];
		if (found->figures != found->claim->photos->len)
			audit_differ_in(audit, found->story,
					"'%s': %u pictures stand in its boxes, the report says %u",
					found->story->id, found->figures, found->claim->photos->len);
	}
}

static void recount(struct audit *audit)
{
	int words = 0;

	if (!check_pages(audit))
		return;
	check_stories(audit);
	for (guint i = 0; i < audit->claims->pages->len; i++) {
		audit_cells(audit, (int)i);
		audit_white(audit, (int)i);
		words += (int)audit_print(audit, (int)i)->words->len;
	}
	check_pictures(audit);
	audit->sums->pages = (int)audit->claims->pages->len;
	audit->sums->words = words;
}

/* ---- reading ---- */

/* The published folder, its report and its PDF. */
struct published {
	struct folder *folder;
	struct claims *claims;
	GBytes *pdf;
	char *pdf_path;
};

static void published_clear(struct published *published)
{
	if (published->folder != NULL)
		folder_close(published->folder);
	claims_free(published->claims);
	if (published->pdf != NULL)
		g_bytes_unref(published->pdf);
	g_free(published->pdf_path);
}

static gboolean read_published(struct published *published, const char *path, GError **error)
{
	published->folder = folder_open(path, error);
	g_autoptr(GBytes) report =
		published->folder != NULL ? folder_read(published->folder, "report.json", REPORT_BYTES, error)
					  : NULL;
	if (report == NULL)
		return FALSE;
	published->claims =
		claims_read(g_bytes_get_data(report, NULL), (gssize)g_bytes_get_size(report), error);
	if (published->claims == NULL)
		return FALSE;
	const char *name = published->claims->pdf != NULL ? published->claims->pdf : "edition.pdf";
	published->pdf = folder_read(published->folder, name, PDF_BYTES, error);
	published->pdf_path = g_build_filename(path, name, NULL);
	return published->pdf != NULL;
}

static void tell_error(struct diag *diag, const char *folder, const GError *error)
{
	enum diag_code code =
		error->domain == POPPLER_ERROR && error->code == POPPLER_ERROR_MISSING ? DIAG_PROGRAM_MISSING
		: error->domain == FOLDER_ERROR && error->code == FOLDER_ERROR_MISSING ? DIAG_FILE_MISSING
										       : DIAG_FILE_UNFIT;
	diag_add(diag, code, place_in(folder, 0, 0), "cannot be audited: %s", error->message);
}

gboolean audit_edition(const struct edition *edition, const struct design *design, const char *folder,
		       struct audit_sums *sums, struct diag *diag)
{
	struct audit audit = {.edition = edition, .design = design, .sums = sums, .diag = diag};
	struct published published = {.folder = NULL};
	struct impression *impression = NULL;
	guint before = diag_count(diag, DIAG_FATAL);
	GError *error = NULL;

	*sums = (struct audit_sums){.pages = 0};
	if (read_published(&published, folder, &error))
		impression = impression_take(published.pdf_path, &error);
	if (impression != NULL) {
		audit.claims = published.claims;
		audit.impression = impression;
		audit.stories = g_ptr_array_new_with_free_func(audit_story_free);
		check_origin(&audit, published.pdf);
		recount(&audit);
		g_ptr_array_unref(audit.stories);
	} else {
		tell_error(diag, folder, error);
		g_error_free(error);
	}
	impression_free(impression);
	published_clear(&published);
	return diag_count(diag, DIAG_FATAL) == before;
}
