#include "paint/pdf/element.h"

#include "paint/pdf/number.h"

static const char *const tags[] = {
	[ELEMENT_DOCUMENT] = "Document",
	[ELEMENT_SECT] = "Sect",
	[ELEMENT_ART] = "Art",
	[ELEMENT_DIV] = "Div",
	[ELEMENT_HEADING] = "H1",
	[ELEMENT_P] = "P",
	[ELEMENT_QUOTE] = "BlockQuote",
	[ELEMENT_LIST] = "L",
	[ELEMENT_LI] = "LI",
	[ELEMENT_LBL] = "Lbl",
	[ELEMENT_LBODY] = "LBody",
	[ELEMENT_TABLE] = "Table",
	[ELEMENT_ROW] = "TR",
	[ELEMENT_TH] = "TH",
	[ELEMENT_TD] = "TD",
	[ELEMENT_FIGURE] = "Figure",
	[ELEMENT_CAPTION] = "Caption",
	[ELEMENT_LINK] = "Link",
	[ELEMENT_SPAN] = "Span",
	[ELEMENT_UNDECIDED] = "P",
};

static const char *const heading_tags[] = {"H1", "H1", "H2", "H3", "H4", "H5", "H6"};

static const enum element_type types[MARK_ROLE_COUNT] = {
	[MARK_SECTION] = ELEMENT_SECT,	  [MARK_STORY] = ELEMENT_ART,	[MARK_HEADLINE] = ELEMENT_HEADING,
	[MARK_DECK] = ELEMENT_P,	  [MARK_KICKER] = ELEMENT_P,	[MARK_STANDFIRST] = ELEMENT_P,
	[MARK_BYLINE] = ELEMENT_P,	  [MARK_PARAGRAPH] = ELEMENT_P, [MARK_CROSSHEAD] = ELEMENT_HEADING,
	[MARK_QUOTATION] = ELEMENT_QUOTE, [MARK_LIST] = ELEMENT_LIST,	[MARK_LIST_ITEM] = ELEMENT_LI,
	[MARK_LIST_LABEL] = ELEMENT_LBL,  [MARK_TABLE] = ELEMENT_TABLE, [MARK_ROW] = ELEMENT_ROW,
	[MARK_HEAD_CELL] = ELEMENT_TH,	  [MARK_CELL] = ELEMENT_TD,	[MARK_FIGURE] = ELEMENT_FIGURE,
	[MARK_CAPTION] = ELEMENT_CAPTION, [MARK_LINK] = ELEMENT_LINK,	[MARK_FURNITURE] = ELEMENT_UNDECIDED,
	[MARK_TURN] = ELEMENT_P,	  [MARK_ARTIFACT] = ELEMENT_P,
};

enum element_type element_type_of(enum mark_role role)
{
	return types[role];
}

struct element *element_make(enum element_type type, int parent)
{
	struct element *element = g_new0(struct element, 1);
	element->type = type;
	element->parent = parent;
	element->kids = g_array_new(FALSE, FALSE, sizeof(struct kid));
	return element;
}

void element_free(void *data)
{
	struct element *element = data;
	g_free(element->title);
	g_free(element->alt);
	g_array_unref(element->kids);
	g_free(element);
}

const char *element_tag(const struct element *element)
{
	if (element->type == ELEMENT_HEADING)
		return heading_tags[CLAMP(element->level, 0, 6)];
	return tags[element->type];
}

gboolean element_only_groups(const struct element *element)
{
	switch (element->type) {
	case ELEMENT_DOCUMENT:
	case ELEMENT_SECT:
	case ELEMENT_ART:
	case ELEMENT_DIV:
	case ELEMENT_QUOTE:
		return TRUE;
	default:
		return FALSE;
	}
}

gboolean element_holds_blocks(const struct element *element)
{
	switch (element->type) {
	case ELEMENT_HEADING:
	case ELEMENT_P:
	case ELEMENT_LBL:
	case ELEMENT_LINK:
	case ELEMENT_SPAN:
		return FALSE;
	default:
		return TRUE;
	}
}

/* ---- kids ---- */

void element_add_child(struct element *element, int child)
{
	struct kid kid = {KID_ELEMENT, 0, child};
	g_array_append_val(element->kids, kid);
	element->open_span = 0;
}

void element_add_first_child(struct element *element, int child)
{
	struct kid kid = {KID_ELEMENT, 0, child};
	g_array_prepend_val(element->kids, kid);
}

void element_add_content(struct element *element, int page, int mcid)
{
	struct kid kid = {KID_CONTENT, page, mcid};
	g_array_append_val(element->kids, kid);
	element->open_span = 0;
}

void element_add_annotation(struct element *element, int page, int object)
{
	struct kid kid = {KID_ANNOTATION, page, object};
	g_array_append_val(element->kids, kid);
}

/* ---- settling ---- */

static struct element *element_at(const GPtrArray *elements, int number)
{
	return g_ptr_array_index(elements, number);
}

