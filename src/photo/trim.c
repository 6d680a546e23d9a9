#include "photo/trim.h"

#include <stdlib.h>
#include <string.h>

#include "photo/jpeg_trouble.h"

struct trimmer {
	struct jpeg_trouble trouble; /* of both */
	struct jpeg_decompress_struct from;
	struct jpeg_compress_struct to;
	unsigned char *bytes;
	unsigned long length;
	struct trim_part part; /* on borders */
};

/* How far `start` lies behind a border, or, as a negative number, before the
   next one; whichever is nearer. */
static int off_border(int start, int unit)
{
	int behind = start % unit;

	return behind <= unit / 2 ? behind : behind - unit;
}

static gboolean side_is_possible(int start, int length, int whole, int unit)
{
	int shift = off_border(start, unit);

	return ABS(shift) <= TRIM_SHIFT_PX && start - shift + length <= whole;
}

gboolean trim_is_possible(const struct envelope *envelope, const struct trim_part *part)
{
	return envelope->coefficient_bytes <= TRIM_LIMIT_COEFFICIENTS && envelope->mcu_width_px > 0 &&
	       side_is_possible(part->left, part->width_px, envelope->width_px, envelope->mcu_width_px) &&
	       side_is_possible(part->top, part->height_px, envelope->height_px, envelope->mcu_height_px);
}

static JDIMENSION blocks_for(int pixels, int sampling, int sampling_most)
{
	int unit = 8 * sampling_most;

	return (JDIMENSION)((pixels + unit - 1) / unit * sampling);
}

/* Arrays for the blocks that stay; asked for before the file is read, because
   libjpeg makes room for all at once. */
static jvirt_barray_ptr *arrays_request(struct trimmer *trimmer)
{
	struct jpeg_decompress_struct *from = &trimmer->from;
	j_common_ptr common = (j_common_ptr)from;
	gsize bytes = sizeof(jvirt_barray_ptr) * (gsize)from->num_components;
	jvirt_barray_ptr *arrays = from->mem->alloc_small(common, JPOOL_IMAGE, bytes);
	gboolean single = from->num_components == 1;

	for (int i = 0; i < from->num_components; i++) {
		const jpeg_component_info *component = &from->comp_info[i];
		int across = single ? 1 : component->h_samp_factor,
		    down = single ? 1 : component->v_samp_factor;
		int across_most = single ? 1 : from->max_h_samp_factor,
		    down_most = single ? 1 : from->max_v_samp_factor;
		arrays[i] = from->mem->request_virt_barray(
			common, JPOOL_IMAGE, FALSE, blocks_for(trimmer->part.width_px, across, across_most),
			blocks_for(trimmer->part.height_px, down, down_most), (JDIMENSION)down);
	}
	return arrays;
}

static void blocks_copy(struct trimmer *trimmer, jvirt_barray_ptr *whole, jvirt_barray_ptr *part)
{
	struct jpeg_decompress_struct *from = &trimmer->from;
	j_common_ptr common = (j_common_ptr)from;
	gboolean single = from->num_components == 1;

	for (int i = 0; i < from->num_components; i++) {
		const jpeg_component_info *component = &from->comp_info[i];
		int across = single ? 1 : component->h_samp_factor,
		    down = single ? 1 : component->v_samp_factor;
		int across_most = single ? 1 : from->max_h_samp_factor,
		    down_most = single ? 1 : from->max_v_samp_factor;
		JDIMENSION columns = blocks_for(trimmer->part.width_px, across, across_most);
		JDIMENSION rows = blocks_for(trimmer->part.height_px, down, down_most);
		JDIMENSION x = (JDIMENSION)(trimmer->part.left / (8 * across_most) * across);
		JDIMENSION y = (JDIMENSION)(trimmer->part.top / (8 * down_most) * down);
		for (JDIMENSION row = 0; row < rows; row++) {
			JBLOCKARRAY source =
				from->mem->access_virt_barray(common, whole[i], y + row, 1, FALSE);
			JBLOCKARRAY target = from->mem->access_virt_barray(common, part[i], row, 1, TRUE);
			memcpy(target[0], source[0] + x, columns * sizeof(JBLOCK));
		}
	}
}

static gboolean run(struct trimmer *trimmer, GBytes *file)
{
	struct jpeg_decompress_struct *from = &trimmer->from;
	struct jpeg_compress_struct *to = &trimmer->to;
	jvirt_barray_ptr *whole, *part;
	gsize length;
	const guint8 *data = g_bytes_get_data(file, &length);

	from->err = to->err = jpeg_trouble_catch(&trimmer->trouble);
	if (setjmp(trimmer->trouble.back) != 0)
		return FALSE;
	jpeg_create_decompress(from);
	jpeg_create_compress(to);
	jpeg_mem_src(from, data, length);
	jpeg_mem_dest(to, &trimmer->bytes, &trimmer->length);
	jpeg_read_header(from, TRUE);
	part = arrays_request(trimmer);
	whole = jpeg_read_coefficients(from);
	blocks_copy(trimmer, whole, part);
	jpeg_copy_critical_parameters(from, to);
	/* One component has a grid of single blocks, whatever sampling its file names. */
	if (to->num_components == 1)
		to->comp_info[0].h_samp_factor = to->comp_info[0].v_samp_factor = 1;
	to->image_width = (JDIMENSION)trimmer->part.width_px;
	to->image_height = (JDIMENSION)trimmer->part.height_px;
	to->optimize_coding = TRUE;
	jpeg_simple_progression(to);
	jpeg_write_coefficients(to, part);
	jpeg_finish_compress(to);
	return TRUE;
}

GBytes *trim_jpeg(GBytes *file, const struct envelope *envelope, const struct trim_part *part, GError **error)
{
	g_autofree struct trimmer *trimmer = g_new0(struct trimmer, 1);
	gboolean done;

	trimmer->part = *part;
	trimmer->part.left -= off_border(part->left, envelope->mcu_width_px);
	trimmer->part.top -= off_border(part->top, envelope->mcu_height_px);
	done = run(trimmer, file);
	jpeg_destroy_compress(&trimmer->to);
	jpeg_destroy_decompress(&trimmer->from);
	if (done)
		return g_bytes_new_with_free_func(trimmer->bytes, trimmer->length, free, trimmer->bytes);
	free(trimmer->bytes);
	jpeg_trouble_say(&trimmer->trouble, error);
	return NULL;
}
