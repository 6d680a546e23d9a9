#include "photo/jpeg_trouble.h"

#include <jerror.h>

static void jump_back(j_common_ptr cinfo)
{
	struct jpeg_trouble *trouble = (struct jpeg_trouble *)cinfo->err;

	cinfo->err->format_message(cinfo, trouble->text);
	longjmp(trouble->back, 1);
}

static gboolean loses_picture(int warning)
{
	return warning == JWRN_JPEG_EOF || warning == JWRN_HIT_MARKER || warning == JWRN_HUFF_BAD_CODE ||
	       warning == JWRN_MUST_RESYNC || warning == JWRN_ARITH_BAD_CODE ||
	       warning == JWRN_BOGUS_PROGRESSION;
}

static void message(j_common_ptr cinfo, int level)
{
	if (level < 0 && loses_picture(cinfo->err->msg_code))
		jump_back(cinfo);
}

static void say_nothing(j_common_ptr cinfo)
{
	(void)cinfo;
}

struct jpeg_error_mgr *jpeg_trouble_catch(struct jpeg_trouble *trouble)
{
	jpeg_std_error(&trouble->manager);
	trouble->manager.error_exit = jump_back;
	trouble->manager.emit_message = message;
	trouble->manager.output_message = say_nothing;
	return &trouble->manager;
}

void jpeg_trouble_say(const struct jpeg_trouble *trouble, GError **error)
{
	g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
		    "the JPEG is broken (%s): fetch the original again", trouble->text);
}
