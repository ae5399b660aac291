"""Writes the two example surveys, byte for byte the same on every run:

- `demo.csv.gz`, one row per survey invitation sent by Larkmoor Home (a shop for plants, kitchenware and furniture
  that also sends a monthly box), 1 Nov 2024 to 31 Oct 2026. Some 12,000 of the 30,000 invitations were answered.
- `barktalk.csv`, two rounds of 1,000 answers from customers of the pet shop BarkTalk, before and after its live chat
  was mended.

What is hidden in them to be found, with the numbers, is told in `README.md` beside this file.
Run `python data/generate.py` to write both here, or `python data/generate.py FOLDER` to write them elsewhere.
"""

import csv
import gzip
import io
import sys
from pathlib import Path

import numpy as np
import pandas as pd

SEED = 1347  # of many tried: the luck of this one hides none of the planted differences
BARKTALK_SEED = 500

INVITATIONS = 30_000
CUSTOMERS = 14_000
FIRST_DAY = np.datetime64("2024-11-01")
LAST_DAY = np.datetime64("2026-10-31")
FIRST_JOINED = np.datetime64("2019-01-01")
RESTING_DAYS = 45  # nobody is invited twice within this time
SEASON = {1: 0.90, 2: 0.92, 3: 1.0, 4: 1.0, 5: 1.0, 6: 1.0, 7: 0.97, 8: 0.97, 9: 1.0, 10: 1.0, 11: 1.12, 12: 1.15}
MORE_INVITATIONS_AT_THE_END = 1.5  # invitations a day on the last day, as a multiple of the first day

# Sizes under "effect" are on the logit scale: 0.2 is about 3 to 4 points of CSAT for an average answer.
APP, WEB, PHONE, EMAIL, STORE, MARKETPLACE = "App", "Website", "Phone", "E-mail", "Store", "Marketplace"
CHANNELS = [APP, WEB, PHONE, EMAIL, STORE, MARKETPLACE]
CHANNEL_SHARE = [0.42, 0.18, 0.10, 0.10, 0.14, 0.06]
CHANNEL_EFFECT = {APP: 0.10, WEB: 0.10, PHONE: 0.0, EMAIL: 0.15, STORE: 0.10, MARKETPLACE: -1.60}
CHANNEL_ANSWERS = {APP: 0.43, WEB: 0.40, PHONE: 0.40, EMAIL: 0.34, STORE: 0.37, MARKETPLACE: 0.39}
MINUTES_MEDIAN = {APP: 9, WEB: 12, PHONE: 5, EMAIL: 40, MARKETPLACE: 15}
MINUTES_SPREAD = 1.6
MINUTES_LEAST, MINUTES_MOST = 0.2, 2_880.0

CAMPAIGN = (np.datetime64("2025-07-01"), np.datetime64("2025-09-30"))
CAMPAIGN_MARKETPLACE_SHARE = 0.32

BAD_RELEASE = (np.datetime64("2026-05-12"), np.datetime64("2026-06-29"))  # mended on 30 Jun 2026
BAD_RELEASE_EFFECT = -0.88

# From each day on a wait of m minutes is m to this power: long waits shrink most, 60 minutes to 35, then to 3.
FASTER_REPLIES = [(np.datetime64("2026-08-01"), 0.87), (np.datetime64("2026-10-01"), 0.28)]
STILL_SLOW = 0.12  # the share of waits that stay as long as they were
MINUTES_BAND_ENDS = [3, 10, 60]
MINUTES_BAND_EFFECT = [0.60, 0.15, -0.35, -0.95]

PLANTS, KITCHEN, FURNITURE, BOX = "Plants", "Kitchen", "Furniture", "Monthly box"
PRODUCTS = [PLANTS, KITCHEN, FURNITURE, BOX]
PRODUCT_SHARE_BEFORE = [0.45, 0.28, 0.16, 0.11]
PRODUCT_SHARE_AFTER = [0.17, 0.16, 0.22, 0.45]
PRODUCT_EFFECT = {PLANTS: 0.85, KITCHEN: 0.25, FURNITURE: -0.60, BOX: -1.40}
PRODUCT_LIFT = 0.37
PRODUCT_CHANGE = (np.datetime64("2025-10-01"), np.datetime64("2025-12-01"))

TOUCHPOINTS = ["Browsing", "Ordering", "Delivery", "Set-up", "Support", "Returns"]
TOUCHPOINT_SHARE = [0.12, 0.20, 0.25, 0.11, 0.20, 0.12]
WEAK_TOUCHPOINT_EFFECT = -1.06

REGIONS = ["Northeast", "Midwest", "South", "West"]
REGION_SHARE = [0.24, 0.22, 0.31, 0.23]
SMALL_REGION, SMALL_REGION_ANSWERS = "Alaska and Hawaii", (13, 1)  # satisfied, not satisfied
TINY_REGION, TINY_REGION_ANSWERS = "Puerto Rico", (2, 4)

AGENTS = ["Amara Diallo", "Ben Whitlock", "Carla Nunes", "Dev Patel", "Elin Berg", "Farid Haddad", "Grace Okafor",
          "Hugo Martens", "Ines Costa", "Jonas Weber", "Keiko Mori", "Liam Byrne", "Mila Novak", "Noor Rahman",
          "Oscar Lindqvist", "Priya Nair", "Quinn Harper", "Rosa Delgado", "Sam Tuttle", "Tessa Vogel",
          "Umar Siddiqui", "Vera Popova"]
