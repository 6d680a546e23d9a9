#include "paint/pdf/metadata.h"

#include <string.h>

#include "paint/painter.h"
#include "paint/pdf/number.h"
#include "paint/pdf/profile.h"

/* ---- dates ---- */

static gboolean fits(const char *text, const char *pattern)
{
	for (; *pattern != '\0'; pattern++, text++)
		if (*pattern == '0' ? !g_ascii_isdigit(*text) : *pattern != *text)
			return FALSE;
	return TRUE;
}

char *metadata_pdf_date(const char *iso)
{
	if (iso == NULL || !fits(iso, "0000-00-00T00:00:00"))
		return NULL;
	const char *zone = iso + 19;
	g_autofree char *time = g_strdup_printf("D:%.4s%.2s%.2s%.2s%.2s%.2s", iso, iso + 5, iso + 8, iso + 11,
						iso + 14, iso + 17);
	if (strcmp(zone, "Z") == 0)
		return g_strconcat(time, "Z", NULL);
	if (strlen(zone) != 6 || !(fits(zone, "+00:00") || fits(zone, "-00:00")))
		return NULL;
	return g_strdup_printf("%s%.3s'%.2s'", time, zone, zone + 4);
}

/* A paper without a usable release dates from its day's beginning. */
static char *release_of(const struct paper *paper)
{
	g_autofree char *usable = metadata_pdf_date(paper->release);
	if (usable != NULL)
		return g_strdup(paper->release);
	return g_strdup_printf("%04d-%02d-%02dT00:00:00Z", CLAMP(paper->year, 1, 9999),
			       CLAMP(paper->month, 1, 12), CLAMP(paper->day, 1, 31));
}

/* ---- XMP ---- */

static const char xmp_head[] =
	"<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
	" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
	" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
	" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
	" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
	" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

/* PDF/A knows no pdfuaid, so the file must explain it. */
static const char xmp_foot[] =
	"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
	"<pdfuaid:part>1</pdfuaid:part>\n"
	"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
	"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
	"<pdfaProperty:category>internal</pdfaProperty:category>"
	"<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>"
	"<pdfaProperty:name>part</pdfaProperty:name>"
	"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
	"</rdf:li></rdf:Seq></pdfaSchema:property>"
	"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
	"</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";

static gboolean is_said(const char *text)
{
	return text != NULL && *text != '\0';
}

/* `before` and `after` are ours, `text` is escaped. */
static void xmp_put(GString *xmp, const char *before, const char *text, const char *after)
{
	if (!is_said(text))
		return;
	g_autofree char *escaped = g_markup_escape_text(text, -1);
	g_string_append(xmp, before);
	g_string_append(xmp, escaped);
	g_string_append(xmp, after);
}