/* Kids come after their parents in the list, so one pass from its end is enough. */
static void settle_kept(const GPtrArray *elements)
{
	for (guint i = elements->len; i-- > 0;) {
		struct element *element = element_at(elements, (int)i);
		element->kept = i == 0;
		for (guint k = 0; k < element->kids->len && !element->kept; k++) {
			const struct kid *kid = &g_array_index(element->kids, struct kid, k);
			element->kept = kid->kind != KID_ELEMENT || element_at(elements, kid->number)->kept;
		}
	}
}

static gboolean is_cell(const struct element *element)
{
	return element->type == ELEMENT_TH || element->type == ELEMENT_TD;
}

/* A row keeps its empty cells: rows of one table are all as long. */
static void settle_cells(const GPtrArray *elements)
{
	for (guint i = 0; i < elements->len; i++) {
		struct element *element = element_at(elements, (int)i);
		if (is_cell(element) && element_at(elements, element->parent)->kept)
			element->kept = TRUE;
	}
}

static gboolean row_has_cells(const GPtrArray *elements, const struct element *row)
{
	for (guint k = 0; k < row->kids->len; k++) {
		const struct kid *kid = &g_array_index(row->kids, struct kid, k);
		if (kid->kind == KID_ELEMENT && element_at(elements, kid->number)->type == ELEMENT_TD)
			return TRUE;
	}
	return FALSE;
}

/* In reading order; `level` is that of the heading before. */
static void settle_headings(const GPtrArray *elements, int number, int *level)
{
	struct element *element = element_at(elements, number);
	if (!element->kept)
		return;
	if (element->type == ELEMENT_HEADING)
		*level = element->level = CLAMP(element->level, 1, MIN(*level + 1, 6));
	if (element->type == ELEMENT_TH)
		element->heads_row = row_has_cells(elements, element_at(elements, element->parent));
	for (guint k = 0; k < element->kids->len; k++) {
		const struct kid *kid = &g_array_index(element->kids, struct kid, k);
		if (kid->kind == KID_ELEMENT)
			settle_headings(elements, kid->number, level);
	}
}

void element_tree_settle(const GPtrArray *elements)
{
	int level = 0;
	settle_kept(elements);
	settle_cells(elements);
	settle_headings(elements, 0, &level);
}

/* ---- writing ---- */

static int first_page(const struct element *element)
{
	for (guint k = 0; k < element->kids->len; k++)
		if (g_array_index(element->kids, struct kid, k).kind == KID_CONTENT)
			return g_array_index(element->kids, struct kid, k).page;
	return 0;
}

static void put_kid(GString *out, const GPtrArray *elements, const struct kid *kid, int page)
{
	switch (kid->kind) {
	case KID_ELEMENT:
		if (element_at(elements, kid->number)->kept)
			haru_put_reference(out, element_at(elements, kid->number)->object);
		break;
	case KID_CONTENT:
		if (kid->page == page)
			g_string_append_printf(out, " %d", kid->number);
		else
			g_string_append_printf(out, "<</Type/MCR/Pg %d 0 R/MCID %d>>", kid->page,
					       kid->number);
		break;
	case KID_ANNOTATION:
		g_string_append_printf(out, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", kid->page, kid->number);
		break;
	}
}

static void put_kids(GString *out, const GPtrArray *elements, const struct element *element)
{
	int page = first_page(element);
	if (element->kids->len == 0)
		return;
	if (page != 0) {
		g_string_append(out, "/Pg");
		haru_put_reference(out, page);
	}
	g_string_append(out, "/K[");
	for (guint k = 0; k < element->kids->len; k++)
		put_kid(out, elements, &g_array_index(element->kids, struct kid, k), page);
	g_string_append_c(out, ']');
}

static void put_attributes(GString *out, const struct element *element)
{
	if (element->type == ELEMENT_TH)
		g_string_append_printf(out, "/A<</O/Table/Scope/%s>>", element->heads_row ? "Row" : "Column");
	if (element->labels != LABELS_NONE)
		g_string_append_printf(out, "/A<</O/List/ListNumbering/%s>>",
				       element->labels == LABELS_NUMBERS ? "Decimal" : "Disc");
	if (element->type != ELEMENT_FIGURE)
		return;
	struct rect box = element->box;
	int64_t height = element->box_page_height;
	int64_t numbers[] = {number_mpt(box.x), height - number_mpt(rect_foot(box)),
			     number_mpt(rect_right(box)), height - number_mpt(box.y)};
	g_string_append(out, "/A<</O/Layout/Placement/Block/BBox[");
	number_put_list(out, numbers, 4);
	g_string_append(out, "]>>");
}

static void put_text(GString *out, const char *key, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	g_string_append(out, key);
	number_put_text(out, text);
}

void element_write(const GPtrArray *elements, int number, int root, struct haru *haru)
{
	const struct element *element = element_at(elements, number);
	GString *out = haru_entries(haru, element->object);
	g_string_append_printf(out, "/Type/StructElem/S/%s/P", element_tag(element));
	haru_put_reference(out, number == 0 ? root : element_at(elements, element->parent)->object);
	put_kids(out, elements, element);
	put_attributes(out, element);
	put_text(out, "/Lang", element->language);
	put_text(out, "/T", element->title);
	put_text(out, "/Alt", element->alt);
}
