/*
 * design_reader.h - values out of a layout's files, each with its message
 *
 * Used by design/ only. A reader notes that something was wrong and goes on, so
 * that one run tells every fault.
 */
#ifndef DESIGN_DESIGN_READER_H
#define DESIGN_DESIGN_READER_H

#include "base/yaml_tree.h"
#include "design/design.h"

#define DESIGN_COLUMNS_MOST    12
#define DESIGN_COLUMN_LEAST_MM 20

struct design_reader {
	struct design *design;
	struct diag *diag;
	const char *file;   /* as messages name it */
	const char *source; /* its text */
	gboolean failed;
	/* The layout whose words.yaml has what this one's leaves out, NULL for none, and where that is
	   written; is_below while that file is read: what is there already stays. */
	char *words_like;
	struct place words_like_place;
	gboolean is_below;
};

extern const struct yaml_codes design_codes;

/* The value is wrong: tells it and notes the failure. */
void design_refuse(struct design_reader *reader, struct place place, const char *format, ...)
	G_GNUC_PRINTF(3, 4);

/* All readers give the fallback when the key is absent, null or wrong. */
fix design_length(struct design_reader *reader, const struct yaml_node *map, const char *key, fix fallback);
/* The same, and "0.02em" is a part of `em`. */
fix design_length_em(struct design_reader *reader, const struct yaml_node *map, const char *key, fix em,
		     fix fallback);
int design_integer(struct design_reader *reader, const struct yaml_node *map, const char *key, int fallback,
		   int least, int most);
/* A per cent figure as thousandths. */
int design_percent(struct design_reader *reader, const struct yaml_node *map, const char *key, int fallback,
		   int least, int most);
/* "#b3122b" or one of the layout's colour names. */
uint32_t design_colour(struct design_reader *reader, const struct yaml_node *map, const char *key,
		       uint32_t fallback);
/* Two numbers, the first not above the second, × 1000. FALSE when they are absent or wrong. */
gboolean design_pair(struct design_reader *reader, const struct yaml_node *map, const char *key, double unit,
		     int *low, int *high);

/* ---- the parts of layout.yaml ---- */

extern const struct schema_key design_page_keys[], design_margin_keys[], design_grid_keys[],
	design_rule_keys[], design_colour_keys[], design_photo_keys[];
void design_read_page(struct design_reader *reader, const struct yaml_node *layout);

extern const struct schema_key design_headline_keys[], design_brief_keys[];
void design_read_ladder(struct design_reader *reader, const struct yaml_node *layout);

const struct schema_key *design_style_keys(void);
void design_read_styles(struct design_reader *reader, const struct yaml_node *layout);

/* ---- the other files ---- */

void design_read_templates(struct design_reader *reader, const struct yaml_node *templates);
/* The drawing under `map:` and its zones into a template whose columns are known. */
void template_draw(struct design_reader *reader, const struct yaml_node *entry,
		   struct page_template *template_);
void template_free(gpointer template_);
void design_read_words(struct design_reader *reader, const struct yaml_node *words);

#endif
