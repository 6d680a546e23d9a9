#include "paint/pdf/font_map.h"

#include <string.h>

#include "paint/pdf/number.h"

/* More entries in one block than this are not portable. */
#define BLOCK_MAX 100

static const struct font_code *code_at(const GPtrArray *codes, guint number)
{
	return g_ptr_array_index(codes, number);
}

static void put_widths_by_code(GString *out, const GPtrArray *codes)
{
	g_string_append(out, "[0[");
	for (guint i = 0; i < codes->len; i++)
		g_string_append_printf(out, i > 0 ? " %d" : "%d", code_at(codes, i)->width);
	g_string_append(out, "]]");
}

static int compare_glyphs(gconstpointer one, gconstpointer other)
{
	const struct font_code *a = *(struct font_code *const *)one, *b = *(struct font_code *const *)other;
	return a->glyph_in_subset < b->glyph_in_subset ? -1 : a->glyph_in_subset > b->glyph_in_subset;
}

static void put_widths_by_glyph(GString *out, const GPtrArray *codes)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_sized_new(codes->len);
	for (guint i = 0; i < codes->len; i++)
		g_ptr_array_add(sorted, codes->pdata[i]);
	g_ptr_array_sort(sorted, compare_glyphs);
	uint32_t next = UINT32_MAX;
	g_string_append_c(out, '[');
	for (guint i = 0; i < sorted->len; i++) {
		const struct font_code *code = code_at(sorted, i);
		if (code->glyph_in_subset + 1 == next)
			continue;
		if (code->glyph_in_subset == next)
			g_string_append_printf(out, " %d", code->width);
		else
			g_string_append_printf(out, "%s%u[%d", i > 0 ? "]" : "", code->glyph_in_subset,
					       code->width);
		next = code->glyph_in_subset + 1;
	}
	g_string_append(out, "]]");
}

void font_map_put_widths(GString *out, const GPtrArray *codes, gboolean by_glyph)
{
	if (by_glyph)
		put_widths_by_glyph(out, codes);
	else
		put_widths_by_code(out, codes);
}

void font_map_put_glyphs(GString *out, const GPtrArray *codes)
{
	for (guint i = 0; i < codes->len; i++) {
		uint32_t glyph = code_at(codes, i)->glyph_in_subset;
		g_string_append_c(out, (char)(glyph >> 8));
		g_string_append_c(out, (char)glyph);
	}
}

static void put_cmap_head(GString *out, const char *name, const char *ordering, int type)
{
	g_string_append_printf(out,
			       "/CIDInit/ProcSet findresource begin\n"
			       "12 dict begin\n"
			       "begincmap\n"
			       "/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 0>>def\n"
			       "/CMapName/%s def\n"
			       "/CMapType %d def\n"
			       "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n",
			       ordering, name, type);
}

static void put_cmap_foot(GString *out)
{
	g_string_append(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
}

static void put_encoding_line(GString *out, const struct font_code *code, guint number)
{
	g_string_append_printf(out, "<%04X>%u\n", number, code->glyph_in_subset);
}

/* The standards forbid these, and no reader can say them. */
static gboolean is_speakable(const char *text)
{
	for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
		gunichar character = g_utf8_get_char(c);
		if (character == 0xFEFF || (character & 0xFFFE) == 0xFFFE)
			return FALSE;
	}
	return *text != '\0';
}

static void put_unicode_line(GString *out, const struct font_code *code, guint number)
{
	g_string_append_printf(out, "<%04X><", number);
	if (!is_speakable(code->text))
		g_string_append(out, "200B");
	else
		number_put_utf16(out, code->text, strlen(code->text));
	g_string_append(out, ">\n");
}

/* Every code but 0, in blocks. */
static void put_blocks(GString *out, const GPtrArray *codes, const char *kind,
		       void (*put_line)(GString *out, const struct font_code *code, guint number))
{
	for (guint i = 1; i < codes->len; i += BLOCK_MAX) {
		guint end = MIN(codes->len, i + BLOCK_MAX);
		g_string_append_printf(out, "%u begin%s\n", end - i, kind);
		for (guint number = i; number < end; number++)
			put_line(out, code_at(codes, number), number);
		g_string_append_printf(out, "end%s\n", kind);
	}
}

void font_map_put_encoding(GString *out, const GPtrArray *codes)
{
	put_cmap_head(out, "Anban-Codes", "Identity", 1);
	put_blocks(out, codes, "cidchar", put_encoding_line);
	put_cmap_foot(out);
}

void font_map_put_unicode(GString *out, const GPtrArray *codes)
{
	put_cmap_head(out, "Adobe-Identity-UCS", "UCS", 2);
	put_blocks(out, codes, "bfchar", put_unicode_line);
	put_cmap_foot(out);
}

/* ---- CFF (Adobe Technical Note 5176) ---- */

struct span {
	const guint8 *bytes;
	gsize length;
};

static gsize number_at(struct span s, gsize at, int size)
{
	gsize number = 0;
	for (int i = 0; i < size; i++)
		number = number << 8 | s.bytes[at + (gsize)i];
	return number;
}

/* Takes an INDEX off the front of `rest` and sets `first` to its first entry; FALSE when it is damaged. */
static gboolean index_take(struct span *rest, struct span *first)
{
	if (rest->length < 2)
		return FALSE;
	gsize count = number_at(*rest, 0, 2);
	*first = (struct span){rest->bytes, 0};
	if (count == 0) {
		*rest = (struct span){rest->bytes + 2, rest->length - 2};
		return TRUE;
	}
	int size = rest->length > 2 ? rest->bytes[2] : 0;
	gsize data = 3 + (count + 1) * (gsize)size - 1;
	if (size < 1 || size > 4 || rest->length <= data)
		return FALSE;
	gsize start = number_at(*rest, 3, size), second = number_at(*rest, 3 + (gsize)size, size);
	gsize end = number_at(*rest, 3 + count * (gsize)size, size);
	if (start != 1 || second < start || end < second || end > rest->length - data)
		return FALSE;
	*first = (struct span){rest->bytes + data + start, second - start};
	*rest = (struct span){rest->bytes + data + end, rest->length - data - end};
	return TRUE;
}

/* Bytes of the operand that begins with `byte`; 0 for an operator. */
static gsize operand_length(struct span dict, gsize at)
{
	guint8 byte = dict.bytes[at];
	if (byte == 28)
		return 3;
	if (byte == 29)
		return 5;
	if (byte == 30) {
		gsize end = at + 1;
		while (end < dict.length && (dict.bytes[end] & 15) != 15)
			end++;
		return end - at + 1;
	}
	if (byte >= 247 && byte <= 254)
		return 2;
	return byte >= 32 ? 1 : 0;
}

static gboolean dict_has_ros(struct span dict)
{
	for (gsize at = 0; at < dict.length;) {
		gsize operand = operand_length(dict, at);
		if (operand == 0 && dict.bytes[at] == 12)
			return at + 1 < dict.length && dict.bytes[at + 1] == 30;
		/* ROS must come first, so any other operator answers too. */
		if (operand == 0)
			return FALSE;
		at += operand;
	}
	return FALSE;
}

gboolean font_map_cff_is_cid_keyed(const guint8 *bytes, gsize length)
{
	if (length < 4 || bytes[2] > length)
		return FALSE;
	struct span rest = {bytes + bytes[2], length - bytes[2]}, name, top;
	return index_take(&rest, &name) && index_take(&rest, &top) && dict_has_ros(top);
}