AGENT_SPREAD = 0.16
CUSTOMER_SPREAD = 0.35
ALIKE = 10  # answers of one month and channel whose luck is evened out together

SPEED, HELPFUL, KNOWLEDGE = "Speed of reply", "Helpfulness of staff", "Knowledge of staff"
ACCURACY, PERSONAL, VALUE = "Order accuracy", "Personal touches", "Value for money"
DRIVERS = [SPEED, HELPFUL, KNOWLEDGE, ACCURACY, PERSONAL, VALUE]
LOW_EFFECT = {SPEED: -0.45, HELPFUL: -0.75, ACCURACY: -1.85, PERSONAL: 0.0, VALUE: -0.55}
HIGH_EFFECT = {SPEED: 0.45, HELPFUL: 0.75, ACCURACY: 0.0, PERSONAL: 1.40, VALUE: 0.55}
LEVEL_ENDS = {SPEED: (-1.7, -0.9, -0.2, 0.7), HELPFUL: (-1.8, -1.0, -0.35, 0.55), KNOWLEDGE: (-1.8, -1.0, -0.35, 0.55),
              ACCURACY: (-1.6, -0.85, -0.35, 0.4), PERSONAL: (-1.2, -0.5, 0.25, 1.0), VALUE: (-1.6, -0.8, 0.0, 0.9)}
BLANK_SHARE = {SPEED: 0.06, HELPFUL: 0.04, KNOWLEDGE: 0.05, ACCURACY: 0.04, PERSONAL: 0.08, VALUE: 0.05}
DRIVER_HALO = 0.40  # what all ratings of one answer have in common
KNOWLEDGE_LIKE_HELPFUL = 0.955
SPEED_PER_MINUTES_BAND = [0.6, 0.2, -0.3, -0.9]

RATING_SHARE = [0.05, 0.08, 0.15, 0.35, 0.37]
OUTCOME = "Overall satisfaction"
COMMENT_SHARE = {1: 0.50, 2: 0.42, 3: 0.27, 4: 0.17, 5: 0.24}
AVERAGE_REVENUE = 480
REVENUE_SPREAD = 0.85
LARGE_ACCOUNTS, LARGE_ACCOUNT_TIMES = 30, 12
CHURN_SHARE = {"dissatisfied": 0.46, "neutral": 0.24, "satisfied": 0.07, "silent": 0.16}
TENURE = ["New (under 3 months)", "3 to 12 months", "1 to 3 years", "Over 3 years"]
TENURE_ENDS = [91, 365, 1_096]
COLUMNS = ["Response ID", "Survey date", "Invited", OUTCOME, *DRIVERS, "Comment", "Channel", "Region", "Product",
           "Touchpoint", "Agent", "Tenure", "Minutes to reply", "Customer ID", "Yearly revenue", "Churned"]

# A comment is one phrase of each list of its theme; {item}, {agent} and {minutes} are filled from the row.
ITEMS = {PLANTS: ["fern", "olive tree", "peace lily", "monstera", "herb set", "lemon tree"],
         KITCHEN: ["kettle", "pan set", "bread knife", "mixing bowl", "coffee grinder", "stock pot"],
         FURNITURE: ["bookcase", "armchair", "side table", "bench", "desk", "shelf"],
         BOX: ["monthly box", "box", "plant box", "kitchen box", "surprise box", "gift box"]}
