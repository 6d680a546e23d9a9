#include "room.h"

#define BODY "Words.\n"
#define FULL "caption: c, credit: d, alt: e"

static const struct picture *picture_of(const struct story *story, guint index)
{
	g_assert_cmpuint(index, <, story->pictures->len);
	return g_ptr_array_index(story->pictures, index);
}

static void test_fields(struct room *room, gconstpointer data)
{
	const struct story *story;
	const struct picture *picture;

	room_jpeg(room, ROOM_DAY "photos/p.jpg", 64, 48);
	room_jpeg(room, ROOM_DAY "politics/q.jpg", 10, 20);
	story = room_try(room,
			 "headline: x\n"
			 "photos:\n"
			 "  - {file: ../photos/p.jpg, " FULL
			 ", focus: [0.25, 1], crop: none, columns: 3, looks: ahead, must: true}\n"
			 "  - {file: q.jpg, " FULL
			 ", crop: [0, 0.5, 1, 0.5], columns: {min: 2, max: 4}, role: mugshot}\n"
			 "  - {file: ./q.jpg, " FULL "}\n",
			 BODY);
	room_silent(room);
	picture = picture_of(story, 0);
	g_assert_cmpstr(picture->file, ==, "photos/p.jpg");
	g_assert_true(picture->usable);
	g_assert_cmpint(picture->facts.width_px, ==, 64);
	g_assert_cmpint(picture->facts.height_px, ==, 48);
	g_assert_cmpint(picture->focus_x, ==, 16384);
	g_assert_cmpint(picture->focus_y, ==, 65536);
	g_assert_cmpint(picture->crop, ==, CROP_NONE);
	g_assert_cmpint(picture->columns_min, ==, 3);
	g_assert_cmpint(picture->columns_max, ==, 3);
	g_assert_cmpint(picture->looks, ==, LOOKS_AHEAD);
	g_assert_cmpint(picture->role, ==, PICTURE_MAIN);
	g_assert_true(picture->must);
	g_assert_cmpstr(picture->caption.text, ==, "c");
	g_assert_cmpint(picture->place.line, ==, 4);
	picture = picture_of(story, 1);
	g_assert_cmpint(picture->crop, ==, CROP_FIXED);
	g_assert_cmpint(picture->fixed_part.top, ==, 32768);
	g_assert_cmpint(picture->columns_max, ==, 4);
	g_assert_cmpint(picture->role, ==, PICTURE_MUGSHOT);
	picture = picture_of(story, 2);
	g_assert_cmpstr(picture->file, ==, "politics/q.jpg");
	g_assert_cmpint(picture->role, ==, PICTURE_INSET);
	g_assert_cmpint(picture->focus_x, ==, 32768);
	g_assert_cmpint(picture->columns_min, ==, 0);
}

static void test_wrong_values(struct room *room, gconstpointer data)
{
	const struct story *story;

	room_jpeg(room, ROOM_DAY "politics/q.jpg", 10, 20);
	story = room_try(room,
			 "headline: x\nphotos:\n"
			 "  - {file: q.jpg, " FULL ", focus: [0.5], crop: [0, 0, 2, 1], columns: none}\n"
			 "  - {file: q.jpg, " FULL
			 ", focus: [1.5, 0], crop: [0.5, 0, 0.6, 1], columns: {min: 3, max: 2}}\n"
			 "  - {file: q.jpg, " FULL ", looks: leftt, role: big, focus: x}\n"
			 "  - {" FULL "}\n",
			 BODY);
	g_assert_cmpint(story->fate, ==, FATE_TO_PLACE);
	g_assert_cmpuint(story->pictures->len, ==, 3);
	room_told(room, "a.md:4:57: error: focus: write two numbers from 0 to 1");
	room_told(room, "crop: write allowed, none, or [x, y, width, height]");
	room_told(room, "columns: write a number of columns, or {min: 2, max: 4}; it is passed over");
	room_told(room, "a.md:6:57: error: looks: 'leftt' is not one of left, right, ahead; it is passed "
			"over; did you mean 'left'?");
	room_told(room, "a.md:7:5: error: 'file' is missing");
	room_exits(room, 3);
}

static void test_not_usable(struct room *room, gconstpointer data)
{
	const struct story *story;
	g_autofree char *link = g_build_filename(room->path, ROOM_DAY "politics/link.jpg", NULL);

	room_jpeg(room, "outside.jpg", 10, 10);
	room_put(room, ROOM_DAY "politics/text.jpg", "no picture");
	room_put(room, ROOM_DAY "politics/empty.jpg", "");
	g_assert_cmpint(symlink("../../outside.jpg", link), ==, 0);
	story = room_try(room,
			 "headline: x\nphotos:\n"
			 "  - {file: none.jpg}\n"
			 "  - {file: text.jpg}\n"
			 "  - {file: empty.jpg}\n"
			 "  - {file: link.jpg}\n"
			 "  - {file: ../../outside.jpg}\n"
			 "  - {file: /etc/passwd}\n"
			 "  - {file: ../politics}\n",
			 BODY);
	room_told(room, "a.md:4:12: error: 'politics/none.jpg' is not there: the story is set without it");
	room_told(room, "a.md:5:12: error: 'politics/text.jpg' cannot be used");
	room_told(room, "a.md:6:12: error: 'politics/empty.jpg' cannot be used");
	room_told(room, "a.md:7:12: error: 'politics/link.jpg' leads out of the edition folder");
	room_told(room, "a.md:8:12: error: '../../outside.jpg' leads out of the edition folder");
	room_told(room, "a.md:9:12: error: '/etc/passwd' leads out of the edition folder");
	room_told(room, "a.md:10:12: error: 'politics' is a folder");
	room_exits(room, 3);
	g_assert_cmpint(story->fate, ==, FATE_TO_PLACE);
	for (guint i = 0; i < story->pictures->len; i++)
		g_assert_false(picture_of(story, i)->usable);
}

