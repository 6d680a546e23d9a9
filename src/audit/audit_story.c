/* audit_story.c - every word of a story in order across its parts; its lines, trims and jumps */
#include <string.h>

#include "audit/audit_inside.h"

enum { SURE = 24 }; /* letters that tell where copy goes on */

static void found_part_clear(gpointer data)
{
	struct found_part *part = data;
	g_array_unref(part->words);
	g_array_unref(part->uses);
	g_array_unref(part->blocks);
}

void audit_story_free(gpointer data)
{
	struct found_story *found = data;
	g_array_unref(found->parts);
	g_free(found);
}

/* ---- the words in a box ---- */

static gboolean lies_in(const struct printed_word *word, struct rect box)
{
	fix x = word->box.x + word->box.width / 2, y = word->box.y + word->box.height / 2;
	return x >= box.x - 2 * FIX_PT && x < rect_right(box) + 2 * FIX_PT && y >= box.y &&
	       y < rect_foot(box);
}

static void collect_words(const struct audit *audit, struct found_part *part)
{
	const struct grid grid = audit_grid(audit, part->claim->page);
	const struct printed_page *page = audit_print(audit, part->claim->page);
	struct rect box = cells_rect(&grid, part->claim->box);
	const int use = WORD_UNKNOWN, block = -1;

	for (guint i = 0; i < page->words->len; i++) {
		if (!lies_in(&g_array_index(page->words, struct printed_word, i), box))
			continue;
		g_array_append_val(part->words, i);
		g_array_append_val(part->uses, use);
		g_array_append_val(part->blocks, block);
	}
}

static const struct printed_word *word_at(const struct audit *audit, const struct found_part *part,
					  guint index)
{
	const struct printed_page *page = audit_print(audit, part->claim->page);
	return &g_array_index(page->words, struct printed_word, g_array_index(part->words, guint, index));
}

static gboolean same_line(const struct printed_word *a, const struct printed_word *b)
{
	fix apart = a->box.y + a->box.height / 2 - b->box.y - b->box.height / 2;
	return ABS(apart) < 3 * FIX_PT && b->box.x >= a->box.x;
}

/* The source of a letter is the place of its word in the part. */
static struct folded *fold_words(const struct audit *audit, const struct found_part *part, enum word_use use)
{
	struct folded *text = folded_new();
	guint last = G_MAXUINT;

	for (guint i = 0; i < part->words->len; i++) {
		const struct printed_word *word = word_at(audit, part, i);
		if (g_array_index(part->uses, int, i) != (int)use)
			continue;
		if (last != G_MAXUINT && last + 1 == i && same_line(word_at(audit, part, last), word))
			folded_end_word(text);
		else
			folded_end_line(text);
		folded_add(text, word->text, (int)i);
		last = i;
	}
	return text;
}

/* ---- the body ---- */

static gboolean is_trimmed(const struct story_claim *claim)
{
	return claim->text_trimmed != NULL && *claim->text_trimmed != '\0';
}

/* Where in `text`, from `from` on, the body goes on from `at`: the place of the longest run. */
static guint find_body(const struct folded *body, guint at, const struct folded *text, guint from, guint *run)
{
	guint sure = MIN(SURE, folded_length(body) - at), best = G_MAXUINT;

	*run = 0;
	for (guint i = from; i < folded_length(text); i++) {
		guint found = folded_run(body, at, text, i, FALSE);
		guint needed = MIN(sure, folded_length(text) - i);
		if (found > *run && found >= MIN(sure, MAX(needed, 8))) {
			*run = found;
			best = i;
		}
	}
	return best;
}

static gboolean same_word(const struct folded *text, guint a, guint b)
{
	return b < folded_length(text) && folded_at(text, a)->source == folded_at(text, b)->source;
}

/* A word belongs to the body when all its letters do. */
static void mark_words(struct found_part *part, const struct folded *text, guint start, guint run,
		       const struct folded *body, guint at)
{
	guint end = start + run;

	while (end > start && same_word(text, end - 1, start + run))
		end--;
	for (guint i = start; i < end; i++) {
		int word = folded_at(text, i)->source;
		g_array_index(part->uses, int, word) = WORD_BODY;
		g_array_index(part->blocks, int, word) = folded_at(body, at + i - start)->source;
	}
}

/* The words of a table's first row; none of other copy. */
static struct folded *head_of(const struct story *story, int block)
{
	const struct block *of = block >= 0 ? story->blocks->pdata[block] : NULL;
	struct folded *head = folded_new();

	for (int cell = 0; of != NULL && of->kind == BLOCK_TABLE && cell < of->table->columns; cell++) {
		const GArray *spans = of->table->cells[cell].spans;
		for (guint i = 0; i < spans->len; i++)
			folded_add(head, g_array_index(spans, struct span, i).text, 0);
		folded_end_word(head);
	}
	return head;
}