THEMES = {
    "app fault": (
        ["Since the update the app", "The new app", "Your app", "After the May update the app", "The app on my phone",
         "Ever since the last update, the app"],
        ["empties my basket at the checkout", "crashes when I pay", "logs me out every time", "charged me twice",
         "freezes on the payment page", "no longer remembers my address"],
        ["I gave up on the {item}.", "Please put the old version back.", "I had to call to order the {item}.",
         "Three tries for one {item}.", "It worked fine before.", "Does nobody test it?"]),
    "slow reply": (
        ["I waited {minutes} for an answer", "It took {minutes} to hear back", "{minutes} before anyone replied",
         "No reply for {minutes}", "Far too slow: {minutes}", "Sat there for {minutes} with no answer"],
        ["about a simple question", "about my {item}", "and then had to explain it all again",
         "and the answer was one line", "while the order went out wrong", "after I had written twice"],
        ["That is not service.", "I nearly cancelled.", "Please hire more people.", "By then I had found it myself.",
         "Not good enough.", "I expected better."]),
    "returns": (
        ["Sending back the {item}", "Returning my {item}", "The return", "Your returns process",
         "Getting my money back", "The refund for the {item}"],
        ["took three weeks", "needed four e-mails", "was a maze of forms", "cost me the postage",
         "is still not finished", "meant printing a label nobody could scan"],
        ["Make this simpler.", "I will not order again like this.", "The shop across town does it in a minute.",
         "Nobody could tell me where it was.", "Why so hard?", "I am still waiting."]),
    "wrong order": (
        ["The {item} arrived damaged", "I got the wrong {item}", "Half the order was missing", "My {item} came broken",
         "You sent somebody else's {item}", "Two parts of the {item} were missing"],
        ["and nobody noticed", "for the second time", "although the note said otherwise", "just before a birthday",
         "in a box twice the size", "and the packing slip was wrong too"],
        ["Please check before you send.", "Such a waste.", "I had to order elsewhere.", "That spoiled it for me.",
         "How does this happen?", "Getting it right is the least I expect."]),
    "price": (
        ["The {item} is too dear", "Prices have gone up again", "Delivery costs nearly as much as the {item}",
         "Not worth what I paid for the {item}", "I saw the same {item} cheaper elsewhere", "Poor value"],
        ["and the quality has not kept up", "and the discount code did not work", "and that adds up",
         "and I did compare", "which I did not expect from you", "even with the discount"],
        ["I will look around next time.", "A loyalty price would help.", "Hard to justify.", "Think about regulars.",
         "Sorry.", "Shame."]),
    "marketplace": (
        ["I bought it through the marketplace", "The marketplace seller sent the wrong colour",
         "Ordered from the partner site", "The partner shop sent a damaged {item}",
         "The marketplace listing was out of date", "Bought the {item} on the marketplace"],
        ["and nobody felt responsible", "and the {item} looked nothing like the picture", "with no word on delivery",
         "and the parcel had no invoice", "and the details were wrong", "and it took weeks"],
        ["I will order direct next time.", "You should check who sells under your name.", "Not what I know from you.",
         "A let-down.", "Who do I call now?", "Never again through them."]),
    "let down": (
        ["The {item} is not what I hoped for", "Disappointed with the {item}", "The {item} did not last",
         "The quality of the {item} is poor", "The {item} looks different from the picture",
         "Expected more of the {item}"],
        ["and that is the second time", "and the instructions made no sense", "although I followed every step",
         "and it feels cheap", "for a shop with your name", "and I told you so before"],
        ["Please do better.", "I would not buy it again.", "A pity.", "Back to my old shop.", "Not for me.",
         "I had to mend it myself."]),
    "middling": (
        ["The {item} is fine", "Good choice of products", "Nice people", "The {item} looks good", "Ordering was easy",
         "All in all acceptable"],
        ["but delivery took its time", "but I had to ask twice", "but the website is confusing", "but nothing special",
         "but the price is on the high side", "but I missed an update on my order"],
        ["Could go either way next time.", "Room to improve.", "We will see.", "OK.", "Neither good nor bad.",
         "Nothing to add."]),
    "quick reply": (
        ["Answer in {minutes}", "{minutes} and it was sorted", "Got a reply within {minutes}",
         "Someone answered in {minutes}", "Asked about the {item}, heard back in {minutes}",
         "Only {minutes} to get help"],
        ["with all my questions answered", "from a real person", "on a Sunday", "which I did not expect",
         "and the problem was gone", "with no queue at all"],
        ["Great.", "That is how it should be.", "Thank you!", "Impressed.", "Keep it up.", "Very pleased."]),
    "personal touch": (
        ["There was a handwritten card with my {item}", "You remembered my last order",
         "A small gift came with the {item}", "They wrote to ask how the {item} is doing",
         "Loved the note from your team", "Got a birthday surprise with the {item}"],
        ["and it made my day", "and nobody else does that", "and it felt personal", "and my kids loved it",
         "and that is so thoughtful", "and I told all my friends"],
        ["Lovely.", "Customer for life.", "Never stop doing this.", "Such a nice idea.", "Thank you!", "Wonderful."]),
    "staff": (
        ["{agent} was kind", "{agent} knew everything about the {item}", "Spoke to {agent}", "Big thanks to {agent}",
         "{agent} took the time to explain", "Helpful advice from {agent}"],
        ["and it was solved at once", "and I felt in good hands", "and we found a better fit for my room",
         "and I got a call back as promised", "and it all made sense", "and there was no fuss"],
        ["Give them a raise.", "Excellent.", "Five stars.", "Much appreciated.", "A pleasure.", "Great service."]),
    "good product": (
        ["Love the {item}", "The {item} is beautiful", "The {item} arrived in perfect shape",
         "Very happy with my {item}", "The {item} is even nicer than in the picture", "Second {item} from you"],
        ["and it came a day early", "and it was well packed", "and it was easy to set up", "and it is worth the money",
         "and it suits the room", "and it is exactly as described"],
        ["Will order again.", "Thanks.", "Recommended.", "Perfect.", "No complaints.", "Well done."]),
    "app praise": (
        ["The app", "Ordering in the app", "Your app", "Reordering the {item} in the app", "Tracking in the app",
         "Paying in the app"],
        ["is easy and quick", "takes two taps", "just works", "saves me time", "is a pleasure", "could not be simpler"],
        ["Good job.", "Great.", "More of this.", "Very handy.", "Nice.", "Thumbs up."]),
}
# Texts that a program must show as they are: a formula, markup, a picture link, an emoji, a line break, a plus sign.
# Each replaces the comment of the latest answer with its rating that has the word in the column named.
AWKWARD_COMMENTS = [
    (1, "Touchpoint", "Returns", "=1+1 would be easier to work out than your returns form"),
    (2, "Touchpoint", "Support", "<b>Not happy</b> with the wait, <i>again</i>"),
    (2, "Product", PLANTS, "![broken pot](http://example.invalid/pot.png) this is how it arrived"),
    (5, "Product", PLANTS, "Love it 😍🌿 my “olive tree” is thriving"),
    (3, "Product", BOX, "Two things:\n1. The plant was lovely.\n2. The box was soaked."),
    (4, "Product", KITCHEN, "+1 for the refill bags, -1 for the plastic, 100% would buy again; \"nice\", he said"),
]