char *metadata_xmp(const struct paper *paper, const char *producer, const char *date)
{
	GString *xmp = g_string_new(xmp_head);
	xmp_put(xmp, "<dc:format>", "application/pdf", "</dc:format>\n");
	xmp_put(xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", paper->title,
		"</rdf:li></rdf:Alt></dc:title>\n");
	xmp_put(xmp, "<dc:creator><rdf:Seq><rdf:li>", paper->publisher, "</rdf:li></rdf:Seq></dc:creator>\n");
	xmp_put(xmp, "<dc:publisher><rdf:Bag><rdf:li>", paper->publisher,
		"</rdf:li></rdf:Bag></dc:publisher>\n");
	xmp_put(xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", paper->subject,
		"</rdf:li></rdf:Alt></dc:description>\n");
	xmp_put(xmp, "<dc:language><rdf:Bag><rdf:li>", paper->language,
		"</rdf:li></rdf:Bag></dc:language>\n");
	xmp_put(xmp, "<dc:identifier>", paper->slug, "</dc:identifier>\n");
	xmp_put(xmp, "<xmp:CreateDate>", date, "</xmp:CreateDate>\n");
	xmp_put(xmp, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>\n");
	xmp_put(xmp, "<xmp:MetadataDate>", date, "</xmp:MetadataDate>\n");
	xmp_put(xmp, "<pdf:Producer>", producer, "</pdf:Producer>\n");
	g_string_append(xmp, xmp_foot);
	return g_string_free(xmp, FALSE);
}

static void write_xmp(struct haru *haru, const struct paper *paper, const char *producer, const char *date)
{
	char *xmp = metadata_xmp(paper, producer, date);
	g_autoptr(GBytes) bytes = g_bytes_new_take(xmp, strlen(xmp));
	/* Not deflated, so that tools that know no PDF find it. */
	int object = haru_stream(haru, bytes);
	g_string_append(haru_entries(haru, object), "/Type/Metadata/Subtype/XML");
	g_string_append(haru_catalog(haru), "/Metadata");
	haru_put_reference(haru_catalog(haru), object);
}

/* ---- the information dictionary ---- */

static void info_put(GString *out, const char *key, const char *text)
{
	if (!is_said(text))
		return;
	g_string_append(out, key);
	number_put_text(out, text);
}

static void write_info(struct haru *haru, const struct paper *paper, const char *producer, const char *date)
{
	int object = haru_dict(haru);
	GString *out = haru_entries(haru, object);
	info_put(out, "/Title", paper->title);
	info_put(out, "/Author", paper->publisher);
	info_put(out, "/Subject", paper->subject);
	info_put(out, "/Producer", producer);
	info_put(out, "/CreationDate", date);
	info_put(out, "/ModDate", date);
	haru_info(haru, object);
}

/* ---- the catalog ---- */

static gboolean write_intent(struct haru *haru, GError **error)
{
	g_autoptr(GBytes) profile = profile_srgb();
	if (profile == NULL) {
		g_set_error(error, PAINT_ERROR, PAINT_ERROR_LIBRARY, "lcms cannot make the sRGB profile");
		return FALSE;
	}
	gsize length;
	const void *bytes = g_bytes_get_data(profile, &length);
	int stream = haru_stream_deflated(haru, bytes, length), object = haru_dict(haru);
	g_string_append(haru_entries(haru, stream), "/N 3");
	g_string_append(haru_entries(haru, object),
			"/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
			"/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)/DestOutputProfile");
	haru_put_reference(haru_entries(haru, object), stream);
	g_string_append_printf(haru_catalog(haru), "/OutputIntents[%d 0 R]", object);
	return TRUE;
}

gboolean metadata_write(struct haru *haru, const struct paper *paper, const char *producer, GError **error)
{
	g_autofree char *release = release_of(paper), *date = metadata_pdf_date(release);
	GString *catalog = haru_catalog(haru);
	write_xmp(haru, paper, producer, release);
	write_info(haru, paper, producer, date);
	info_put(catalog, "/Lang", paper->language);
	g_string_append(catalog, "/ViewerPreferences<</DisplayDocTitle true>>");
	g_string_append(catalog, paper->outline->len > 0 ? "/PageMode/UseOutlines" : "/PageMode/UseNone");
	return write_intent(haru, error);
}

/* ---- labels ---- */

/* Length of the part of a label before its number; all of it when there is none. */
static gsize label_prefix(const char *label)
{
	gsize end = strlen(label), start = end;
	while (start > 0 && g_ascii_isdigit(label[start - 1]))
		start--;
	/* "007" cannot be counted on. */
	return start < end && label[start] != '0' && end - start < 7 ? start : end;
}

static gboolean label_follows(const char *before, const char *label)
{
	gsize prefix = label_prefix(label);
	if (label[prefix] == '\0' || label_prefix(before) != prefix || strncmp(before, label, prefix) != 0)
		return FALSE;
	return g_ascii_strtoull(before + prefix, NULL, 10) + 1 == g_ascii_strtoull(label + prefix, NULL, 10);
}

static void put_label(GString *out, guint index, const char *label)
{
	gsize prefix = label_prefix(label);
	g_autofree char *start = g_strndup(label, prefix);
	g_string_append_printf(out, " %u<<", index);
	if (prefix > 0)
		info_put(out, "/P", start);
	if (label[prefix] != '\0')
		g_string_append_printf(out, "/S/D/St %s", label + prefix);
	g_string_append(out, ">>");
}

static void write_labels(struct haru *haru, const struct paper *paper)
{
	GString *catalog = haru_catalog(haru);
	const char *before = NULL;
	g_string_append(catalog, "/PageLabels<</Nums[");
	for (guint i = 0; i < paper->pages->len; i++) {
		const struct page *page = g_ptr_array_index(paper->pages, i);
		const char *label = page->label != NULL ? page->label : "";
		if (before == NULL || !label_follows(before, label))
			put_label(catalog, i, label);
		before = label;
	}
	g_string_append(catalog, "]>>");
}

/* ---- destinations ---- */

static int compare_destinations(gconstpointer one, gconstpointer other)
{
	const struct destination *a = *(struct destination *const *)one,
				 *b = *(struct destination *const *)other;
	return strcmp(a->name, b->name);
}

static void write_destinations(struct haru *haru, const struct paper *paper,
			       const struct metadata_page *pages)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_new();
	int object = haru_dict(haru);
	GString *out = haru_entries(haru, object);
	for (guint i = 0; i < paper->destinations->len; i++)
		g_ptr_array_add(sorted, paper->destinations->pdata[i]);
	g_ptr_array_sort(sorted, compare_destinations);
	g_string_append(out, "/Names[");
	for (guint i = 0; i < sorted->len; i++) {
		const struct destination *destination = g_ptr_array_index(sorted, i);
		const struct metadata_page *page = &pages[destination->page];
		int64_t at[] = {number_mpt(destination->x), page->height - number_mpt(destination->y)};
		number_put_bytes(out, destination->name, strlen(destination->name));
		g_string_append_printf(out, "[%d 0 R/XYZ ", page->object);
		number_put_list(out, at, 2);
		g_string_append(out, "null]");
	}
	g_string_append_c(out, ']');
	g_string_append(haru_catalog(haru), "/Names<</Dests");
	haru_put_reference(haru_catalog(haru), object);
	g_string_append(haru_catalog(haru), ">>");
}

