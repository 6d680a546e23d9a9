/*
 * yaml_tree.h - YAML as a tree with places, and schemas over it
 *
 * Used for house files, editions, front matter, layouts and fonts. Parsed by
 * libyaml within limits (depth 64, 100,000 nodes, 16 MB, no aliases); a map's
 * duplicate key is refused with its place.
 */
#ifndef BASE_YAML_TREE_H
#define BASE_YAML_TREE_H

#include <glib.h>

#include "base/diag.h"

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_node {
	enum yaml_kind kind;
	struct place place;	/* of the value */
	struct place key_place; /* of its key, in a map */
	char *key;		/* in a map; NULL elsewhere */
	char *text;		/* scalar; NFC; "" for an empty one */
	gboolean plain;		/* scalar without quotes */
	gboolean null;		/* empty, ~ or null, without quotes */
	GPtrArray *nodes;	/* list and map: struct yaml_node, in order of writing */
};

/* What a fault is called on this floor. */
struct yaml_codes {
	enum diag_code syntax, unknown_key, duplicate_key, missing_key, wrong_value;
};

/* `first_line` is added to every line (front matter starts at line 2 of a story: pass 1).
   NULL after a fault was told. An empty document is an empty map. Caller frees. */
struct yaml_node *yaml_read(const char *file, const char *text, gsize length, int first_line,
			    const struct yaml_codes *codes, struct diag *diag);
void yaml_node_free(struct yaml_node *node);

const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key); /* or NULL; NULL map too */

/* ---- schemas ---- */

enum schema_type {
	SCHEMA_TEXT, /* any scalar */
	SCHEMA_INTEGER,
	SCHEMA_NUMBER,
	SCHEMA_BOOLEAN, /* true, false, yes, no */
	SCHEMA_WORD,	/* one of `words` */
	SCHEMA_DATE,	/* 2026-11-22, a real day */
	SCHEMA_TIME,	/* 2026-11-22T05:00:00+07:00 */
	SCHEMA_TEXTS,	/* a list of scalars, or one scalar */
	SCHEMA_NUMBERS, /* a list of numbers */
	SCHEMA_MAP,	/* a map after `inside` */
	SCHEMA_LIST,	/* a list of maps after `inside` */
	SCHEMA_ANY,	/* looked at by the reader itself */
};

struct schema_key {
	const char *name; /* NULL ends the table */
	enum schema_type type;
	unsigned flags;
	const char *const *words; /* SCHEMA_WORD, NULL-terminated */
	const struct schema_key *inside;
};
enum schema_flag {
	SCHEMA_REQUIRED = 1 << 0,
	SCHEMA_NOT_SET_YET = 1 << 1,
	SCHEMA_LIGHT = 1 << 2, /* a wrong value is told, but the default can stand for it */
};

/* Tells every unknown key (with the nearest known), wrong type and missing key below `map`.
   FALSE when a value is wrong or missing and not light; unknown keys are warnings. */
gboolean schema_check(const struct yaml_node *map, const struct schema_key *schema,
		      const struct yaml_codes *codes, struct diag *diag);

/* Readers for checked trees; the fallback when the key is absent or null. */
const char *yaml_text(const struct yaml_node *map, const char *key, const char *fallback);
int yaml_integer(const struct yaml_node *map, const char *key, int fallback);
double yaml_number(const struct yaml_node *map, const char *key, double fallback);
gboolean yaml_boolean(const struct yaml_node *map, const char *key, gboolean fallback);
/* Index in `words` of the key's value. */
int yaml_word(const struct yaml_node *map, const char *key, const char *const *words, int fallback);

/* "1.5mm", "8.5pt", "2rows" → fix; rows need `row`. FALSE when it is no length. */
gboolean yaml_length(const struct yaml_node *node, int32_t row, int32_t *length);

#endif