def logit(share: np.ndarray) -> np.ndarray:
    """The log odds of a share."""
    return np.log(share / (1 - share))


def pick(rng: np.random.Generator, levels: list[str], shares: list[float] | np.ndarray, size: int) -> np.ndarray:
    """`size` draws from `levels` with these shares."""
    ends = np.cumsum(shares) / np.sum(shares)
    return np.asarray(levels, dtype=object)[np.searchsorted(ends[:-1], rng.random(size), side="right")]


def pick_by_row(rng: np.random.Generator, levels: list[str], shares: np.ndarray) -> np.ndarray:
    """One draw per row, where each row of the matrix `shares` has shares of its own."""
    ends = np.cumsum(shares, axis=1)
    above = rng.random(len(shares))[:, None] >= ends[:, :-1]
    return np.asarray(levels, dtype=object)[above.sum(axis=1)]


def between(days: np.ndarray, first_and_last: tuple[np.datetime64, np.datetime64]) -> np.ndarray:
    """True where a day lies in the period, both ends included."""
    return (days >= first_and_last[0]) & (days <= first_and_last[1])


def invitation_days(rng: np.random.Generator) -> np.ndarray:
    """The sorted days of all invitations: slowly more of them, with a busy November and December."""
    days = np.arange(FIRST_DAY, LAST_DAY + 1)
    season = np.array([SEASON[month] for month in pd.DatetimeIndex(days).month])
    ends = np.cumsum(season * np.linspace(1, MORE_INVITATIONS_AT_THE_END, len(days)))
    return days[np.searchsorted(ends / ends[-1], np.sort(rng.random(INVITATIONS)))]


def customers(rng: np.random.Generator) -> pd.DataFrame:
    """One row per customer: region, day of joining, yearly revenue, and leanings nobody sees."""
    span = (LAST_DAY - FIRST_JOINED).astype(int)
    joined = FIRST_JOINED + (span * rng.random(CUSTOMERS) ** 0.8).astype(int)
    spend = np.exp(REVENUE_SPREAD * rng.standard_normal(CUSTOMERS))
    spend[rng.permutation(CUSTOMERS)[:LARGE_ACCOUNTS]] *= LARGE_ACCOUNT_TIMES
    return pd.DataFrame({
        "Customer ID": [f"C{number:05d}" for number in 10_001 + rng.permutation(CUSTOMERS)],
        "Region": pick(rng, REGIONS, REGION_SHARE, CUSTOMERS),
        "joined": joined,
        "Yearly revenue": np.maximum(20, np.rint(spend * AVERAGE_REVENUE / spend.mean())).astype(int),
        "leaning": CUSTOMER_SPREAD * rng.standard_normal(CUSTOMERS),
        "activity": np.exp(0.6 * rng.standard_normal(CUSTOMERS)),
    })


def invited_customers(rng: np.random.Generator, days: np.ndarray, people: pd.DataFrame) -> np.ndarray:
    """Who gets each invitation: somebody who has joined and was left in peace for the resting time."""
    ends = np.cumsum(people["activity"].to_numpy())
    joined, last = people["joined"].to_numpy(), np.full(len(people), FIRST_JOINED)
    chosen = np.empty(len(days), dtype=int)
    for row, day in enumerate(days):
        while True:
            who = int(np.searchsorted(ends, rng.random() * ends[-1]))
            if joined[who] <= day and last[who] + RESTING_DAYS <= day:
                break
        chosen[row], last[who] = who, day
    return chosen


def channel_shares(days: np.ndarray) -> np.ndarray:
    """Each day's shares of the channels: the marketplace grows during the campaign, the rest stay in proportion."""
    usual = np.array(CHANNEL_SHARE)
    pushed = usual * (1 - CAMPAIGN_MARKETPLACE_SHARE) / (1 - usual[-1])
    pushed[-1] = CAMPAIGN_MARKETPLACE_SHARE
    return np.where(between(days, CAMPAIGN)[:, None], pushed, usual)


def product_progress(days: np.ndarray) -> np.ndarray:
    """0 before the change of range, 1 after it, a straight line between."""
    start, end = PRODUCT_CHANGE
    return np.clip((days - start).astype(float) / (end - start).astype(float), 0, 1)


def minutes_to_reply(
    rng: np.random.Generator, days: np.ndarray, channel: np.ndarray, touchpoint: np.ndarray
) -> np.ndarray:
    """Minutes, one decimal; NaN where nobody waits for a reply (the store, and people who only browse)."""
    median = np.array([MINUTES_MEDIAN.get(name, np.nan) for name in channel], dtype=float)
    minutes = median * np.exp(MINUTES_SPREAD * rng.standard_normal(len(days)))
    helped = rng.random(len(days)) >= STILL_SLOW
    power = np.ones(len(days))
    for since, smaller in FASTER_REPLIES:
        power[(days >= since) & helped] = smaller
    minutes = np.round(np.clip(minutes**power, MINUTES_LEAST, MINUTES_MOST), 1)
    return np.where(touchpoint == "Browsing", np.nan, minutes)


