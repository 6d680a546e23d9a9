#include "paint/pdf/structure.h"

#include <string.h>

#include "paint/pdf/element.h"
#include "paint/pdf/number.h"
#include "paint/pdf/web_link.h"

struct open_mark {
	int element; /* or STRUCTURE_ARTIFACT */
	const char *artifact;
};

/* Boxes of one link that touch are one annotation. */
struct pending_link {
	int element;
	char *to, *about;
	GArray *boxes; /* struct rect */
};

struct structure {
	struct haru *haru;
	const struct paper *paper;
	GPtrArray *elements; /* struct element; [0] is the document */
	GHashTable *by_mark; /* id of a mark → element */
	GArray *open;	     /* struct open_mark */
	int page;
	int64_t height;
	GPtrArray *page_contents; /* per page: GArray of int, the element of each MCID */
	GPtrArray *page_links;	  /* struct pending_link of this page */
	GArray *parents;	  /* struct parent: what /StructParent numbers stand for */
};

/* One entry of the parent tree: a page's list, or the element of one annotation. */
struct parent {
	GArray *contents; /* of a page, else NULL */
	int element;
};

static struct element *element_at(const struct structure *structure, int number)
{
	return g_ptr_array_index(structure->elements, number);
}

static int element_new(struct structure *structure, int parent, enum element_type type)
{
	int number = (int)structure->elements->len;
	struct element *element = element_make(type, parent);
	g_ptr_array_add(structure->elements, element);
	if (number > 0)
		element_add_child(element_at(structure, parent), number);
	return number;
}

static void pending_link_free(gpointer data)
{
	struct pending_link *link = data;
	g_free(link->to);
	g_free(link->about);
	g_array_unref(link->boxes);
	g_free(link);
}

struct structure *structure_new(struct haru *haru, const struct paper *paper)
{
	struct structure *structure = g_new0(struct structure, 1);
	structure->haru = haru;
	structure->paper = paper;
	structure->elements = g_ptr_array_new_with_free_func(element_free);
	structure->by_mark = g_hash_table_new(NULL, NULL);
	structure->open = g_array_new(FALSE, FALSE, sizeof(struct open_mark));
	structure->page_contents = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	structure->page_links = g_ptr_array_new_with_free_func(pending_link_free);
	structure->parents = g_array_new(FALSE, FALSE, sizeof(struct parent));
	element_new(structure, 0, ELEMENT_DOCUMENT);
	element_at(structure, 0)->language = paper->language;
	return structure;
}

void structure_free(struct structure *structure)
{
	if (structure == NULL)
		return;
	g_ptr_array_unref(structure->elements);
	g_hash_table_unref(structure->by_mark);
	g_array_unref(structure->open);
	g_ptr_array_unref(structure->page_contents);
	g_ptr_array_unref(structure->page_links);
	g_array_unref(structure->parents);
	g_free(structure);
}

/* ---- where things belong ---- */

static const struct open_mark *innermost(const struct structure *structure)
{
	if (structure->open->len == 0)
		return NULL;
	return &g_array_index(structure->open, struct open_mark, structure->open->len - 1);
}

static int innermost_element(const struct structure *structure)
{
	for (guint i = structure->open->len; i > 0; i--) {
		int element = g_array_index(structure->open, struct open_mark, i - 1).element;
		if (element != STRUCTURE_ARTIFACT)
			return element;
	}
	return 0;
}

/* The nearest element, from this one upwards, that may hold blocks. */
static int block_holder(struct structure *structure, int number)
{
	struct element *element = element_at(structure, number);
	if (element->type == ELEMENT_UNDECIDED)
		element->type = ELEMENT_DIV;
	while (!element_holds_blocks(element)) {
		number = element->parent;
		element = element_at(structure, number);
	}
	element->loose = 0;
	return number;
}

/* The element that takes text directly: a paragraph of its own where the marks have none. */
static int text_holder(struct structure *structure, int number)
{
	struct element *element = element_at(structure, number);
	if (element->type == ELEMENT_UNDECIDED)
		element->type = ELEMENT_P;
	if (!element_only_groups(element))
		return number;
	if (element->loose == 0)
		element->loose = element_new(structure, number, ELEMENT_P);
	return element->loose;
}

static const char *language_of(const struct structure *structure, int number)
{
	while (element_at(structure, number)->language == NULL && number != 0)
		number = element_at(structure, number)->parent;
	return element_at(structure, number)->language;
}