/* Where a table goes on in another leg its head is printed again: at `end`, or some letters before it where
   the next row begins as the head does. Its letters; 0 where none stands there. */
static guint find_head_again(const struct story *story, const struct folded *body, guint at,
			     const struct folded *text, guint *end)
{
	struct folded *head = head_of(story, at > 0 ? folded_at(body, at - 1)->source : -1);
	guint length = folded_length(head);

	for (guint back = 0; length > 0 && back < length && back < *end; back++) {
		if (folded_run(head, 0, text, *end - back, TRUE) < length)
			continue;
		*end -= back;
		folded_free(head);
		return length;
	}
	folded_free(head);
	return 0;
}

static void mark_head_again(struct found_part *part, const struct folded *text, guint start, guint length)
{
	for (guint i = start; i < start + length; i++)
		g_array_index(part->uses, int, folded_at(text, i)->source) = WORD_TURN;
}

/* Follows the body through one part; gives where it stands afterwards. */
static guint follow_body(const struct audit *audit, const struct story *story, struct found_part *part,
			 const struct folded *body, guint at)
{
	struct folded *text = fold_words(audit, part, WORD_UNKNOWN);
	guint from = 0;

	while (at < folded_length(body)) {
		guint run, start = find_body(body, at, text, from, &run);
		if (start == G_MAXUINT)
			break;
		guint end = start + run, head = find_head_again(story, body, at + run, text, &end);
		mark_words(part, text, start, end - start, body, at);
		mark_head_again(part, text, end, head);
		at += end - start;
		from = end + head;
	}
	folded_free(text);
	return at;
}

static void check_rest(const struct audit *audit, const struct found_story *found, const struct folded *body,
		       guint at)
{
	struct folded *trimmed = folded_new(), *rest = folded_new();
	guint left = folded_length(body) - at, claimed;

	folded_add(trimmed, found->claim->text_trimmed, 0);
	claimed = folded_length(trimmed);
	guint run = folded_run(body, at, trimmed, 0, FALSE);
	if (run != claimed || left != claimed) {
		g_autofree char *copy = folded_excerpt(body, at, at + 60),
				*before = folded_excerpt(body, at > 40 ? at - 40 : 0, at);
		g_autofree char *said = folded_excerpt(trimmed, 0, 60);
		audit_differ_in(audit, found->story,
				"'%s': its copy is printed up to '%s'; then the copy has '%s', and the "
				"report says '%s' was trimmed",
				found->story->id, before, copy, said);
	}
	folded_free(trimmed);
	folded_free(rest);
}

/* ---- lines ---- */

static int leg_of(const struct audit *audit, const struct found_part *part, const struct grid *grid,
		  guint word)
{
	struct rect box = word_at(audit, part, word)->box;
	return cells_column_at(grid, box.x + box.width / 2);
}

/* A table over several legs is read to and fro; one in pieces leg after leg. */
gboolean audit_table_is_over_legs(const struct audit *audit, const struct found_part *part,
				  const struct grid *grid, int block)
{
	int leg = 0;

	for (guint i = 0; i < part->words->len; i++) {
		if (g_array_index(part->blocks, int, i) != block)
			continue;
		if (leg_of(audit, part, grid, i) < leg)
			return TRUE;
		leg = leg_of(audit, part, grid, i);
	}
	return FALSE;
}

/* Lines of such a table are counted across it, of all other copy leg by leg. */
static int line_of(const struct audit *audit, const struct found_story *found, const struct found_part *part,
		   const struct grid *grid, guint word)
{
	int block = g_array_index(part->blocks, int, word);
	const struct block *of = block >= 0 ? found->story->blocks->pdata[block] : NULL;
	struct rect box = word_at(audit, part, word)->box;
	gboolean across =
		of != NULL && of->kind == BLOCK_TABLE && audit_table_is_over_legs(audit, part, grid, block);
	int leg = across ? 100 + block : leg_of(audit, part, grid, word);

	return leg * 1000 + cells_row_at(grid, box.y + box.height / 2) + 1;
}

static int count_lines(const struct audit *audit, const struct found_story *found,
		       const struct found_part *part)
{
	const struct grid grid = audit_grid(audit, part->claim->page);
	g_autoptr(GHashTable) lines = g_hash_table_new(g_direct_hash, g_direct_equal);

	for (guint i = 0; i < part->words->len; i++) {
		int use = g_array_index(part->uses, int, i);
		if (use == WORD_BODY || use == WORD_SIGNOFF)
			g_hash_table_add(lines, GINT_TO_POINTER(line_of(audit, found, part, &grid, i)));
	}
	return (int)g_hash_table_size(lines);
}

