/*
 * shelf.h - the proof's folder: every file replaced as a whole, pictures named by what is in them
 *
 * So whoever looks at the folder meanwhile sees pages that fit their pictures.
 */
#ifndef COMMAND_SHELF_H
#define COMMAND_SHELF_H

#include <glib.h>

struct shelf;

/* Makes the folder. NULL when it cannot be made. */
struct shelf *shelf_open(const char *folder, GError **error);
void shelf_close(struct shelf *shelf);
const char *shelf_folder(const struct shelf *shelf);

/* What lies there from this shelf and would be the same is left as it is. */
gboolean shelf_put(struct shelf *shelf, const char *name, GBytes *bytes, GError **error);
/* A picture that lies there already is the same: its name says what is in it. */
gboolean shelf_put_once(struct shelf *shelf, const char *name, GBytes *bytes, GError **error);
gboolean shelf_has(const struct shelf *shelf, const char *name);
/* The name belongs to this proof too. */
void shelf_keep(struct shelf *shelf, const char *name);
/* Ends a proof: pictures that belong neither to it nor to the one before are removed. */
void shelf_clear_strays(struct shelf *shelf);

#endif
