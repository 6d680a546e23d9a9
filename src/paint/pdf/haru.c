#include "paint/pdf/haru.h"

#include <hpdf.h>
#include <hpdf_utils.h>
#include <libdeflate.h>
#include <string.h>

#include "paint/painter.h"

/* libharu keeps offsets in 32 bits and clamps them without a word. */
#define HARU_BYTES_MAX	   2000000000u
#define HARU_DEFLATE_LEVEL 6
#define HARU_PAGES_IN_NODE 32

struct haru {
	HPDF_Doc document;
	GPtrArray *dicts; /* HPDF_Dict by object number; NULL where it is none of ours */
	struct libdeflate_compressor *compressor;
	GString *catalog;
	int info;
	char *fault; /* the first one */
};

/* ---- faults ---- */

static void haru_fault(struct haru *haru, const char *what)
{
	if (haru->fault == NULL)
		haru->fault = g_strdup_printf("libharu failed at %s (error 0x%04lx, %lu)", what,
					      (unsigned long)haru->document->error.error_no,
					      (unsigned long)haru->document->error.detail_no);
}

/* Low-level calls fail without telling the error handler, so every return is looked at. */
static void haru_check(struct haru *haru, HPDF_STATUS status, const char *what)
{
	if (status != HPDF_OK || haru->document->error.error_no != HPDF_NOERROR)
		haru_fault(haru, what);
}

static void quiet(HPDF_STATUS error_no, HPDF_STATUS detail_no, void *self)
{
}

/* ---- raw entries: our text instead of libharu's typed ones ---- */

static HPDF_STATUS entries_write(HPDF_Dict dict, HPDF_Stream stream)
{
	const GString *entries = dict->attr;
	if (entries->len == 0)
		return HPDF_OK;
	return HPDF_Stream_Write(stream, (const HPDF_BYTE *)entries->str, (HPDF_UINT)entries->len);
}

static void entries_free(HPDF_Dict dict)
{
	if (dict->attr != NULL)
		g_string_free(dict->attr, TRUE);
	dict->attr = NULL;
}

static void entries_attach(HPDF_Dict dict)
{
	dict->attr = g_string_new(NULL);
	dict->write_fn = entries_write;
	dict->free_fn = entries_free;
}

static int object_number(const HPDF_Dict dict)
{
	return (int)(dict->header.obj_id & 0x00FFFFFF);
}

static int haru_keep(struct haru *haru, HPDF_Dict dict)
{
	int number = object_number(dict);
	if (haru->dicts->len <= (guint)number)
		g_ptr_array_set_size(haru->dicts, number + 1);
	haru->dicts->pdata[number] = dict;
	return number;
}

static HPDF_Dict haru_object(struct haru *haru, int object)
{
	g_assert(object > 0 && (guint)object < haru->dicts->len && haru->dicts->pdata[object] != NULL);
	return haru->dicts->pdata[object];
}

/* ---- streams that are pulled when the file is written ---- */

struct pull {
	GBytes *bytes;
	gsize at;
};

static HPDF_STATUS pull_read(HPDF_Stream stream, HPDF_BYTE *buffer, HPDF_UINT *length)
{
	struct pull *pull = stream->attr;
	gsize size;
	const guint8 *bytes = g_bytes_get_data(pull->bytes, &size);
	gsize asked = *length, given = MIN(asked, size - pull->at);
	if (given > 0)
		memcpy(buffer, bytes + pull->at, given);
	pull->at += given;
	*length = (HPDF_UINT)given;
	return given < asked ? HPDF_STREAM_EOF : HPDF_OK;
}

static HPDF_STATUS pull_seek(HPDF_Stream stream, HPDF_INT position, HPDF_WhenceMode mode)
{
	struct pull *pull = stream->attr;
	if (mode != HPDF_SEEK_SET || position < 0 || (gsize)position > g_bytes_get_size(pull->bytes))
		return HPDF_INVALID_PARAMETER;
	pull->at = (gsize)position;
	return HPDF_OK;
}

static HPDF_INT32 pull_tell(HPDF_Stream stream)
{
	return (HPDF_INT32)((struct pull *)stream->attr)->at;
}

static HPDF_UINT32 pull_size(HPDF_Stream stream)
{
	return (HPDF_UINT32)g_bytes_get_size(((struct pull *)stream->attr)->bytes);
}

static void pull_free(HPDF_Stream stream)
{
	struct pull *pull = stream->attr;
	if (pull != NULL)
		g_bytes_unref(pull->bytes);
	g_free(pull);
	stream->attr = NULL;
}

/* The dictionary's stream becomes these bytes. */
static void stream_pull(struct haru *haru, HPDF_Dict dict, GBytes *bytes)
{
	if (g_bytes_get_size(bytes) > HARU_BYTES_MAX) {
		haru_fault(haru, "a stream of more than 2,000,000,000 bytes");
		return;
	}
	struct pull *pull = g_new0(struct pull, 1);
	HPDF_Stream stream = HPDF_CallbackReader_New(haru->document->mmgr, pull_read, pull_seek, pull_tell,
						     pull_size, pull);
	if (stream == NULL) {
		g_free(pull);
		haru_fault(haru, "a stream");
		return;
	}
	pull->bytes = g_bytes_ref(bytes);
	stream->free_fn = pull_free;
	stream->size = (HPDF_UINT)g_bytes_get_size(bytes);
	HPDF_Stream_Free(dict->stream);
	dict->stream = stream;
}

