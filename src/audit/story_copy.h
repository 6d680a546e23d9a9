/*
 * story_copy.h - what a story's copy must look like on paper, before anyone set it
 */
#ifndef AUDIT_STORY_COPY_H
#define AUDIT_STORY_COPY_H

#include "audit/folded.h"
#include "design/design.h"
#include "edition/edition.h"

/* Dateline, blocks and sign-off in one; the source of a letter is its block. Where a story is trimmed its
   sign-off follows what is left of it, and is no part of this. */
struct folded *story_copy_body(const struct story *story, gboolean is_trimmed, const struct design *design);

enum phrase_kind {
	PHRASE_HEAD,
	PHRASE_BYLINE,
	PHRASE_CAPTION,
	PHRASE_TURN,
	PHRASE_FROM,
	PHRASE_REFERENCE,
	PHRASE_SIGNOFF,
	PHRASE_QUOTE, /* a pull quote */
	PHRASE_CODE,  /* beside the code of a link */
	PHRASE_OTHER
};

/* Words that may stand in a story's box besides its body. */
struct phrase {
	enum phrase_kind kind;
	int page;      /* index, of a turn or from line; else -1 */
	gboolean must; /* its absence is a loss */
	gboolean seen;
	struct folded *words;
};

/* All of them but turn and from lines. Caller frees with g_ptr_array_unref. */
/* `photos` are the files of the pictures that stand with it. */
GPtrArray *story_copy_phrases(const struct story *story, gboolean is_trimmed, const GPtrArray *photos,
			      const struct edition *edition, const struct design *design);
void story_copy_add_phrase(GPtrArray *phrases, enum phrase_kind kind, int page, const char *text);

#endif