static void check_lines(struct audit *audit, struct found_story *found)
{
	int lines = 0;

	for (guint i = 0; i < found->parts->len; i++) {
		struct found_part *part = &g_array_index(found->parts, struct found_part, i);
		part->lines = count_lines(audit, found, part);
		lines += part->lines;
		if (part->lines != part->claim->lines)
			audit_differ_in(audit, found->story,
					"'%s': %d lines of copy are printed on page %s, the report says %d",
					found->story->id, part->lines,
					audit_page(audit, part->claim->page)->label, part->claim->lines);
	}
	if (lines != found->claim->lines)
		audit_differ_in(audit, found->story, "'%s': %d lines of copy are printed, the report says %d",
				found->story->id, lines, found->claim->lines);
	audit->sums->lines += lines;
}

/* What was trimmed was never set: its lines can only be held against the text's length. */
static void check_trim(struct audit *audit, const struct found_story *found, const struct folded *body)
{
	struct folded *trimmed = folded_new();
	int letters, lines = MAX(found->claim->lines, 1), claimed = found->claim->lines_trimmed;

	folded_add(trimmed, found->claim->text_trimmed, 0);
	letters = (int)folded_length(trimmed);
	int a_line = MAX(1, ((int)folded_length(body) - letters) / lines);
	if ((claimed > 0) != (letters > 0) || claimed > 2 * letters / a_line + 6 ||
	    claimed * a_line * 2 < letters)
		audit_differ_in(audit, found->story,
				"'%s': the report says %d lines were trimmed, and lists %d letters of them",
				found->story->id, claimed, letters);
	if (letters > 0 && !found->story->trim)
		audit_differ_in(audit, found->story, "'%s': %d lines were trimmed, and its copy forbids it",
				found->story->id, claimed);
	audit->sums->lines_trimmed += claimed;
	folded_free(trimmed);
}

/* ---- what else stands in its boxes ---- */

/* Of two that are equal the one that has not been seen yet, and of those one that must be. */
static gboolean is_more_wanted(const struct phrase *phrase, const struct phrase *best)
{
	return !phrase->seen && (best->seen || (phrase->must && !best->must));
}

static struct phrase *longest_phrase(const GPtrArray *phrases, const struct folded *text, guint at)
{
	struct phrase *best = NULL;

	for (guint i = 0; i < phrases->len; i++) {
		struct phrase *phrase = phrases->pdata[i];
		guint length = folded_length(phrase->words),
		      longest = best != NULL ? folded_length(best->words) : 0;
		if (folded_run(phrase->words, 0, text, at, TRUE) == length &&
		    (length > longest || (length == longest && is_more_wanted(phrase, best))))
			best = phrase;
	}
	return best;
}

static enum word_use use_of(const struct phrase *phrase)
{
	switch (phrase->kind) {
	case PHRASE_CAPTION:
		return WORD_CAPTION;
	case PHRASE_TURN:
	case PHRASE_FROM:
	case PHRASE_REFERENCE:
		return WORD_TURN;
	case PHRASE_SIGNOFF:
		return WORD_SIGNOFF;
	case PHRASE_QUOTE:
		return WORD_QUOTE;
	case PHRASE_CODE:
		return WORD_CODE;
	default:
		return WORD_HEAD;
	}
}

struct seen {
	gboolean headline;
	int turns, froms; /* with the right page */
};

static void note_phrase(const struct found_story *found, int part, struct phrase *phrase,
			const struct folded *headline, struct seen *seen)
{
	const struct part_claim *before =
		part > 0 ? g_array_index(found->parts, struct found_part, part - 1).claim : NULL;
	const struct part_claim *after =
		part + 1 < (int)found->parts->len
			? g_array_index(found->parts, struct found_part, part + 1).claim
			: NULL;

	phrase->seen = TRUE;
	seen->headline |= phrase->kind == PHRASE_HEAD &&
			  folded_length(phrase->words) == folded_length(headline) &&
			  folded_run(phrase->words, 0, headline, 0, TRUE) == folded_length(headline);
	seen->turns += phrase->kind == PHRASE_TURN && after != NULL && phrase->page == after->page;
	seen->froms += phrase->kind == PHRASE_FROM && before != NULL && phrase->page == before->page;
}