/* ---- objects ---- */

int haru_dict(struct haru *haru)
{
	HPDF_Dict dict = HPDF_Dict_New(haru->document->mmgr);
	if (dict == NULL)
		g_error("libharu has no memory for an object");
	entries_attach(dict);
	haru_check(haru, HPDF_Xref_Add(haru->document->xref, dict), "an object");
	return haru_keep(haru, dict);
}

int haru_stream(struct haru *haru, GBytes *bytes)
{
	HPDF_Dict dict = HPDF_DictStream_New(haru->document->mmgr, haru->document->xref);
	if (dict == NULL)
		g_error("libharu has no memory for a stream");
	entries_attach(dict);
	stream_pull(haru, dict, bytes);
	return haru_keep(haru, dict);
}

GBytes *haru_deflate(struct haru *haru, const void *bytes, gsize length)
{
	gsize room = libdeflate_zlib_compress_bound(haru->compressor, length);
	guint8 *packed = g_malloc(room);
	gsize size = libdeflate_zlib_compress(haru->compressor, bytes, length, packed, room);
	return g_bytes_new_take(g_realloc(packed, size), size);
}

int haru_stream_deflated(struct haru *haru, const void *bytes, gsize length)
{
	g_autoptr(GBytes) packed = haru_deflate(haru, bytes, length);
	int object = haru_stream(haru, packed);
	g_string_append(haru_entries(haru, object), "/Filter/FlateDecode");
	return object;
}

GString *haru_entries(struct haru *haru, int object)
{
	return haru_object(haru, object)->attr;
}

void haru_put_reference(GString *out, int object)
{
	g_string_append_printf(out, " %d 0 R", object);
}

GString *haru_catalog(struct haru *haru)
{
	return haru->document->catalog->attr;
}

void haru_info(struct haru *haru, int object)
{
	haru->info = object;
}

/* ---- pages ---- */

static void page_set_size(struct haru *haru, HPDF_Page page, int64_t width_mpt, int64_t height_mpt)
{
	haru_check(haru, HPDF_Page_SetWidth(page, (HPDF_REAL)width_mpt / 1000), "the width of a page");
	haru_check(haru, HPDF_Page_SetHeight(page, (HPDF_REAL)height_mpt / 1000), "the height of a page");
}

int haru_page(struct haru *haru, int64_t width_mpt, int64_t height_mpt)
{
	HPDF_Page page = HPDF_AddPage(haru->document);
	if (page == NULL) {
		haru_fault(haru, "a page");
		return haru_dict(haru);
	}
	page_set_size(haru, page, width_mpt, height_mpt);
	return haru_keep(haru, page);
}

void haru_page_number(struct haru *haru, int page, const char *key, int value)
{
	haru_check(haru, HPDF_Dict_AddNumber(haru_object(haru, page), key, value), "a number of a page");
}

void haru_page_name(struct haru *haru, int page, const char *key, const char *name)
{
	haru_check(haru, HPDF_Dict_AddName(haru_object(haru, page), key, name), "a name of a page");
}

void haru_page_annotation(struct haru *haru, int page, int annotation)
{
	HPDF_Dict dict = haru_object(haru, page);
	HPDF_Array annotations = HPDF_Dict_GetItem(dict, "Annots", HPDF_OCLASS_ARRAY);
	if (annotations == NULL) {
		annotations = HPDF_Array_New(haru->document->mmgr);
		haru_check(haru, HPDF_Dict_Add(dict, "Annots", annotations), "the links of a page");
	}
	haru_check(haru, HPDF_Array_Add(annotations, haru_object(haru, annotation)), "a link of a page");
}

void haru_page_contents(struct haru *haru, int page, const GString *contents)
{
	if (haru->fault != NULL)
		return;
	HPDF_PageAttr attr = haru_object(haru, page)->attr;
	g_autoptr(GBytes) packed = haru_deflate(haru, contents->str, contents->len);
	entries_attach(attr->contents);
	g_string_append(attr->contents->attr, "/Filter/FlateDecode");
	stream_pull(haru, attr->contents, packed);
	attr->stream = attr->contents->stream;
}

const char *haru_page_font(struct haru *haru, int page, int font)
{
	const char *name = NULL;
	if (haru->fault == NULL)
		name = HPDF_Page_GetLocalFontName(haru_object(haru, page), haru_object(haru, font));
	if (name == NULL)
		haru_fault(haru, "a font of a page");
	return name != NULL ? name : "F0";
}

