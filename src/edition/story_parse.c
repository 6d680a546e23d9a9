#include "edition/story_parse.h"

#include <string.h>

#include "edition/body.h"
#include "edition/copy_text.h"
#include "edition/front_matter.h"
#include "edition/parts.h"
#include "edition/pictures.h"
#include "edition/sections.h"
#include "edition/story_check.h"
#include "edition/supplements.h"

#define STORY_BYTES_MAX ((gsize)16 * 1024 * 1024)

/* A story's file cut at its fences. */
struct halves {
	const char *matter; /* after the first '---' */
	gsize matter_length;
	const char *body; /* after the second */
	int body_line;	  /* of the file, where the body begins */
};

static void reject(struct story *story, const char *why)
{
	story->fate = FATE_REJECTED;
	if (story->why == NULL)
		story->why = g_strdup(why);
}

/* ---- bytes to text ---- */

static void tell_unreadable(const struct loading *loading, const struct listed_story *listed,
			    const GError *error)
{
	switch (intake_fault_of(error)) {
	case INTAKE_MISSING:
		diag_add(loading->diag, DIAG_STORY_MISSING, listed->place,
			 "'%s' is not there: add the file, or take it off the list", listed->file);
		break;
	case INTAKE_ESCAPES:
		diag_add(
			loading->diag, DIAG_STORY_UNREADABLE, place_in(listed->file, 0, 0),
			"the file is a link that leads out of the edition folder: put the file itself there");
		break;
	default:
		diag_add(loading->diag, DIAG_STORY_UNREADABLE, place_in(listed->file, 0, 0),
			 "%s: put a readable file of at most 16 MB there", error->message);
	}
}

static struct place place_of_byte(const char *file, const char *text, const char *at)
{
	int line = 1, column = 1;

	for (; text < at; text++) {
		if (*text == '\n') {
			line++;
			column = 1;
		} else if (((unsigned char)*text & 0xC0) != 0x80) {
			column++;
		}
	}
	return place_in(file, line, column);
}

static gboolean text_is_utf8(const struct loading *loading, struct story *story, const char *text,
			     gsize length)
{
	gboolean wide = length >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0);
	const char *end;

	if (g_utf8_validate_len(text, length, &end))
		return TRUE;
	diag_add(loading->diag, DIAG_STORY_NOT_UTF8, place_of_byte(story->file, text, end),
		 wide ? "the file is UTF-16: save it as UTF-8"
		      : "the text is not UTF-8 here: save the file as UTF-8");
	reject(story, "not UTF-8");
	return FALSE;
}

/* ---- the fences ---- */

static const char *next_line(const char *line)
{
	gsize length = strcspn(line, "\r\n");

	if (line[length] == '\r' && line[length + 1] == '\n')
		return line + length + 2;
	return line + length + (line[length] != '\0');
}

static gboolean line_is_fence(const char *line)
{
	if (strncmp(line, "---", 3) != 0)
		return FALSE;
	for (line += 3; *line == ' ' || *line == '\t'; line++)
		;
	return *line == '\0' || *line == '\n' || *line == '\r';
}

static gboolean text_cut(const struct loading *loading, struct story *story, const char *text,
			 struct halves *halves)
{
	int line = 2;

	if (!line_is_fence(text)) {
		diag_add(loading->diag, DIAG_STORY_NO_HEADLINE, place_in(story->file, 1, 1),
			 "headline is missing: begin the file with a line '---', 'headline: …' and a line "
			 "'---'");
		reject(story, "no front matter");
		return FALSE;
	}
	halves->matter = next_line(text);
	for (const char *at = halves->matter; *at != '\0'; at = next_line(at), line++) {
		if (!line_is_fence(at))
			continue;
		halves->matter_length = (gsize)(at - halves->matter);
		halves->body = next_line(at);
		halves->body_line = line + 1;
		return TRUE;
	}
	diag_add(loading->diag, DIAG_STORY_YAML, place_in(story->file, 1, 1),
		 "the front matter that opens here is never closed: add a line '---' after it");
	reject(story, "front matter not closed");
	story->must = front_matter_claims_must(halves->matter);
	return FALSE;
}

/* ---- the section ---- */

static void section_of_list(struct loading *loading, struct story *story, const struct listed_story *listed,
			    const struct yaml_node *named, const char *name)
{
	const struct section *section = g_ptr_array_index(loading->edition->sections, listed->section);
	const char *subsection = NULL;

	story->section = listed->section;
	story->subsection = g_strdup(listed->subsection);
	if (name == NULL)
		return;
	if (sections_find(loading->edition, name, &subsection) != listed->section)
		diag_add(loading->diag, DIAG_STORY_SECTION, named->place,
			 "the story names the section '%s' but is listed under '%s', where it stands: mend "
			 "one of them",
			 name, section->name);
	else if (story->subsection == NULL)
		story->subsection = g_strdup(subsection);
}

