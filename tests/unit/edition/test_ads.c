#include "room.h"

static void day(struct room *room, const char *edition_yaml)
{
	room_jpeg(room, ROOM_DAY "ads/tea.jpg", 30, 60);
	room_put(room, ROOM_DAY "edition.yaml", edition_yaml);
	room_story(room, "politics/a.md", "headline: x\n", "Words.\n");
	room_load(room);
}

static const struct ad *ad_of(const struct room *room, guint index)
{
	g_assert_cmpuint(index, <, room->edition->ads->len);
	return g_ptr_array_index(room->edition->ads, index);
}

static void test_fields(struct room *room, gconstpointer data)
{
	const struct ad *ad;

	day(room, "ads:\n  - {id: tea, file: ads/tea.jpg, size: 3x30, page: 7, at: bottom-right, alt: Tea, "
		  "url: \"https://example.org\", label: Paid}\n");
	room_silent(room);
	ad = ad_of(room, 0);
	g_assert_cmpstr(ad->id, ==, "tea");
	g_assert_true(ad->usable);
	g_assert_cmpint(ad->facts.height_px, ==, 60);
	g_assert_cmpint(ad->size, ==, AD_CELLS);
	g_assert_cmpint(ad->columns, ==, 3);
	g_assert_cmpint(ad->rows, ==, 30);
	g_assert_cmpstr(ad->page, ==, "7");
	g_assert_cmpint(ad->at, ==, CORNER_BOTTOM_RIGHT);
	g_assert_cmpstr(ad->url, ==, "https://example.org");
	g_assert_cmpstr(ad->label, ==, "Paid");
	g_assert_false(ad->filler);
}

static void test_sizes(struct room *room, gconstpointer data)
{
	static const struct {
		const char *text;
		enum ad_size size;
	} good[] = {{"2x5", AD_CELLS},	 {"2 × 5", AD_CELLS}, {"152x111mm", AD_MM}, {"152.5x111mm", AD_MM},
		    {"1/4", AD_QUARTER}, {"1/2", AD_HALF},    {"full", AD_FULL}};
	static const char *const bad[] = {"3x",	 "x3",	 "0x5",	  "2x5cm", "2.5x5", "1/3",
					  "big", "-1x5", "2x5x5", "1e9x5", "99x5"};

	for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
		g_autofree char *yaml = g_strdup_printf(
			"ads: [{id: a, file: ads/tea.jpg, alt: x, size: %s}]\n", good[i].text);
		day(room, yaml);
		room_silent(room);
		g_assert_cmpint(ad_of(room, 0)->size, ==, good[i].size);
	}
	for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autofree char *yaml =
			g_strdup_printf("ads: [{id: a, file: ads/tea.jpg, alt: x, size: %s}]\n", bad[i]);
		day(room, yaml);
		room_told(room, "edition.yaml:1:48: fatal: size: '");
		room_exits(room, 65);
	}
}

static void test_house_ads(struct room *room, gconstpointer data)
{
	room_jpeg(room, "house/tea.jpg", 30, 60);
	room_jpeg(room, "2026-11-22/own.jpg", 30, 60);
	room_put(room, "paper.yaml",
		 "name: The Post\nfillers:\n  - {file: house/tea.jpg, size: 5x12, alt: Tea}\n"
		 "  - {file: house/tea.jpg, size: 1x20, alt: Tea}\n");
	day(room, "date: 2026-11-22\n");
	room_silent(room);
	g_assert_cmpstr(ad_of(room, 0)->file, ==, "../house/tea.jpg");
	g_assert_true(ad_of(room, 0)->filler);
	g_assert_true(ad_of(room, 0)->usable);
	g_assert_cmpstr(ad_of(room, 0)->id, ==, "tea");
	g_assert_cmpstr(ad_of(room, 1)->id, ==, "tea-2");
	day(room, "fillers: [{file: own.jpg, size: full, alt: Own}]\n");
	room_silent(room);
	g_assert_cmpuint(room->edition->ads->len, ==, 1);
	g_assert_cmpstr(ad_of(room, 0)->file, ==, "own.jpg");
}

