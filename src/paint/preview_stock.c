#include "paint/preview_stock.h"

#define PHOTO_BYTES_MOST (48u << 20)

static void raster_let_go(gpointer raster)
{
	raster_free(raster);
}

struct preview_stock *preview_stock_passing(void)
{
	struct preview_stock *stock = g_new0(struct preview_stock, 1);
	stock->masks = preview_masks_new();
	return stock;
}

struct preview_stock *preview_stock_new(void)
{
	struct preview_stock *stock = preview_stock_passing();
	stock->photos = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, raster_let_go);
	return stock;
}

void preview_stock_free(struct preview_stock *stock)
{
	if (stock == NULL)
		return;
	preview_masks_free(stock->masks);
	g_clear_pointer(&stock->photos, g_hash_table_unref);
	g_free(stock);
}

void preview_stock_clear_out(struct preview_stock *stock)
{
	preview_masks_clear_out(stock->masks);
	if (stock->photo_bytes <= PHOTO_BYTES_MOST)
		return;
	g_hash_table_remove_all(stock->photos);
	stock->photo_bytes = 0;
}

/* ---- photographs ---- */

static char *name_of(const struct photo_print *print, int width, int height)
{
	g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, print->bytes);
	return g_strdup_printf("%s %dx%d", sum, width, height);
}

struct raster *preview_stock_find(const struct preview_stock *stock, const struct photo_print *print,
				  int width, int height)
{
	g_autofree char *name = stock->photos != NULL ? name_of(print, width, height) : NULL;
	return name != NULL ? g_hash_table_lookup(stock->photos, name) : NULL;
}

void preview_stock_keep(struct preview_stock *stock, const struct photo_print *print, struct raster *raster)
{
	if (stock->photos == NULL) {
		raster_free(raster);
		return;
	}
	stock->photo_bytes += raster_stride(raster) * (gsize)raster->height_px;
	g_hash_table_insert(stock->photos, name_of(print, raster->width_px, raster->height_px), raster);
}
