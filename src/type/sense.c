#include "type/sense.h"

#include <string.h>

#define COST_NAME    14.0 /* Nguyễn | Hà */
#define COST_NEVER   12.0 /* the | ferry; các | tỉnh */
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
	"prime minister",    "vice president",
	"deputy minister",   "foreign minister",
	"general secretary", "central bank",
	"state bank",	     "national assembly",
	"supreme court",     "people's committee",
	"people's court",    "stock exchange",
	"interest rate",     "interest rates",
	"climate change",    "high school",
	"city council",	     "red river",
	"new year",	     "lunar new",
	"per cent",	     "viet nam",
	"southeast asia",    "south east",
	"north east",	     "united states",
	"united nations",    "european union",
	"world cup",	     "real estate",
	"power plant",	     "public health",
	"social media",	     "artificial intelligence",
	"supply chain",	     "joint venture",
	"free trade",	     "air force",
	"old quarter",	     NULL,
};
static const char *const vietnamese_compounds[] = {
	"phát triển",  "hợp tác",    "thành phố",    "kinh tế",	     "xã hội",	   "chính phủ",
	"quốc hội",    "nhà nước",   "đầu tư",	     "doanh nghiệp", "thị trường", "giáo dục",
	"y tế",	       "văn hóa",    "văn hoá",	     "du lịch",	     "giao thông", "môi trường",
	"công nghệ",   "thông tin",  "an ninh",	     "quốc phòng",   "ngoại giao", "thủ tướng",
	"chủ tịch",    "tổng bí",    "bí thư",	     "bộ trưởng",    "phó thủ",	   "giám đốc",
	"tổng giám",   "việt nam",   "hà nội",	     "hồ chí",	     "chí minh",   "đà nẵng",
	"hải phòng",   "cần thơ",    "quốc tế",	     "khu vực",	     "thế giới",   "nông nghiệp",
	"công nghiệp", "nông thôn",  "xây dựng",     "sản xuất",     "xuất khẩu",  "nhập khẩu",
	"thương mại",  "ngân hàng",  "tài chính",    "lãi suất",     "bất động",   "động sản",
	"chứng khoán", "giá trị",    "hàng hóa",     "hàng hoá",     "người dân",  "nhân dân",
	"học sinh",    "sinh viên",  "giáo viên",    "bệnh viện",    "bác sĩ",	   "trường học",
	"đại học",     "cao tốc",    "đường sắt",    "sân bay",	     "cảng biển",  "hàng không",
	"khí hậu",     "biến đổi",   "năng lượng",   "điện lực",     "tái tạo",	   "bão lũ",
	"lũ lụt",      "hạn hán",    "xâm nhập",     "nhập mặn",     "đồng bằng",  "sông hồng",
	"cửu long",    "miền trung", "miền bắc",     "miền nam",     "tây nguyên", "bóng đá",
	"vô địch",     "huy chương", "thể thao",     "nghệ thuật",   "âm nhạc",	   "điện ảnh",
	"lịch sử",     "di sản",     "bảo tồn",	     "bảo vệ",	     "quản lý",	   "quản lí",
	"chính sách",  "pháp luật",  "tòa án",	     "toà án",	     "công an",	   "cảnh sát",
	"quân đội",    "chuyển đổi", "đổi số",	     "trí tuệ",	     "nhân tạo",   "chất lượng",
	"hiệu quả",    "kế hoạch",   "chương trình", "dự án",	     "hoạt động",  "hội nghị",
	"hội thảo",    "lễ hội",     "kỷ niệm",	     "tăng trưởng",  "giảm nghèo", "khởi công",
	"khánh thành", "hoàn thành", "thực hiện",    "triển khai",   "phê duyệt",  "ban hành",
	"công bố",     "khai mạc",   "bế mạc",	     "tổ chức",	     "hỗ trợ",	   "phối hợp",
	"tăng cường",  "nâng cao",   "thúc đẩy",     "đẩy mạnh",     "cải thiện",  "cải cách",
	"đổi mới",     "sáng tạo",   "bền vững",     "ổn định",	     "an toàn",	   "vệ sinh",
	"thực phẩm",   "dịch bệnh",  "vắc xin",	     "sức khỏe",     "sức khoẻ",   "trẻ em",
	"phụ nữ",      "gia đình",   "cộng đồng",    "tương lai",    "cơ hội",	   "thách thức",
	"khó khăn",    "thuận lợi",  "nguồn lực",    "nhân lực",     "lao động",   "việc làm",
	"thu nhập",    "bảo hiểm",   "hưu trí",	     "chung cư",     "nhà ở",	   "đất đai",
	"quy hoạch",   "hạ tầng",    "đô thị",	     "ùn tắc",	     "tai nạn",	   "cháy nổ",
	"cứu hộ",      "cứu nạn",    "thời tiết",    "nắng nóng",    "mưa lớn",	   "áp thấp",
	"nhiệt đới",   NULL,
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