static void test_missing_words(struct room *room, gconstpointer data)
{
	const struct story *story;

	room_jpeg(room, ROOM_DAY "politics/q.jpg", 10, 20);
	story = room_try(
		room, "headline: |\n  Two\n  lines\nphotos: [{file: q.jpg}, {file: q.jpg, role: mugshot}]\n",
		BODY);
	room_told(room, "a.md:5:17: warning: 'politics/q.jpg' has no alt text for readers who cannot see it: "
			"add 'alt:'");
	room_told(room, "a.md:5:17: warning: 'politics/q.jpg' has no caption");
	room_told(room, "a.md:5:17: warning: 'politics/q.jpg' names nobody who made it: add 'credit:'");
	g_assert_cmpuint(room->diag->messages->len, ==, 4);
	g_assert_cmpstr(picture_of(story, 0)->alt, ==, "Photograph: Two lines");
	room_exits(room, 0);
	story = room_try(
		room, "headline: Phà\nlanguage: vi\nphotos: [{file: q.jpg, caption: c, credit: d}]\n", BODY);
	g_assert_cmpstr(picture_of(story, 0)->alt, ==, "Ảnh: Phà");
}

/* What the front matter omits is in the file's own fields. */
static void test_metadata(struct room *room, gconstpointer data)
{
	static const char xmp[] =
		"http://ns.adobe.com/xap/1.0/\0"
		"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
		"xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
		"<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' "
		"xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' "
		"xmlns:Iptc4xmpCore='http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'>"
		"<photoshop:Credit>RRP/An</photoshop:Credit>"
		"<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>A "
		"ferry.</rdf:li></rdf:Alt></dc:description>"
		"<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang='x-default'>White "
		"ship</rdf:li></rdf:Alt>"
		"</Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>";
	const struct story *story;
	g_autofree char *path = g_build_filename(room->path, ROOM_DAY "politics/q.jpg", NULL);
	g_autofree char *jpeg = NULL;
	g_autoptr(GByteArray) with = g_byte_array_new();
	guint8 head[4] = {0xFF, 0xE1, (sizeof xmp + 1) >> 8, (sizeof xmp + 1) & 0xFF};
	gsize length;

	room_jpeg(room, ROOM_DAY "politics/q.jpg", 10, 20);
	g_assert_true(g_file_get_contents(path, &jpeg, &length, NULL));
	g_byte_array_append(with, (const guint8 *)jpeg, 2);
	g_byte_array_append(with, head, 4);
	g_byte_array_append(with, (const guint8 *)xmp, sizeof xmp - 1);
	g_byte_array_append(with, (const guint8 *)jpeg + 2, (guint)length - 2);
	room_put_bytes(room, ROOM_DAY "politics/q.jpg", (const char *)with->data, with->len);
	story = room_try(room, "headline: x\nphotos: [{file: q.jpg, credit: Desk}]\n", BODY);
	room_silent(room);
	g_assert_cmpstr(picture_of(story, 0)->caption.text, ==, "A ferry.");
	g_assert_cmpstr(picture_of(story, 0)->credit.text, ==, "Desk");
	g_assert_cmpstr(picture_of(story, 0)->alt, ==, "White ship");
}

static void test_read(struct room *room, gconstpointer data)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) mine = NULL, house = NULL;

	room_jpeg(room, ROOM_DAY "politics/q.jpg", 10, 20);
	room_jpeg(room, "house/tea.jpg", 10, 20);
	room_try(room, "headline: x\n", BODY);
	mine = edition_read(room->edition, "politics/q.jpg", &error);
	g_assert_no_error(error);
	house = edition_read(room->edition, "../house/tea.jpg", &error);
	g_assert_no_error(error);
	g_assert_true(g_bytes_equal(mine, house));
	g_assert_null(edition_read(room->edition, "../../etc/passwd", &error));
	g_assert_error(error, FOLDER_ERROR, FOLDER_ERROR_ESCAPES);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ROOM_TEST("/pictures/fields", test_fields);
	ROOM_TEST("/pictures/wrong-values", test_wrong_values);
	ROOM_TEST("/pictures/not-usable", test_not_usable);
	ROOM_TEST("/pictures/missing-words", test_missing_words);
	ROOM_TEST("/pictures/metadata", test_metadata);
	ROOM_TEST("/pictures/read", test_read);
	return g_test_run();
}
