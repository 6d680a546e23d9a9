/*
 * nfc.h - text composed after Unicode's normal form C
 */
#ifndef BASE_NFC_H
#define BASE_NFC_H

#include <glib.h>

/* `text` is valid UTF-8. Time grows with its length, whatever stands in it. Caller frees. */
char *nfc_compose(const char *text);

#endif