/* ---- marks ---- */

/* A caption stands beside its figure: what is inside one is not read when it has an alternative text. */
static int parent_for(struct structure *structure, const struct page_mark *mark)
{
	int holder = innermost_element(structure);
	if (mark->role == MARK_LINK)
		return text_holder(structure, holder);
	if (mark->role == MARK_CAPTION && element_at(structure, holder)->type == ELEMENT_FIGURE)
		holder = element_at(structure, holder)->parent;
	return block_holder(structure, holder);
}

/* A label stands before the body of its item, and its list says of what kind its labels are. */
static int label_of_item(struct structure *structure, const struct page_mark *mark)
{
	int body = innermost_element(structure), item = element_at(structure, body)->parent;
	int list = element_at(structure, item)->parent, number = (int)structure->elements->len;
	g_ptr_array_add(structure->elements, element_make(ELEMENT_LBL, item));
	element_add_first_child(element_at(structure, item), number);
	element_at(structure, list)->labels =
		mark->label != NULL && g_ascii_isdigit(*mark->label) ? LABELS_NUMBERS : LABELS_BULLETS;
	return number;
}

static int element_of_new_mark(struct structure *structure, const struct page_mark *mark)
{
	if (mark->role == MARK_LIST_LABEL &&
	    element_at(structure, innermost_element(structure))->type == ELEMENT_LBODY)
		return label_of_item(structure, mark);
	int number = element_new(structure, parent_for(structure, mark), element_type_of(mark->role));
	struct element *element = element_at(structure, number);
	element->level = mark->level;
	element->language = mark->language;
	element->alt = g_strdup(mark->alt);
	element->box = mark->box;
	element->box_page_height = structure->height;
	if (mark->role == MARK_SECTION || mark->role == MARK_STORY)
		element->title = g_strdup(mark->label);
	if (element->type != ELEMENT_LI)
		return number;
	return element_new(structure, number, ELEMENT_LBODY);
}

static int element_of_mark(struct structure *structure, const struct page_mark *mark)
{
	gpointer known = g_hash_table_lookup(structure->by_mark, GINT_TO_POINTER(mark->id));
	if (known != NULL)
		return GPOINTER_TO_INT(known);
	int element = element_of_new_mark(structure, mark);
	g_hash_table_insert(structure->by_mark, GINT_TO_POINTER(mark->id), GINT_TO_POINTER(element));
	return element;
}

static const char *artifact_properties(const char *label)
{
	if (g_strcmp0(label, "header") == 0)
		return "<</Type/Pagination/Subtype/Header>>";
	if (g_strcmp0(label, "footer") == 0)
		return "<</Type/Pagination/Subtype/Footer>>";
	return "";
}

void structure_open(struct structure *structure, const struct page_mark *mark)
{
	const struct open_mark *around = innermost(structure);
	struct open_mark open = {STRUCTURE_ARTIFACT, ""};
	if (around != NULL && around->element == STRUCTURE_ARTIFACT)
		open.artifact = around->artifact;
	else if (mark->role == MARK_ARTIFACT || mark->id <= 0)
		open.artifact = artifact_properties(mark->label);
	else
		open.element = element_of_mark(structure, mark);
	g_array_append_val(structure->open, open);
}

void structure_close(struct structure *structure)
{
	/* Kept as a fault for structure_page_end. */
	if (structure->open->len == 0)
		structure->page = 0;
	else
		g_array_set_size(structure->open, structure->open->len - 1);
}

/* ---- what is painted ---- */

int structure_for_text(struct structure *structure, const char *language)
{
	const struct open_mark *open = innermost(structure);
	if (open == NULL || open->element == STRUCTURE_ARTIFACT)
		return STRUCTURE_ARTIFACT;
	int holder = text_holder(structure, open->element);
	if (language == NULL || g_strcmp0(language, language_of(structure, holder)) == 0)
		return holder;
	struct element *element = element_at(structure, holder);
	if (element->open_span != 0 && element_at(structure, element->open_span)->language == language)
		return element->open_span;
	int span = element_new(structure, holder, ELEMENT_SPAN);
	element_at(structure, span)->language = language;
	return element_at(structure, holder)->open_span = span;
}

