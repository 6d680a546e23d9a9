#include "makeup/code.h"

#include <qrencode.h>

struct code *code_new(const char *link)
{
	QRcode *made = QRcode_encodeString8bit(link, 0, QR_ECLEVEL_M);
	struct code *code;

	if (made == NULL)
		return NULL;
	code = g_new0(struct code, 1);
	code->side = made->width;
	code->cells = g_new0(guint8, (gsize)made->width * (gsize)made->width);
	for (int i = 0; i < made->width * made->width; i++)
		code->cells[i] = made->data[i] & 1;
	QRcode_free(made);
	return code;
}

void code_free(struct code *code)
{
	if (code == NULL)
		return;
	g_free(code->cells);
	g_free(code);
}