const char *haru_page_picture(struct haru *haru, int page, int picture)
{
	HPDF_Dict dict = haru_object(haru, picture);
	dict->header.obj_class |= HPDF_OSUBCLASS_XOBJECT;
	const char *name = NULL;
	if (haru->fault == NULL)
		name = HPDF_Page_GetXObjectName(haru_object(haru, page), dict);
	if (name == NULL)
		haru_fault(haru, "a picture of a page");
	return name != NULL ? name : "X0";
}

/* ---- the file ---- */

struct outflow {
	GByteArray *bytes;
	GChecksum *digest;
	gboolean too_large;
};

static HPDF_STATUS outflow_write(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
	struct outflow *outflow = stream->attr;
	if (outflow->bytes->len + (guint64)length > HARU_BYTES_MAX) {
		outflow->too_large = TRUE;
		return HPDF_SetError(stream->error, HPDF_FILE_IO_ERROR, 0);
	}
	g_byte_array_append(outflow->bytes, bytes, length);
	g_checksum_update(outflow->digest, bytes, (gssize)length);
	return HPDF_OK;
}

/* All of the file but its trailer is written when this is called. */
static HPDF_STATUS trailer_identify(HPDF_Dict trailer)
{
	const struct outflow *outflow = trailer->attr;
	guint8 digest[16];
	gsize length = sizeof digest;
	/* A copy, for the trailer itself comes after and a read digest takes no more. */
	g_autoptr(GChecksum) so_far = g_checksum_copy(outflow->digest);
	g_checksum_get_digest(so_far, digest, &length);
	HPDF_Array id = HPDF_Array_New(trailer->mmgr);
	if (id == NULL)
		return HPDF_FAILD_TO_ALLOC_MEM;
	for (int i = 0; i < 2; i++)
		HPDF_Array_Add(id, HPDF_Binary_New(trailer->mmgr, digest, sizeof digest));
	return HPDF_Dict_Add(trailer, "ID", id);
}

static void haru_write_objects(struct haru *haru, struct outflow *outflow)
{
	HPDF_Doc document = haru->document;
	HPDF_Stream stream = HPDF_CallbackWriter_New(document->mmgr, outflow_write, outflow);
	if (stream == NULL) {
		haru_fault(haru, "opening the writer");
		return;
	}
	document->trailer->attr = outflow;
	document->trailer->before_write_fn = trailer_identify;
	haru_check(haru, HPDF_Stream_WriteStr(stream, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), "the first line");
	haru_check(haru, HPDF_Dict_Add(document->trailer, "Root", document->catalog), "the trailer");
	if (haru->info != 0)
		haru_check(haru, HPDF_Dict_Add(document->trailer, "Info", haru_object(haru, haru->info)),
			   "the trailer");
	if (haru->fault == NULL)
		haru_check(haru, HPDF_Xref_WriteToStream(document->xref, stream, NULL),
			   "writing the objects");
	document->trailer->before_write_fn = NULL;
	document->trailer->attr = NULL;
	HPDF_Stream_Free(stream);
}

GBytes *haru_write(struct haru *haru, GError **error)
{
	struct outflow outflow = {g_byte_array_new(), g_checksum_new(G_CHECKSUM_MD5), FALSE};
	haru_write_objects(haru, &outflow);
	g_checksum_free(outflow.digest);
	if (haru->fault == NULL)
		return g_byte_array_free_to_bytes(outflow.bytes);
	g_byte_array_unref(outflow.bytes);
	if (outflow.too_large)
		g_set_error(error, PAINT_ERROR, PAINT_ERROR_TOO_LARGE,
			    "the edition would be larger than 2,000,000,000 bytes: ask for fewer pages or "
			    "smaller "
			    "photographs");
	else
		g_set_error_literal(error, PAINT_ERROR, PAINT_ERROR_LIBRARY, haru->fault);
	return NULL;
}

/* ---- the document ---- */

const char *haru_library_version(void)
{
	return HPDF_GetVersion();
}

struct haru *haru_new(GError **error)
{
	if (strcmp(HPDF_GetVersion(), HPDF_VERSION_TEXT) != 0) {
		g_set_error(error, PAINT_ERROR, PAINT_ERROR_LIBRARY,
			    "libharu is version %s but anban was built with %s, whose structs differ: "
			    "rebuild anban",
			    HPDF_GetVersion(), HPDF_VERSION_TEXT);
		return NULL;
	}
	struct haru *haru = g_new0(struct haru, 1);
	haru->document = HPDF_New(quiet, NULL);
	if (haru->document == NULL)
		g_error("libharu has no memory for a document");
	haru->dicts = g_ptr_array_new();
	haru->compressor = libdeflate_alloc_compressor(HARU_DEFLATE_LEVEL);
	entries_attach(haru->document->catalog);
	haru_check(haru, HPDF_SetPagesConfiguration(haru->document, HARU_PAGES_IN_NODE), "the page tree");
	return haru;
}

void haru_free(struct haru *haru)
{
	if (haru == NULL)
		return;
	HPDF_Free(haru->document);
	libdeflate_free_compressor(haru->compressor);
	g_ptr_array_unref(haru->dicts);
	g_free(haru->fault);
	g_free(haru);
}
