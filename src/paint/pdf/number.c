#include "paint/pdf/number.h"

#include <string.h>

int64_t number_mpt(fix length)
{
	return ((int64_t)length * 1000 + (length < 0 ? -FIX_PT / 2 : FIX_PT / 2)) / FIX_PT;
}

void number_put(GString *out, int64_t value, int decimals)
{
	char digits[24];
	int at = (int)sizeof digits;
	uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	gboolean begun = FALSE;
	for (int i = 0; i < decimals; i++, rest /= 10) {
		if (rest % 10 == 0 && !begun)
			continue;
		begun = TRUE;
		digits[--at] = (char)('0' + rest % 10);
	}
	if (begun)
		digits[--at] = '.';
	for (; rest > 0; rest /= 10)
		digits[--at] = (char)('0' + rest % 10);
	if (at == (int)sizeof digits)
		digits[--at] = '0';
	if (value < 0)
		g_string_append_c(out, '-');
	g_string_append_len(out, digits + at, (gssize)sizeof digits - at);
}

void number_put_mpt(GString *out, int64_t mpt)
{
	number_put(out, mpt, 3);
}

void number_put_list(GString *out, const int64_t *mpt, int count)
{
	for (int i = 0; i < count; i++) {
		number_put_mpt(out, mpt[i]);
		g_string_append_c(out, ' ');
	}
}

void number_put_name(GString *out, const char *name)
{
	g_string_append_c(out, '/');
	for (const char *c = name; *c != '\0'; c++) {
		if (g_ascii_isalnum(*c) || strchr("-_+.", *c) != NULL)
			g_string_append_c(out, *c);
		else
			g_string_append_printf(out, "#%02X", (guchar)*c);
	}
}

void number_put_bytes(GString *out, const void *bytes, gsize length)
{
	const char *c = bytes;
	g_string_append_c(out, '(');
	for (gsize i = 0; i < length; i++) {
		/* A bare carriage return would be read back as a line feed. */
		if (c[i] == '\r') {
			g_string_append(out, "\\r");
			continue;
		}
		if (c[i] == '(' || c[i] == ')' || c[i] == '\\')
			g_string_append_c(out, '\\');
		g_string_append_c(out, c[i]);
	}
	g_string_append_c(out, ')');
}

void number_put_utf16(GString *out, const char *text, gsize length)
{
	static const char digits[] = "0123456789ABCDEF";
	glong units = 0;
	g_autofree gunichar2 *utf16 = g_utf8_to_utf16(text, (glong)length, NULL, &units, NULL);
	for (glong i = 0; i < units; i++)
		for (int shift = 12; shift >= 0; shift -= 4)
			g_string_append_c(out, digits[utf16[i] >> shift & 15]);
}

static gboolean is_plain(const char *text)
{
	for (const char *c = text; *c != '\0'; c++)
		if (!g_ascii_isprint(*c))
			return FALSE;
	return TRUE;
}

void number_put_text(GString *out, const char *text)
{
	if (is_plain(text)) {
		number_put_bytes(out, text, strlen(text));
		return;
	}
	g_string_append(out, "<FEFF");
	number_put_utf16(out, text, strlen(text));
	g_string_append_c(out, '>');
}