int structure_for_photo(struct structure *structure, struct rect box)
{
	const struct open_mark *open = innermost(structure);
	if (open == NULL || open->element == STRUCTURE_ARTIFACT ||
	    element_at(structure, open->element)->type != ELEMENT_FIGURE)
		return STRUCTURE_ARTIFACT;
	struct element *figure = element_at(structure, open->element);
	if (figure->box.width == 0 || figure->box.height == 0) {
		figure->box = box;
		figure->box_page_height = structure->height;
	}
	return open->element;
}

const char *structure_tag(const struct structure *structure, int element)
{
	return element_tag(element_at(structure, element));
}

const char *structure_artifact(const struct structure *structure)
{
	const struct open_mark *open = innermost(structure);
	return open != NULL && open->element == STRUCTURE_ARTIFACT ? open->artifact : "";
}

int structure_content(struct structure *structure, int element)
{
	GArray *contents = structure->page_contents->pdata[structure->page_contents->len - 1];
	int mcid = (int)contents->len;
	g_array_append_val(contents, element);
	element_add_content(element_at(structure, element), structure->page, mcid);
	return mcid;
}

/* ---- links ---- */

static int link_element(struct structure *structure)
{
	int holder = innermost_element(structure);
	const struct open_mark *open = innermost(structure);
	if (open != NULL && open->element == holder && element_at(structure, holder)->type == ELEMENT_LINK)
		return holder;
	return element_new(structure, text_holder(structure, holder), ELEMENT_LINK);
}

/* On the same line or the next one of the same leg. */
static gboolean box_follows(const struct rect *before, const struct rect *box)
{
	fix down = box->y - before->y;
	return down >= 0 && box->y - rect_foot(*before) <= box->height;
}

static struct pending_link *link_to_extend(const struct structure *structure, int element,
					   const struct page_link *link)
{
	if (structure->page_links->len == 0)
		return NULL;
	struct pending_link *last = structure->page_links->pdata[structure->page_links->len - 1];
	const struct rect *box = &g_array_index(last->boxes, struct rect, last->boxes->len - 1);
	if (last->element != element || strcmp(last->to, link->to) != 0 || !box_follows(box, &link->box))
		return NULL;
	return last;
}

static gboolean destination_exists(const struct paper *paper, const char *name)
{
	for (guint i = 0; i < paper->destinations->len; i++)
		if (strcmp(((struct destination *)paper->destinations->pdata[i])->name, name) == 0)
			return TRUE;
	return FALSE;
}

void structure_link(struct structure *structure, const struct page_link *link)
{
	gboolean inside = link->to[0] == '#';
	if (inside ? !destination_exists(structure->paper, link->to + 1) : !web_link_is_allowed(link->to))
		return;
	int element = link_element(structure);
	struct pending_link *pending = link_to_extend(structure, element, link);
	if (pending == NULL) {
		pending = g_new0(struct pending_link, 1);
		*pending = (struct pending_link){element, g_strdup(link->to), g_strdup(link->about),
						 g_array_new(FALSE, FALSE, sizeof(struct rect))};
		g_ptr_array_add(structure->page_links, pending);
	}
	g_array_append_val(pending->boxes, link->box);
}

static void put_rectangle(GString *out, int64_t height, struct rect box)
{
	int64_t numbers[] = {number_mpt(box.x), height - number_mpt(rect_foot(box)),
			     number_mpt(rect_right(box)), height - number_mpt(box.y)};
	number_put_list(out, numbers, 4);
	g_string_truncate(out, out->len - 1);
}

static struct rect box_around(const GArray *boxes)
{
	struct rect around = g_array_index(boxes, struct rect, 0);
	for (guint i = 1; i < boxes->len; i++) {
		struct rect box = g_array_index(boxes, struct rect, i);
		fix right = MAX(rect_right(around), rect_right(box)),
		    foot = MAX(rect_foot(around), rect_foot(box));
		around.x = MIN(around.x, box.x);
		around.y = MIN(around.y, box.y);
		around.width = right - around.x;
		around.height = foot - around.y;
	}
	return around;
}

/* Corners left to right, the upper edge first: what viewers agree on, against the letter of the standard. */
static void put_quads(GString *out, int64_t height, const GArray *boxes)
{
	g_string_append(out, "/QuadPoints[");
	for (guint i = 0; i < boxes->len; i++) {
		struct rect box = g_array_index(boxes, struct rect, i);
		int64_t left = number_mpt(box.x), right = number_mpt(rect_right(box));
		int64_t top = height - number_mpt(box.y), foot = height - number_mpt(rect_foot(box));
		int64_t numbers[] = {left, top, right, top, left, foot, right, foot};
		number_put_list(out, numbers, 8);
	}
	g_string_append_c(out, ']');
}

