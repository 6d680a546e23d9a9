#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <jpeglib.h>
#include <lcms2.h>
#include <png.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <webp/decode.h>

#include "photo/cache_entry.h"
#include "photo/quality.h"

/* An entry is a header, the SHA-256 of what follows it, and the bytes. Numbers
   are in this machine's order: a cache does not travel. */
#define MAGIC	   "anbanpr1"
#define SUM_BYTES  32
#define ENTRY_MOST (64u << 20)

enum entry_kind { ENTRY_PRINT = 1, ENTRY_FOCUS = 2 };

struct header {
	char magic[8];
	guint32 kind, format;
	gint32 width_px, height_px, components, as_is, quality, padding;
	guint64 length;
	guint8 sum[SUM_BYTES]; /* of the header with this empty, then the bytes */
};

struct photo_cache {
	char *folder;
};

struct photo_cache *photo_cache_open(const char *folder)
{
	struct photo_cache *cache;
	g_autofree char *path = folder != NULL
					? g_strdup(folder)
					: g_build_filename(g_get_user_cache_dir(), "anban", "prints", NULL);

	if (g_mkdir_with_parents(path, 0700) != 0)
		return NULL;
	cache = g_new0(struct photo_cache, 1);
	cache->folder = g_steal_pointer(&path);
	return cache;
}

static char *key_of(const char *described)
{
	return g_compute_checksum_for_string(G_CHECKSUM_SHA256, described, -1);
}

/* What makes other bytes out of the same file: our method and its settings, and
   the libraries. */
static char *method(void)
{
	return g_strdup_printf("%s %s %d %d %d jpeg %d lcms %d png %d webp %d", CACHE_METHOD, ANBAN_VERSION,
			       QUALITY_LEAST, QUALITY_MOST, (int)(QUALITY_TARGET * 10000),
			       LIBJPEG_TURBO_VERSION_NUMBER, cmsGetEncodedCMMversion(),
			       (int)png_access_version_number(), WebPGetDecoderVersion());
}

char *cache_print_key(const struct photo_facts *facts, const struct photo_order *order)
{
	g_autofree char *made_by = method();
	g_autofree char *described = g_strdup_printf("print %s %s %d %d %d %d %d %d", made_by, facts->sha256,
						     order->part.left, order->part.top, order->part.width,
						     order->part.height, order->width_px, order->height_px);

	return key_of(described);
}

char *cache_focus_key(const struct photo_facts *facts)
{
	g_autofree char *made_by = method();
	g_autofree char *described = g_strdup_printf("focus %s %s", made_by, facts->sha256);

	return key_of(described);
}

static char *entry_path(const struct photo_cache *cache, const char *key)
{
	char first[3] = {key[0], key[1], '\0'};

	return g_build_filename(cache->folder, first, key + 2, NULL);
}

static void header_sum(const struct header *header, gconstpointer data, guint8 *sum)
{
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	struct header bare = *header;
	gsize length = SUM_BYTES;

	memset(bare.sum, 0, sizeof bare.sum);
	g_checksum_update(checksum, (const guchar *)&bare, sizeof bare);
	if (header->length > 0)
		g_checksum_update(checksum, data, (gssize)header->length);
	g_checksum_get_digest(checksum, sum, &length);
}

/* Makes the entry the youngest, so that it is the last to be thrown out. */
static void entry_touch(const char *path)
{
	utimensat(AT_FDCWD, path, NULL, 0);
}

/* The whole entry when it is in order; caller frees. */
static char *entry_load(const struct photo_cache *cache, const char *key, enum entry_kind kind)
{
	g_autofree char *path = entry_path(cache, key), *bytes = NULL;
	struct header header;
	guint8 sum[SUM_BYTES];
	gsize length;

	if (!g_file_get_contents(path, &bytes, &length, NULL) || length < sizeof header)
		return NULL;
	memcpy(&header, bytes, sizeof header);
	if (memcmp(header.magic, MAGIC, sizeof header.magic) != 0 || header.kind != kind ||
	    header.length != length - sizeof header)
		return NULL;
	header_sum(&header, bytes + sizeof header, sum);
	if (memcmp(sum, header.sum, SUM_BYTES) != 0)
		return NULL;
	entry_touch(path);
	return g_steal_pointer(&bytes);
}

struct photo_print *cache_find_print(struct photo_cache *cache, const char *key)
{
	g_autofree char *bytes = cache != NULL ? entry_load(cache, key, ENTRY_PRINT) : NULL;
	struct photo_print *print;
	struct header header;

	if (bytes == NULL)
		return NULL;
	memcpy(&header, bytes, sizeof header);
	print = g_new0(struct photo_print, 1);
	*print = (struct photo_print){
		.bytes = g_bytes_new(bytes + sizeof header, header.length),
		.width_px = header.width_px,
		.height_px = header.height_px,
		.components = header.components,
		.as_is = header.as_is,
		.format = header.format,
		.quality = header.quality,
	};
	return print;
}

