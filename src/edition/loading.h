/*
 * loading.h - what the parts of edition_load() share while they read
 *
 * Private to this floor.
 */
#ifndef EDITION_LOADING_H
#define EDITION_LOADING_H

#include "base/yaml_tree.h"
#include "edition/edition.h"

/* The two files that say what paper this is. Either tree may be NULL. */
struct house {
	struct yaml_node *paper;   /* paper.yaml, above the edition folder */
	struct yaml_node *edition; /* edition.yaml */
	const char *paper_file;	   /* "../paper.yaml", interned */
	const char *edition_file;  /* "edition.yaml", interned */
};

struct loading {
	struct edition *edition;
	struct diag *diag;
	struct house house;
	GHashTable *intake;    /* file → its SHA-256, both char * */
	GHashTable *prints;    /* file → struct found_picture */
	struct morgue *morgue; /* or NULL */
};

/* ---- house_file.c ---- */

/* Finds paper.yaml upward of `path` (no links in it) and reads both files.
   FALSE when no edition can be read from them. */
gboolean house_file_read(struct loading *loading, const char *path);
void house_file_forget(struct house *house);

/* The value of a key: edition.yaml wins over paper.yaml; NULL when neither has it. */
const struct yaml_node *house_file_value(const struct house *house, const char *key);
/* The same for a key inside a map, e.g. "rules", "ad_mark". */
const struct yaml_node *house_file_inner(const struct house *house, const char *map, const char *key);
/* Text of a value, or NULL. */
const char *house_file_text(const struct yaml_node *node);

extern const struct yaml_codes house_file_codes;

/* ---- intake.c: every file that is read is counted into input_sha256 ---- */

GBytes *intake_read(struct loading *loading, const char *file, gsize limit, GError **error);
/* The same in two steps, for a reader that sums the bytes itself. */
GBytes *intake_open(const struct loading *loading, const char *file, gsize limit, GError **error);
char *intake_stamp(const struct loading *loading, const char *file); /* see folder_stamp() */
void intake_count(struct loading *loading, const char *file, const char *sha256);
void intake_seal(struct loading *loading);

/* Why a file could not be read: unfit is too large, too deep, or no regular file. */
enum intake_fault { INTAKE_MISSING, INTAKE_ESCAPES, INTAKE_UNFIT, INTAKE_UNREADABLE };
enum intake_fault intake_fault_of(const GError *error);

#endif