static void put_action(GString *out, const char *to)
{
	if (to[0] == '#') {
		g_string_append(out, "/A<</S/GoTo/D");
		number_put_bytes(out, to + 1, strlen(to + 1));
	} else {
		g_autofree char *address = web_link_address(to);
		g_string_append(out, "/A<</S/URI/URI");
		number_put_bytes(out, address, strlen(address));
	}
	g_string_append(out, ">>");
}

static void annotation_add(struct structure *structure, const struct pending_link *link)
{
	int object = haru_dict(structure->haru);
	GString *out = haru_entries(structure->haru, object);
	struct parent parent = {NULL, link->element};
	g_string_append(out, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
	put_rectangle(out, structure->height, box_around(link->boxes));
	g_string_append_c(out, ']');
	if (link->boxes->len > 1)
		put_quads(out, structure->height, link->boxes);
	g_string_append_printf(out, "/StructParent %u/Contents", structure->parents->len);
	number_put_text(out, link->about != NULL && *link->about != '\0' ? link->about : link->to);
	put_action(out, link->to);
	g_array_append_val(structure->parents, parent);
	element_add_annotation(element_at(structure, link->element), structure->page, object);
	haru_page_annotation(structure->haru, structure->page, object);
}

/* ---- pages ---- */

void structure_page_begin(struct structure *structure, int page, int64_t height_mpt)
{
	structure->page = page;
	structure->height = height_mpt;
	g_ptr_array_add(structure->page_contents, g_array_new(FALSE, FALSE, sizeof(int)));
}

gboolean structure_page_end(struct structure *structure)
{
	GArray *contents = structure->page_contents->pdata[structure->page_contents->len - 1];
	if (structure->page == 0 || structure->open->len > 0)
		return FALSE;
	struct parent parent = {contents, 0};
	haru_page_number(structure->haru, structure->page, "StructParents", (int)structure->parents->len);
	g_array_append_val(structure->parents, parent);
	if (structure->page_links->len > 0)
		haru_page_name(structure->haru, structure->page, "Tabs", "S");
	for (guint i = 0; i < structure->page_links->len; i++)
		annotation_add(structure, structure->page_links->pdata[i]);
	g_ptr_array_set_size(structure->page_links, 0);
	return TRUE;
}

/* ---- the tree ---- */

static void put_parent_tree(struct structure *structure, GString *out)
{
	g_string_append(out, "/Nums[");
	for (guint i = 0; i < structure->parents->len; i++) {
		const struct parent *parent = &g_array_index(structure->parents, struct parent, i);
		g_string_append_printf(out, i > 0 ? " %u" : "%u", i);
		if (parent->contents == NULL) {
			haru_put_reference(out, element_at(structure, parent->element)->object);
			continue;
		}
		g_string_append_c(out, '[');
		for (guint mcid = 0; mcid < parent->contents->len; mcid++) {
			int element = g_array_index(parent->contents, int, mcid);
			g_string_append_printf(out, mcid > 0 ? " %d 0 R" : "%d 0 R",
					       element_at(structure, element)->object);
		}
		g_string_append_c(out, ']');
	}
	g_string_append_c(out, ']');
}

void structure_finish(struct structure *structure)
{
	struct haru *haru = structure->haru;
	int root = haru_dict(haru), parent_tree = haru_dict(haru);
	element_tree_settle(structure->elements);
	for (guint i = 0; i < structure->elements->len; i++)
		if (element_at(structure, (int)i)->kept)
			element_at(structure, (int)i)->object = haru_dict(haru);
	for (guint i = 0; i < structure->elements->len; i++)
		if (element_at(structure, (int)i)->kept)
			element_write(structure->elements, (int)i, root, haru);
	put_parent_tree(structure, haru_entries(haru, parent_tree));
	GString *out = haru_entries(haru, root);
	g_string_append_printf(out, "/Type/StructTreeRoot/K[%d 0 R]/ParentTreeNextKey %u/ParentTree",
			       element_at(structure, 0)->object, structure->parents->len);
	haru_put_reference(out, parent_tree);
	g_string_append(haru_catalog(haru), "/MarkInfo<</Marked true>>/StructTreeRoot");
	haru_put_reference(haru_catalog(haru), root);
}