static void test_faults(struct room *room, gconstpointer data)
{
	day(room, "ads: [{id: a, file: ads/none.jpg, size: 1/4, alt: x}]\n");
	room_told(room, "edition.yaml:1:21: error: the ad 'ads/none.jpg' cannot be read: its room goes to a "
			"house ad");
	room_exits(room, 3);
	g_assert_false(ad_of(room, 0)->usable);
	day(room, "ads: [{id: a, file: politics/a.md, size: 1/4, alt: x}]\n");
	room_told(room, "the ad 'politics/a.md' cannot be used");
	room_exits(room, 3);
	day(room, "ads: [{id: a, file: ../tea.jpg, size: 1/4, alt: x}]\n");
	room_told(room, "edition.yaml:1:21: fatal: '../tea.jpg' leads out of the folder");
	room_exits(room, 65);
	day(room, "ads: [{id: a, file: ads/tea.jpg, size: 1/4}]\n");
	room_told(room, "warning: the ad 'a' has no alt text");
	g_assert_cmpstr(ad_of(room, 0)->alt, ==, "Advertisement: a");
	room_exits(room, 0);
	day(room, "ads: [{id: a, file: ads/tea.jpg, alt: x, size: 1/4, url: \"javascript:x\"}]\n");
	room_told(room, "edition.yaml:1:58: error: url:");
	g_assert_null(ad_of(room, 0)->url);
	day(room, "ads: [{id: a, file: ads/tea.jpg, alt: x, size: 1/4}, {id: a, file: ads/tea.jpg, alt: x, "
		  "size: 1/4}]\n");
	room_told(room, "edition.yaml:1:54: fatal: id: two ads are called 'a': give each its own id");
	day(room, "ads: [{file: ads/tea.jpg}]\n");
	room_told(room, "edition.yaml:1:7: fatal: 'id' is missing: add 'id:'");
	room_told(room, "'size' is missing");
	day(room, "ads: [{id: a, file: ads/tea.jpg, alt: x, size: 1/4, section: Sport}]\n");
	room_told(room, "the ad 'a' asks for the section 'Sport', which the paper has not");
	room_exits(room, 65);
}

static void test_rules(struct room *room, gconstpointer data)
{
#define FRONT_AD "ads: [{id: a, file: ads/tea.jpg, alt: x, size: 1/4, page: 1}]\n"
	day(room, FRONT_AD);
	room_told(room, "edition.yaml:1:7: fatal: the ad 'a' stands on page 1");
	room_exits(room, 65);
	day(room, FRONT_AD "rules: {front_page_ads: warning}\n");
	room_told(room, "edition.yaml:1:7: warning: the ad 'a' stands on page 1");
	room_exits(room, 0);
	day(room, FRONT_AD
	    "rules: {front_page_ads: allowed, ad_share: {max: 25%, over: error}, ad_mark: Quảng cáo}\n");
	room_silent(room);
	g_assert_true(room->edition->rules.front_page_ads_allowed);
	g_assert_cmpint(room->edition->rules.ad_share_max, ==, 25);
	g_assert_cmpint(room->edition->rules.ad_share_over, ==, DIAG_ERROR);
	g_assert_cmpstr(room->edition->rules.ad_mark, ==, "Quảng cáo");
	day(room, "rules: {ad_share: {max: a third}}\n");
	room_told(room, "edition.yaml:1:25: fatal: max: 'a third' is no share");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ROOM_TEST("/ads/fields", test_fields);
	ROOM_TEST("/ads/sizes", test_sizes);
	ROOM_TEST("/ads/house-ads", test_house_ads);
	ROOM_TEST("/ads/faults", test_faults);
	ROOM_TEST("/ads/rules", test_rules);
	return g_test_run();
}