/* A supplement has sections of its own, which no list need name. */
static int section_of_supplement(struct loading *loading, const struct story *story, const char *name)
{
	const struct supplement *supplement = supplements_of(loading->edition, story->file);

	return sections_add_quietly(loading->edition, name != NULL ? name : supplement->name,
				    supplement->place);
}

/* Before the front matter can be read the folder alone decides. */
static void section_choose(struct loading *loading, struct story *story, const struct listed_story *listed,
			   const struct yaml_node *map)
{
	const struct yaml_node *named = yaml_get(map, "section");
	g_autofree char *name = NULL;
	const char *subsection = NULL;

	if (house_file_text(named) != NULL)
		name = copy_text_line(named->text, named->place, loading->diag);
	if (name != NULL && *name == '\0')
		g_clear_pointer(&name, g_free);
	if (listed->section >= 0) {
		section_of_list(loading, story, listed, named, name);
		return;
	}
	if (supplements_of(loading->edition, story->file) != NULL)
		story->section = section_of_supplement(loading, story, name);
	else if (name != NULL)
		story->section = sections_find_or_add(loading, name, named->place, &subsection);
	else
		story->section = sections_of_folder(loading->edition, story->file, &subsection);
	story->subsection = g_strdup(subsection);
}

/* A story that is of no section stands in the first. */
static void section_settle(struct loading *loading, struct story *story)
{
	struct edition *edition = loading->edition;

	if (story->section >= 0)
		return;
	if (edition->sections->len == 0) {
		story->section = sections_find_or_add(loading, edition->name, story->place, NULL);
		return;
	}
	story->section = 0;
	if (story->fate != FATE_REJECTED)
		diag_add(loading->diag, DIAG_STORY_SECTION, story->place,
			 "the story names no section and its folder is none: it stands in '%s'; add "
			 "'section:'",
			 ((const struct section *)g_ptr_array_index(edition->sections, 0))->name);
}

/* ---- the whole ---- */

static void text_read(struct loading *loading, struct story *story, const struct listed_story *listed,
		      const char *text)
{
	struct halves halves;
	struct yaml_node *map;

	if (!text_cut(loading, story, text, &halves))
		return;
	map = yaml_read(story->file, halves.matter, halves.matter_length, 1, &front_matter_codes,
			loading->diag);
	if (map == NULL) {
		g_autofree char *matter = g_strndup(halves.matter, halves.matter_length);
		story->must = front_matter_claims_must(matter);
		reject(story, "the front matter cannot be read");
		return;
	}
	section_choose(loading, story, listed, map);
	if (!front_matter_read(loading, map, story))
		reject(story, story->headline.text == NULL ? "headline is missing"
							   : "a wrong value in the front matter");
	pictures_read(loading, yaml_get(map, "photos"), story);
	pictures_read_portraits(loading, story);
	yaml_node_free(map);
	if (!body_read(loading, story, halves.body, halves.body_line))
		reject(story, "the text holds what cannot be set");
	else if (!story_check(loading, story))
		reject(story, "no text");
}

static void bytes_read(struct loading *loading, struct story *story, const struct listed_story *listed,
		       GBytes *bytes)
{
	gsize length;
	const char *text = g_bytes_get_data(bytes, &length);
	g_autofree char *screened = NULL;

	if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		text += 3;
		length -= 3;
	}
	if (length == 0) {
		diag_add(loading->diag, DIAG_STORY_EMPTY, place_in(story->file, 0, 0),
			 "the file is empty: write the story, or take the file away");
		reject(story, "empty file");
	} else if (text_is_utf8(loading, story, text, length)) {
		screened = copy_text_screen(text, length, story->file, loading->diag);
		text_read(loading, story, listed, screened);
	}
}

static void story_defaults(const struct loading *loading, struct story *story)
{
	const struct supplement *supplement = supplements_of(loading->edition, story->file);

	story->language = supplement != NULL ? supplement->language : loading->edition->language;
	story->run = supplements_run_of(loading->edition, story->file);
	story->place = place_in(story->file, 1, 1);
}

void story_parse_bytes(struct loading *loading, struct story *story, GBytes *bytes)
{
	struct listed_story listed = {.file = story->file, .section = -1};

	story_defaults(loading, story);
	bytes_read(loading, story, &listed, bytes);
	section_settle(loading, story);
}

struct story *story_parse(struct loading *loading, const struct listed_story *listed)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = intake_read(loading, listed->file, STORY_BYTES_MAX, &error);
	struct story *story = story_new(listed->file);

	story_defaults(loading, story);
	story->order = listed->order;
	if (bytes != NULL) {
		bytes_read(loading, story, listed, bytes);
	} else {
		tell_unreadable(loading, listed, error);
		reject(story, "the file cannot be read");
	}
	if (story->section < 0 && listed->section >= 0)
		story->section = listed->section;
	else if (story->section < 0 && story->run > 0)
		story->section = section_of_supplement(loading, story, NULL);
	else if (story->section < 0)
		story->section = sections_of_folder(loading->edition, story->file, NULL);
	section_settle(loading, story);
	return story;
}