static void check_others(const struct audit *audit, const struct found_story *found, int index,
			 const GPtrArray *phrases, const struct folded *headline, struct seen *seen)
{
	struct found_part *part = &g_array_index(found->parts, struct found_part, (guint)index);
	struct folded *text = fold_words(audit, part, WORD_UNKNOWN);
	guint at = 0;

	while (at < folded_length(text)) {
		struct phrase *phrase = longest_phrase(phrases, text, at);
		if (phrase == NULL) {
			g_autofree char *excerpt = folded_excerpt(text, at, at + 50);
			audit_differ_in(
				audit, found->story, "'%s': on page %s stands '%s', which is not in its copy",
				found->story->id, audit_page(audit, part->claim->page)->label, excerpt);
			break;
		}
		note_phrase(found, index, phrase, headline, seen);
		for (guint i = 0; i < folded_length(phrase->words); i++)
			g_array_index(part->uses, int, folded_at(text, at + i)->source) = (int)use_of(phrase);
		at += folded_length(phrase->words);
	}
	folded_free(text);
}

/* Each page the story stands on, as it is named at a turn. */
static void add_turns(const struct audit *audit, const struct found_story *found, GPtrArray *phrases)
{
	for (guint i = 0; i < audit->claims->pages->len; i++) {
		const char *label = audit_page(audit, (int)i)->label, *language = found->story->language;
		const struct design *design = design_of_run(audit->design, found->story->run);
		g_autofree char *turn = design_phrase(design, language, "turn", "page", label, NULL);
		g_autofree char *from = design_phrase(design, language, "from", "page", label, NULL);
		if (found->parts->len > 1) {
			story_copy_add_phrase(phrases, PHRASE_TURN, (int)i, turn);
			story_copy_add_phrase(phrases, PHRASE_FROM, (int)i, from);
		}
	}
}

static void check_seen(const struct audit *audit, const struct found_story *found, const GPtrArray *phrases,
		       const struct seen *seen)
{
	const struct story *story = found->story;
	int jumps = (int)found->parts->len - 1;

	if (!seen->headline)
		audit_differ_in(audit, story, "'%s': its headline '%s' is not printed over it", story->id,
				found->claim->headline);
	for (guint i = 0; i < phrases->len; i++) {
		const struct phrase *phrase = phrases->pdata[i];
		g_autofree char *words = folded_excerpt(phrase->words, 0, 60);
		if (phrase->must && !phrase->seen)
			audit_differ_in(audit, story, "'%s': '%s' is not printed with it", story->id, words);
	}
	if (seen->turns != jumps || seen->froms != jumps)
		audit_differ_in(
			audit, story,
			"'%s': it goes on %d times, but %d turn lines and %d from lines name the right page",
			story->id, jumps, seen->turns, seen->froms);
	audit->sums->jumps += jumps;
}

static void check_phrases(const struct audit *audit, const struct found_story *found)
{
	g_autoptr(GPtrArray) phrases =
		story_copy_phrases(found->story, is_trimmed(found->claim), found->claim->photos,
				   audit->edition, design_of_run(audit->design, found->story->run));
	struct folded *headline = folded_new();
	struct seen seen = {.headline = FALSE};

	folded_add(headline, found->claim->headline, 0);
	add_turns(audit, found, phrases);
	audit_references(audit, found, phrases);
	for (guint i = 0; i < found->parts->len; i++)
		check_others(audit, found, (int)i, phrases, headline, &seen);
	check_seen(audit, found, phrases, &seen);
	folded_free(headline);
}

/* ---- one story ---- */

static struct found_story *find(const struct audit *audit, const struct story *story,
				const struct story_claim *claim)
{
	struct found_story *found = g_new0(struct found_story, 1);

	found->story = story;
	found->claim = claim;
	found->parts = g_array_new(FALSE, TRUE, sizeof(struct found_part));
	g_array_set_clear_func(found->parts, found_part_clear);
	for (guint i = 0; i < claim->parts->len; i++) {
		struct found_part part = {.claim = &g_array_index(claim->parts, struct part_claim, i)};
		part.words = g_array_new(FALSE, FALSE, sizeof(guint));
		part.uses = g_array_new(FALSE, FALSE, sizeof(int));
		part.blocks = g_array_new(FALSE, FALSE, sizeof(int));
		collect_words(audit, &part);
		g_array_append_val(found->parts, part);
	}
	return found;
}

void audit_story(struct audit *audit, const struct story *story, const struct story_claim *claim)
{
	struct found_story *found = find(audit, story, claim);
	struct folded *body =
		story_copy_body(story, is_trimmed(claim), design_of_run(audit->design, story->run));
	guint at = 0;

	g_ptr_array_add(audit->stories, found);
	for (guint i = 0; i < found->parts->len; i++)
		at = follow_body(audit, found->story, &g_array_index(found->parts, struct found_part, i),
				 body, at);
	check_rest(audit, found, body, at);
	check_phrases(audit, found);
	check_lines(audit, found);
	check_trim(audit, found, body);
	audit->sums->stories++;
	folded_free(body);
}