def invitations(rng: np.random.Generator) -> pd.DataFrame:
    """One row per invitation with everything that is known before anybody answers."""
    days, people = invitation_days(rng), customers(rng)
    table = people.iloc[invited_customers(rng, days, people)].reset_index(drop=True)
    table["day"] = days
    table["Channel"] = pick_by_row(rng, CHANNELS, channel_shares(days))
    progress = product_progress(days)[:, None]
    shares = np.array(PRODUCT_SHARE_BEFORE) * (1 - progress) + np.array(PRODUCT_SHARE_AFTER) * progress
    table["Product"] = pick_by_row(rng, PRODUCTS, shares)
    table["Touchpoint"] = pick(rng, TOUCHPOINTS, TOUCHPOINT_SHARE, len(days))
    browsing = (table["Touchpoint"] == "Browsing").to_numpy()
    table["Agent"] = np.where(browsing, "", pick(rng, AGENTS, np.ones(len(AGENTS)), len(days)))
    table["Minutes to reply"] = minutes_to_reply(rng, days, table["Channel"].to_numpy(), table["Touchpoint"].to_numpy())
    known_for = (days - table["joined"].to_numpy().astype(days.dtype)).astype(int)
    table["Tenure"] = np.array(TENURE, dtype=object)[np.searchsorted(TENURE_ENDS, known_for, side="right")]
    table["answered"] = rng.random(len(days)) < table["Channel"].map(CHANNEL_ANSWERS).to_numpy(dtype=float)
    return table


def by_minutes_band(minutes: np.ndarray, values: list[float], otherwise: float) -> np.ndarray:
    """The value of each row's band of minutes (up to 3, 10, 60, more), `otherwise` where there are none."""
    band = np.searchsorted(MINUTES_BAND_ENDS, np.nan_to_num(minutes), side="left")
    return np.where(np.isnan(minutes), otherwise, np.array(values)[band])


def driver_ratings(rng: np.random.Generator, answers: pd.DataFrame) -> pd.DataFrame:
    """Ratings 1-5 of the six drivers, before some are left blank."""
    common = rng.standard_normal(len(answers))
    own = {name: rng.standard_normal(len(answers)) for name in DRIVERS}
    feeling = {name: DRIVER_HALO * common + np.sqrt(1 - DRIVER_HALO**2) * own[name] for name in DRIVERS}
    rest = np.sqrt(1 - KNOWLEDGE_LIKE_HELPFUL**2)
    feeling[KNOWLEDGE] = KNOWLEDGE_LIKE_HELPFUL * feeling[HELPFUL] + rest * own[KNOWLEDGE]
    feeling[SPEED] = feeling[SPEED] + by_minutes_band(answers["Minutes to reply"].to_numpy(), SPEED_PER_MINUTES_BAND, 0)
    return pd.DataFrame({name: 1 + np.searchsorted(LEVEL_ENDS[name], feeling[name]) for name in DRIVERS})


def circumstances(rng: np.random.Generator, answers: pd.DataFrame) -> np.ndarray:
    """What channel, product, touchpoint, wait, agent and customer add to or take from each answer (logit scale)."""
    days = answers["day"].to_numpy().astype(FIRST_DAY.dtype)
    agent = dict(zip(AGENTS, AGENT_SPREAD * rng.standard_normal(len(AGENTS)), strict=True))
    effect = answers["leaning"].to_numpy() + answers["Agent"].map(agent).fillna(0).to_numpy(dtype=float)
    effect = effect + answers["Channel"].map(CHANNEL_EFFECT).to_numpy(dtype=float)
    effect = effect + answers["Product"].map(PRODUCT_EFFECT).to_numpy(dtype=float)
    effect = effect + PRODUCT_LIFT * product_progress(days)
    effect = effect + np.where(answers["Touchpoint"] == "Returns", WEAK_TOUCHPOINT_EFFECT, 0)
    effect = effect + np.where((answers["Channel"] == APP) & between(days, BAD_RELEASE), BAD_RELEASE_EFFECT, 0)
    return effect + by_minutes_band(answers["Minutes to reply"].to_numpy(), MINUTES_BAND_EFFECT, 0)


