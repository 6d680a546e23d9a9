#include "type/sense.h"

#include <string.h>

#define COST_NAME    14.0 /* Nguyễn | Hà */
#define COST_NEVER   12.0 /* the | ferry; các | tỉnh */
#define COST_DASH    10.0 /* a line that starts with a dash */
#define COST_WHOLE   9.0  /* phát | triển; Nguyễn | Hà */
#define COST_LEANING 1.5  /* will | open */
#define GAIN_PAUSE   0.7  /* behind a comma, colon or dash a turn is welcome */

static const char *const english_never[] = {
	"a",	   "an",     "the",	"of",	  "in",	   "on",    "at",    "to",     "for",	  "by",
	"from",	   "with",   "as",	"into",	  "over",  "under", "after", "before", "against", "between",
	"through", "during", "without", "within", "about", "amid",  "per",   "than",   "near",	  "and",
	"or",	   "but",    "nor",	"no",	  "not",   "its",   "his",   "her",    "their",	  "our",
	"your",	   "my",     "this",	"that",	  "these", "those", "if",    "is",     "are",	  "was",
	"were",	   "be",     "'s",	"–",	  "—",	   NULL,
};
static const char *const english_leaning[] = {
	"will", "would", "may",	  "might", "can",  "could", "must", "shall", "should", "has",
	"have", "had",	 "do",	  "does",  "did",  "more",  "most", "very",  "new",    "old",
	"up",	"out",	 "off",	  "down",  "says", "said",  "who",  "which", "when",   "where",
	"how",	"why",	 "what",  "every", "all",  "some",  "any",  "two",   "three",  "four",
	"five", "six",	 "seven", "eight", "nine", "ten",   NULL,
};
static const char *const vietnamese_never[] = {
	"con", "cái",	"người", "những", "các",  "của",   "và",    "với",  "được",  "bị",   "chiếc", "cuộc",
	"sự",  "việc",	"nỗi",	 "niềm",  "tờ",	  "cuốn",  "quyển", "căn",  "ngôi",  "tòa",  "toà",   "bức",
	"tấm", "một",	"mỗi",	 "mọi",	  "từng", "là",	   "thì",   "mà",   "để",    "cho",  "từ",    "tại",
	"ở",   "trong", "ngoài", "trên",  "dưới", "về",	   "vì",    "do",   "bởi",   "theo", "đến",   "tới",
	"qua", "khi",	"nếu",	 "hoặc",  "hay",  "nhưng", "không", "chưa", "chẳng", "đừng", "đã",    "đang",
	"sẽ",  "rất",	"cùng",	 "giữa",  "bằng", "vào",   "ra",    "lên",  "xuống", "gần",  "hơn",   "gồm",
	"như", "sau",	"trước", "–",	  "—",	  NULL,
};
static const char *const vietnamese_leaning[] = {
	"có",  "phải", "cần", "nên", "thể", "vẫn",  "còn",  "cũng", "đều", "lại", "mới", "hai", "ba",
	"bốn", "năm",  "sáu", "bảy", "tám", "chín", "mười", "ông",  "bà",  "anh", "chị", NULL,
};

static const char *const english_compounds[] = {
#define ENGLISH(...) __VA_ARGS__, NULL
#define VIETNAMESE(...)
#include "type/sense_compounds.def"
#undef ENGLISH
#undef VIETNAMESE
};

static const char *const vietnamese_compounds[] = {
#define ENGLISH(...)
#define VIETNAMESE(...) __VA_ARGS__, NULL
#include "type/sense_compounds.def"
#undef ENGLISH
#undef VIETNAMESE
};

const char *const *sense_compounds(const char *language)
{
	return strcmp(language, "vi") == 0 ? vietnamese_compounds : english_compounds;
}

static gboolean is_compound(const struct keep_pair *pair, const char *const *list)
{
	char folded[96];
	int size = 0;
	const char *parts[] = {pair->before, pair->after};
	int lengths[] = {pair->before_length, pair->after_length};

	if (!list || lengths[0] + lengths[1] > 80)
		return FALSE;
	for (int i = 0; i < 2; i++) {
		if (i)
			folded[size++] = ' ';
		for (const char *at = parts[i]; at < parts[i] + lengths[i] && size < 88;
		     at = g_utf8_next_char(at))
			size += g_unichar_to_utf8(g_unichar_tolower(g_utf8_get_char(at)), folded + size);
	}
	while (size > 0 && strchr(",;:.!?)", folded[size - 1]))
		size--;
	folded[size] = '\0';
	return g_strv_contains(list, folded);
}

static gboolean ends_pause(const char *word, int length)
{
	return length > 0 && (strchr(",;:.!?", word[length - 1]) != NULL ||
			      (length >= 3 && memcmp(word + length - 3, "\xe2\x80\x93", 3) == 0));
}

static gboolean starts_upper(const char *word, int length)
{
	return length > 0 && g_unichar_isupper(g_utf8_get_char(word));
}

/* Two capitalised words are a name, unless every word is ("Ferry Opens Early"), which this paper does not
 * write. */
static gboolean is_name(const struct keep_pair *pair)
{
	return starts_upper(pair->before, pair->before_length) &&
	       starts_upper(pair->after, pair->after_length);
}

double sense_cost(const struct keep_pair *pair, const char *language, const char *const *compounds)
{
	gboolean vietnamese = strcmp(language, "vi") == 0;

	if (pair->before_length == 0 || pair->after_length == 0)
		return 0;
	if (keep_is_dash(pair->after, pair->after_length))
		return COST_DASH;
	if (ends_pause(pair->before, pair->before_length))
		return -GAIN_PAUSE;
	if (is_name(pair))
		return COST_NAME;
	if (is_compound(pair, sense_compounds(language)) || is_compound(pair, compounds))
		return COST_WHOLE;
	if (keep_word_is(pair->before, pair->before_length, vietnamese ? vietnamese_never : english_never))
		return COST_NEVER;
	if (keep_word_is(pair->before, pair->before_length,
			 vietnamese ? vietnamese_leaning : english_leaning))
		return COST_LEANING;
	return keep_cost(pair);
}
