#include "edition/fate.h"

#include "edition/calendar.h"
#include "edition/plan.h"

/* What the desk is told about a story that stays out of the paper. */
struct verdict {
	enum story_fate fate;
	enum diag_code code;
	char *why;
};

static void at_stake(const struct loading *loading, const struct story *story, gboolean planned,
		     const char *why)
{
	diag_add(loading->diag, DIAG_MUST_AT_STAKE, story->place,
		 "the story must run%s, but %s: mend the story, or take 'must' and its place in the plan "
		 "from it",
		 planned ? " (the plan names it)" : "", why);
}

static void decide(const struct loading *loading, struct story *story, struct verdict verdict, gboolean stake,
		   gboolean planned)
{
	story->fate = verdict.fate;
	if (stake)
		at_stake(loading, story, planned, verdict.why);
	else
		diag_add(loading->diag, verdict.code, story->place, "'%s' stays out: %s", story->id,
			 verdict.why);
	g_free(story->why);
	story->why = verdict.why;
}

static struct verdict verdict_new(enum story_fate fate, enum diag_code code, char *why)
{
	return (struct verdict){fate, code, why};
}

static gboolean kind_is_owed(enum story_kind kind)
{
	return kind == KIND_CORRECTION || kind == KIND_NOTICE;
}

/* The desk's own word: what it holds back is not missed, unless it also says
   that the story must run. */
static gboolean status_decides(const struct loading *loading, struct story *story, gboolean planned)
{
	gboolean stake = planned || story->must;

	switch (story->status) {
	case STATUS_KILLED:
		decide(loading, story,
		       verdict_new(FATE_KILLED, DIAG_STORY_KILLED,
				   g_strdup(story->why == NULL ? "it is killed" : story->why)),
		       planned, planned);
		return TRUE;
	case STATUS_DRAFT:
		decide(loading, story, verdict_new(FATE_DRAFT, DIAG_STORY_DRAFT, g_strdup("it is a draft")),
		       stake, planned);
		return TRUE;
	case STATUS_HOLD:
		decide(loading, story,
		       verdict_new(FATE_HELD_OVER, DIAG_STORY_HELD, g_strdup("it is on hold")), stake,
		       planned);
		return TRUE;
	default:
		return FALSE;
	}
}

static void time_decides(const struct loading *loading, struct story *story, gboolean planned)
{
	const struct edition *edition = loading->edition;
	g_autofree char *today =
		g_strdup_printf("%04d-%02d-%02d", edition->year, edition->month, edition->day);

	if (story->embargo != NULL && calendar_is_later(story->embargo, edition->release))
		decide(loading, story,
		       verdict_new(FATE_HELD_OVER, DIAG_STORY_EMBARGO,
				   g_strdup_printf("its embargo ends at %s, after the release at %s",
						   story->embargo, edition->release)),
		       story->must, planned);
	else if (story->valid_on != NULL && g_strcmp0(story->valid_on, today) != 0)
		decide(loading, story,
		       verdict_new(FATE_HELD_OVER, DIAG_STORY_NOT_VALID,
				   g_strdup_printf("it is valid on %s, and this is the paper of %s",
						   story->valid_on, today)),
		       story->must, planned);
}

static void rejection_weigh(const struct loading *loading, struct story *story, gboolean planned)
{
	if (story->must)
		at_stake(loading, story, planned, story->why);
	else
		diag_add(loading->diag, DIAG_STORY_REJECTED, story->place,
			 "'%s' stays out: %s; mend what is told about it", story->id, story->why);
}

/* A draft may be full of faults: they are told, but nothing is lost with it. */
static void story_decide(const struct loading *loading, struct story *story)
{
	gboolean planned = plan_names(loading->edition, story->id);

	if (story->fate == FATE_REJECTED && story->status == STATUS_READY) {
		story->must |= planned || story->priority == 1 || kind_is_owed(story->kind);
		rejection_weigh(loading, story, planned);
		return;
	}
	if (status_decides(loading, story, planned))
		return;
	story->must |= planned || story->priority == 1 || kind_is_owed(story->kind);
	time_decides(loading, story, planned);
}

void fate_decide(struct loading *loading)
{
	for (guint i = 0; i < loading->edition->stories->len; i++)
		story_decide(loading, g_ptr_array_index(loading->edition->stories, i));
}
