/*
 * cache_entry.h - what batch.c asks of the cache
 *
 * A key is made of everything that decides the bytes; a change of our own
 * methods changes CACHE_METHOD.
 */
#ifndef PHOTO_CACHE_ENTRY_H
#define PHOTO_CACHE_ENTRY_H

#include "photo/photo.h"

#define CACHE_METHOD "anban-print-1"

/* Caller frees. */
char *cache_print_key(const struct photo_facts *facts, const struct photo_order *order);
char *cache_focus_key(const struct photo_facts *facts);

/* NULL or FALSE when the cache has nothing whole under that key. A NULL cache
   has nothing and keeps nothing. */
struct photo_print *cache_find_print(struct photo_cache *cache, const char *key);
gboolean cache_find_focus(struct photo_cache *cache, const char *key, int *focus_x, int *focus_y);

/* Failure is silent: a full disk must not stop a build for its cache. */
void cache_keep_print(struct photo_cache *cache, const char *key, const struct photo_print *print);
void cache_keep_focus(struct photo_cache *cache, const char *key, int focus_x, int focus_y);

#endif