gboolean cache_find_focus(struct photo_cache *cache, const char *key, int *focus_x, int *focus_y)
{
	g_autofree char *bytes = cache != NULL ? entry_load(cache, key, ENTRY_FOCUS) : NULL;
	struct header header;

	if (bytes == NULL)
		return FALSE;
	memcpy(&header, bytes, sizeof header);
	*focus_x = header.width_px;
	*focus_y = header.height_px;
	return TRUE;
}

static gboolean write_all(int fd, gconstpointer data, gsize length)
{
	const char *at = data;

	while (length > 0) {
		ssize_t written = write(fd, at, length);
		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return FALSE;
		at += written;
		length -= (gsize)written;
	}
	return TRUE;
}

/* Under a name of its own first: another build sees a whole entry or none. */
static void entry_save(const struct photo_cache *cache, const char *key, struct header *header,
		       gconstpointer data)
{
	g_autofree char *path = entry_path(cache, key), *folder = g_path_get_dirname(path);
	g_autofree char *spare = g_strconcat(path, ".XXXXXX", NULL);
	gboolean done;
	int fd;

	if (header->length > ENTRY_MOST || g_mkdir_with_parents(folder, 0700) != 0)
		return;
	memcpy(header->magic, MAGIC, sizeof header->magic);
	header_sum(header, data, header->sum);
	fd = g_mkstemp_full(spare, O_RDWR | O_CLOEXEC, 0600);
	if (fd < 0)
		return;
	done = write_all(fd, header, sizeof *header) && write_all(fd, data, header->length);
	done = close(fd) == 0 && done;
	if (!done || g_rename(spare, path) != 0)
		g_unlink(spare);
}

void cache_keep_print(struct photo_cache *cache, const char *key, const struct photo_print *print)
{
	struct header header;
	gsize length;
	gconstpointer data = g_bytes_get_data(print->bytes, &length);

	if (cache == NULL)
		return;
	memset(&header, 0, sizeof header);
	header.kind = ENTRY_PRINT;
	header.format = print->format;
	header.width_px = print->width_px;
	header.height_px = print->height_px;
	header.components = print->components;
	header.as_is = print->as_is;
	header.quality = print->quality;
	header.length = length;
	entry_save(cache, key, &header, data);
}

void cache_keep_focus(struct photo_cache *cache, const char *key, int focus_x, int focus_y)
{
	struct header header;

	if (cache == NULL)
		return;
	memset(&header, 0, sizeof header);
	header.kind = ENTRY_FOCUS;
	header.width_px = focus_x;
	header.height_px = focus_y;
	entry_save(cache, key, &header, NULL);
}

struct old_entry {
	char *path;
	gint64 used_s, used_ns;
	guint64 bytes;
};

static void old_entry_clear(gpointer data)
{
	g_free(((struct old_entry *)data)->path);
}

static int older_first(gconstpointer a, gconstpointer b)
{
	const struct old_entry *p = a, *q = b;

	if (p->used_s != q->used_s)
		return p->used_s < q->used_s ? -1 : 1;
	if (p->used_ns != q->used_ns)
		return p->used_ns < q->used_ns ? -1 : 1;
	return strcmp(p->path, q->path);
}

static void folder_collect(const char *folder, int depth, GArray *entries)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		struct stat status;
		if (lstat(path, &status) != 0)
			continue;
		if (S_ISDIR(status.st_mode) && depth == 0)
			folder_collect(path, depth + 1, entries);
		if (S_ISREG(status.st_mode) && depth == 1) {
			struct old_entry entry = {g_steal_pointer(&path), status.st_mtim.tv_sec,
						  status.st_mtim.tv_nsec, (guint64)status.st_size};
			g_array_append_val(entries, entry);
		}
	}
	if (dir != NULL)
		g_dir_close(dir);
}

static void cache_trim(const struct photo_cache *cache, guint64 limit_bytes)
{
	GArray *entries = g_array_new(FALSE, FALSE, sizeof(struct old_entry));
	guint64 total = 0;

	g_array_set_clear_func(entries, old_entry_clear);
	folder_collect(cache->folder, 0, entries);
	g_array_sort(entries, older_first);
	for (guint i = 0; i < entries->len; i++)
		total += g_array_index(entries, struct old_entry, i).bytes;
	for (guint i = 0; i < entries->len && total > limit_bytes; i++) {
		const struct old_entry *entry = &g_array_index(entries, struct old_entry, i);
		if (g_unlink(entry->path) == 0)
			total -= entry->bytes;
	}
	g_array_unref(entries);
}

void photo_cache_close(struct photo_cache *cache, guint64 limit_bytes)
{
	if (cache == NULL)
		return;
	cache_trim(cache, limit_bytes);
	g_free(cache->folder);
	g_free(cache);
}