def even_chances(rng: np.random.Generator, cells: pd.Series, liking: np.ndarray) -> np.ndarray:
    """One chance in 0-1 per row, spread evenly over the rows of a cell that like it about equally.

    So a cell's shares come out close to what they should be, and the planted differences do not drown in luck.
    """
    place = pd.Series(liking).groupby(cells).rank(method="first") - 1
    group = cells + "|" + (place // ALIKE).astype(int).astype(str)
    shuffled = pd.Series(rng.random(len(cells))).groupby(group)
    return ((shuffled.rank(method="first") - 1 + rng.random(len(cells))) / shuffled.transform("size")).to_numpy()


def answer_ratings(rng: np.random.Generator, answers: pd.DataFrame, ratings: pd.DataFrame) -> np.ndarray:
    """Overall satisfaction 1-5 in the shares of RATING_SHARE."""
    liking = circumstances(rng, answers)
    for name in LOW_EFFECT:
        low, high = ratings[name] <= 2, ratings[name] >= 4
        liking = liking + np.where(low, LOW_EFFECT[name], np.where(high, HIGH_EFFECT[name], 0))
    month = answers["day"].dt.strftime("%Y-%m")
    released = between(answers["day"].to_numpy().astype(FIRST_DAY.dtype), BAD_RELEASE).astype(str)
    cells = month + "|" + answers["Channel"].astype(str) + "|" + released
    felt = liking + logit(even_chances(rng, cells, liking))
    return 1 + np.searchsorted(np.quantile(felt, np.cumsum(RATING_SHARE)[:-1]), felt)


def band(rating: int) -> str:
    """The word for a rating: dissatisfied 1-2, neutral 3, satisfied 4-5."""
    return "dissatisfied" if rating <= 2 else "neutral" if rating == 3 else "satisfied"


def move_to_small_regions(rng: np.random.Generator, table: pd.DataFrame) -> None:
    """Moves a few customers with one answer each to the two regions that are too small to judge."""
    answers = table[table["answered"]]
    alone = answers[~answers["Customer ID"].duplicated(keep=False)]
    happy = rng.permutation(alone.loc[alone[OUTCOME] >= 4, "Customer ID"].to_numpy(dtype=object))
    others = rng.permutation(alone.loc[alone[OUTCOME] <= 3, "Customer ID"].to_numpy(dtype=object))
    for region, (satisfied, rest) in ((SMALL_REGION, SMALL_REGION_ANSWERS), (TINY_REGION, TINY_REGION_ANSWERS)):
        moved = [*happy[:satisfied], *others[:rest]]
        happy, others = happy[satisfied:], others[rest:]
        table.loc[table["Customer ID"].isin(moved), "Region"] = region


def churned(rng: np.random.Generator, table: pd.DataFrame) -> pd.Series:
    """Yes or No per row, one for each customer, by the band of the customer's latest answer."""
    latest = table[table["answered"]].groupby("Customer ID")[OUTCOME].last().map(band)
    people = table["Customer ID"].drop_duplicates()
    chance = people.map(latest).fillna("silent").map(CHURN_SHARE).to_numpy(dtype=float)
    left = dict(zip(people, np.where(rng.random(len(people)) < chance, "Yes", "No"), strict=True))
    return table["Customer ID"].map(left)


def complaint_themes(row: pd.Series) -> list[str]:
    """The themes a dissatisfied customer would write about, the likely ones repeated."""
    themes = ["let down"]
    if row["Channel"] == APP and between(row["day"].to_datetime64(), BAD_RELEASE):
        themes += ["app fault"] * 8
    if row["Touchpoint"] == "Returns":
        themes += ["returns"] * 5
    if row["Channel"] == MARKETPLACE:
        themes += ["marketplace"] * 3
    impatient = row[SPEED] <= 2 and row["Channel"] != EMAIL
    if row["Minutes to reply"] > MINUTES_BAND_ENDS[1 if impatient else -1]:
        themes += ["slow reply"] * 4
    themes += ["wrong order"] * (3 if row[ACCURACY] <= 2 else 0) + ["price"] * (2 if row[VALUE] <= 2 else 0)
    return themes


def praise_themes(row: pd.Series) -> list[str]:
    """The themes a satisfied customer would write about, the likely ones repeated."""
    themes = ["good product"] * 2
    if row["Minutes to reply"] <= MINUTES_BAND_ENDS[0]:
        themes += ["quick reply"] * 3
    themes += ["personal touch"] * (3 if row[PERSONAL] >= 4 else 0)
    themes += ["staff"] * (2 if row["Agent"] and row[HELPFUL] >= 4 else 0)
    if row["Channel"] == APP and not between(row["day"].to_datetime64(), BAD_RELEASE):
        themes += ["app praise"]
    return themes


def wait_in_words(minutes: float) -> str:
    """A wait as a customer says it: 2 minutes, 3 hours, 2 days."""
    unit, size = ("day", 1_440) if minutes >= 1_440 else ("hour", 60) if minutes >= 60 else ("minute", 1)
    count = max(1, round(minutes / size))
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def written(rng: np.random.Generator, theme: str, fill: dict[str, object]) -> str:
    """One comment: a phrase of each list of the theme, filled and joined as two sentences."""
    first, second, third = (phrases[int(rng.random() * len(phrases))] for phrases in THEMES[theme])
    text = f"{first} {second}. {third}".format(**fill)
    return text[0].upper() + text[1:]


def comment(rng: np.random.Generator, row: pd.Series) -> str:
    """What this customer wrote, in keeping with the rating and with what happened."""
    rating = row[OUTCOME]
    if rating <= 2:
        themes = complaint_themes(row)
    elif rating == 3:
        themes = ["middling"] * 3 + [theme for theme in complaint_themes(row) if theme != "let down"]
    else:
        themes = praise_themes(row)
    items = ITEMS[row["Product"]]
    fill = {"item": items[int(rng.random() * len(items))], "agent": row["Agent"],
            "minutes": wait_in_words(row["Minutes to reply"]) if row["Minutes to reply"] > 0 else ""}
    return written(rng, themes[int(rng.random() * len(themes))], fill)


def comments(rng: np.random.Generator, answers: pd.DataFrame) -> list[str]:
    """The comments of the answered rows, "" where nothing was written; the awkward ones stand on late rows."""
    chance = answers[OUTCOME].map(COMMENT_SHARE).to_numpy(dtype=float)
    writes = rng.random(len(answers)) < chance
    texts = [comment(rng, row) if write else "" for write, (_, row) in zip(writes, answers.iterrows(), strict=True)]
    for rating, column, word, text in AWKWARD_COMMENTS:
        latest = np.flatnonzero((answers[OUTCOME] == rating) & (answers[column] == word))[-1]
        texts[latest] = text
    return texts


def demo() -> pd.DataFrame:
    """The demo survey as a table of text, one row per invitation in order of day."""
    rng = np.random.default_rng(SEED)
    table = invitations(rng)
    asked = np.flatnonzero(table["answered"])
    answers = table.iloc[asked].reset_index(drop=True)
    ratings = driver_ratings(rng, answers)
    answers = pd.concat([answers, ratings], axis=1)
    answers[OUTCOME] = answer_ratings(rng, answers, ratings)
    answers["Comment"] = comments(rng, answers)
    for name in DRIVERS:
        answers[name] = answers[name].astype(str).where(rng.random(len(answers)) >= BLANK_SHARE[name], "")
    for name in [OUTCOME, *DRIVERS, "Comment"]:
        table[name] = answers[name].set_axis(asked).reindex(table.index)
    move_to_small_regions(rng, table)
    table["Churned"] = churned(rng, table)
    table[OUTCOME] = [f"{rating:.0f}" if rating > 0 else "" for rating in table[OUTCOME]]
    table["Minutes to reply"] = [f"{minutes:.1f}" if minutes > 0 else "" for minutes in table["Minutes to reply"]]
    table["Survey date"] = table["day"].dt.strftime("%Y-%m-%d")
    table["Response ID"] = [f"R{number:05d}" for number in range(1, len(table) + 1)]
    table["Invited"] = "Yes"
    return table[COLUMNS].fillna("")


ROUNDS = {"Before live chat was mended": ("2026-03-01", "B1", {1: 90, 2: 110, 3: 200, 4: 340, 5: 260}),
          "After live chat was mended": ("2026-09-01", "B2", {1: 40, 2: 60, 3: 200, 4: 380, 5: 320})}
ROUND_DAYS = 30
BARKTALK_CUSTOMERS = 10_000
BARKTALK_SPEND = 500
WAIT, HELPED, RANGE = "Wait in live chat", "Helpfulness", "Product range"
CONTACTS = ["Live chat", "E-mail", "Phone", "Shop"]
CONTACT_SHARE = {"waiting": [0.90, 0.04, 0.04, 0.02], "other": [0.34, 0.26, 0.16, 0.24]}
WAITED_SHARE = {1: {1: 0.85, 2: 0.80, 3: 0.40, 4: 0.08, 5: 0.03}, 2: {1: 0.20, 2: 0.20, 3: 0.15, 4: 0.04, 5: 0.02}}
WAIT_RATED_SHARE = (0.97, 0.55)  # of those who used live chat this time, of the others
BARKTALK_COMMENT_SHARE = {1: 0.92, 2: 0.86, 3: 0.45, 4: 0.22, 5: 0.30}
BARKTALK_THEMES = {
    "wait": (
        ["I sat in the live chat for {minutes} minutes", "Number {place} in the chat queue",
         "The live chat kept me waiting {minutes} minutes", "Waited {minutes} minutes for someone in the chat",
         "The chat window just said please hold", "Nobody picked up my chat", "{minutes} minutes in your chat queue",
         "Your chat is so slow", "The wait in the chat was endless"],
        ["just to ask about puppy food", "and then it closed", "and gave up", "with a sick dog beside me",
         "to change one delivery", "and had to start again", "for a one-line answer", "on my lunch break",
         "and it dropped me twice"],
        ["Please put more people on it.", "Not again.", "I bought the food elsewhere.", "Why offer a chat at all?",
         "Very annoying.", "That is far too long.", "I wanted an answer, not a queue.", "Fix this.",
         "Lost my patience."]),
    "other trouble": (
        ["The harness came in the wrong size", "My cat's favourite food is out of stock", "Delivery was two days late",
         "The chew toy broke at once", "Prices went up", "The bag of litter was torn", "No senior food for small dogs"],
        ["again", "and no one told me", "for the second month", "and I had to ask", "without a word", "this time"],
        ["Disappointed.", "Please look into it.", "I may try another shop.", "Not great.", "Shame.",
         "Could be better."]),
    "so so": (
        ["Fine overall", "The shop is nice", "Good food", "Staff are friendly", "The range is decent",
         "My dog is happy"],
        ["but not the cheapest", "but delivery varies", "but the site is hard to search", "but I miss some brands",
         "but nothing stands out", "but I had to write twice"],
        ["OK.", "Average.", "Could be better.", "Let us see.", "No strong feelings.", "All right."]),
    "praise": (
        ["My dog loves the treats", "Great choice of food", "Friendly people", "The cat tree is perfect",
         "Quick delivery", "Good advice on puppy food", "The new collar fits"],
        ["and the price is fair", "as always", "and my vet agrees", "and they remembered our names", "every time",
         "and it was well packed"],
        ["Thank you!", "Happy customer.", "Will be back.", "Two paws up.", "Keep going.", "Great shop."]),
    "chat praise": (
        ["The chat answered at once", "Live chat is so much faster now", "No queue in the chat any more",
         "Got help in the chat in a minute", "The chat finally works", "Chatted with a real person"],
        ["with my puppy question", "and all was solved", "and it was friendly", "compared with spring",
         "before my tea was cold", "on a busy day"],
        ["Well done.", "Big improvement.", "Thank you!", "Lovely.", "Much better.", "Great."]),
}


def barktalk_theme(rng: np.random.Generator, number: int, row: pd.Series) -> str:
    """The theme of one BarkTalk comment."""
    if row["waited"]:
        return "wait"
    if row["Satisfaction"] <= 2:
        return "other trouble"
    if row["Satisfaction"] == 3:
        return "so so"
    chatted = number == 2 and row["Contact channel"] == "Live chat"
    return "chat praise" if chatted and rng.random() < 0.7 else "praise"


def barktalk_comments(rng: np.random.Generator, number: int, table: pd.DataFrame) -> list[str]:
    """The comments of one round, "" where nothing was written."""
    texts = []
    for _, row in table.iterrows():
        fill = {"minutes": 15 + int(rng.random() * 50), "place": 8 + int(rng.random() * 30)}
        pieces = BARKTALK_THEMES[barktalk_theme(rng, number, row)]
        chosen = [phrases[int(rng.random() * len(phrases))] for phrases in pieces]
        writes = rng.random() < BARKTALK_COMMENT_SHARE[row["Satisfaction"]]
        texts.append(f"{chosen[0]} {chosen[1]}. {chosen[2]}".format(**fill) if writes else "")
    return texts


def rated_like(rng: np.random.Generator, satisfaction: np.ndarray, pull: float, middle: float) -> np.ndarray:
    """Ratings 1-5 that lean towards the satisfaction of the same answer."""
    felt = middle + pull * (satisfaction - middle) + 0.9 * rng.standard_normal(len(satisfaction))
    return np.clip(np.rint(felt), 1, 5).astype(int)


def barktalk_round(rng: np.random.Generator, number: int, name: str) -> pd.DataFrame:
    """One round of exactly 1,000 answers."""
    first, prefix, counts = ROUNDS[name]
    satisfaction = rng.permutation(np.repeat(list(counts), list(counts.values())))
    size = len(satisfaction)
    waited = rng.random(size) < np.array([WAITED_SHARE[number][rating] for rating in satisfaction])
    channel = np.where(waited, pick(rng, CONTACTS, CONTACT_SHARE["waiting"], size),
                       pick(rng, CONTACTS, CONTACT_SHARE["other"], size))
    calm = rated_like(rng, satisfaction, 0.35, 3.6 if number == 1 else 4.2)
    wait = np.where(waited, np.where(rng.random(size) < 0.7, 1, 2), np.maximum(calm, 2)).astype(str)
    rated = rng.random(size) < np.where(channel == "Live chat", *WAIT_RATED_SHARE)
    table = pd.DataFrame({
        "Response ID": [f"{prefix}-{place:04d}" for place in range(1, size + 1)],
        "Date": np.datetime_as_string(np.sort(np.datetime64(first) + (rng.random(size) * ROUND_DAYS).astype(int))),
        "Round": name, "Satisfaction": satisfaction, WAIT: np.where(rated | waited, wait, ""),
        HELPED: rated_like(rng, satisfaction, 0.45, 3.9), RANGE: rated_like(rng, satisfaction, 0.30, 3.8),
        "Contact channel": channel,
        "Customer ID": [f"P{who:05d}" for who in 1 + rng.permutation(BARKTALK_CUSTOMERS)[:size]],
        "Yearly spend": BARKTALK_SPEND, "waited": waited})
    table["Comment"] = barktalk_comments(rng, number, table)
    return table.drop(columns="waited")


def barktalk() -> pd.DataFrame:
    """Both rounds of the BarkTalk survey, 2,000 rows."""
    rng = np.random.default_rng(BARKTALK_SEED)
    return pd.concat([barktalk_round(rng, number, name) for number, name in enumerate(ROUNDS, start=1)])


def as_csv(table: pd.DataFrame) -> bytes:
    """The table as CSV bytes: UTF-8, commas, line feeds."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(table.itertuples(index=False))
    return text.getvalue().encode("utf-8")


def main(folder: str | Path | None = None) -> None:
    """Writes both files into `folder` (default: beside this script)."""
    folder = Path(folder) if folder else Path(__file__).resolve().parent
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=packed, mtime=0) as file:
        file.write(as_csv(demo()))
    (folder / "demo.csv.gz").write_bytes(packed.getvalue())
    (folder / "barktalk.csv").write_bytes(as_csv(barktalk()))


if __name__ == "__main__":
    main(*sys.argv[1:2])