/* ---- outline ---- */

struct branch {
	int object;
	struct branch *parent, *previous, *next, *first, *last;
	int descendants;
};

static void branch_hang(struct branch *branch, struct branch *parent)
{
	branch->parent = parent;
	branch->previous = parent->last;
	if (parent->last != NULL)
		parent->last->next = branch;
	else
		parent->first = branch;
	parent->last = branch;
	for (; parent != NULL; parent = parent->parent)
		parent->descendants++;
}

/* Sections hold the stories that follow them; a story before the first section stands by itself. */
static void outline_link(struct branch *branches, const struct paper *paper)
{
	struct branch *section = NULL;
	for (guint i = 0; i < paper->outline->len; i++) {
		const struct outline_entry *entry = g_ptr_array_index(paper->outline, i);
		struct branch *branch = &branches[i + 1];
		branch_hang(branch, entry->level > 0 && section != NULL ? section : &branches[0]);
		if (entry->level == 0)
			section = branch;
	}
}

static void put_way(GString *out, const char *key, const struct branch *branch)
{
	if (branch == NULL)
		return;
	g_string_append(out, key);
	haru_put_reference(out, branch->object);
}

static void put_branch(GString *out, const struct branch *branch)
{
	put_way(out, "/Parent", branch->parent);
	put_way(out, "/Prev", branch->previous);
	put_way(out, "/Next", branch->next);
	put_way(out, "/First", branch->first);
	put_way(out, "/Last", branch->last);
	if (branch->descendants > 0)
		g_string_append_printf(out, "/Count %d", branch->descendants);
}

static void write_outline(struct haru *haru, const struct paper *paper)
{
	guint count = paper->outline->len;
	g_autofree struct branch *branches = g_new0(struct branch, count + 1);
	for (guint i = 0; i <= count; i++)
		branches[i].object = haru_dict(haru);
	outline_link(branches, paper);
	g_string_append(haru_entries(haru, branches[0].object), "/Type/Outlines");
	put_branch(haru_entries(haru, branches[0].object), &branches[0]);
	for (guint i = 1; i <= count; i++) {
		const struct outline_entry *entry = g_ptr_array_index(paper->outline, i - 1);
		GString *out = haru_entries(haru, branches[i].object);
		put_branch(out, &branches[i]);
		g_string_append(out, "/Title");
		number_put_text(out, entry->title != NULL ? entry->title : "");
		if (entry->to == NULL)
			continue;
		g_string_append(out, "/Dest");
		number_put_bytes(out, entry->to, strlen(entry->to));
	}
	put_way(haru_catalog(haru), "/Outlines", &branches[0]);
}

void metadata_write_places(struct haru *haru, const struct paper *paper, const struct metadata_page *pages)
{
	write_labels(haru, paper);
	if (paper->destinations->len > 0)
		write_destinations(haru, paper, pages);
	if (paper->outline->len > 0)
		write_outline(haru, paper);
}
