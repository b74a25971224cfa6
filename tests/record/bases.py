"""Texts to be edited: tables, footnotes, three scripts, no calls. Made up."""

from resedit.model.enums import Kind
from resedit.model.resolution import Footnote, Provision, Resolution


def call(heading: str, *items: Provision) -> Provision:
    return Provision(heading, items=items, kind=Kind.CALL)


def item(label: str, text: str, *items: Provision) -> Provision:
    return Provision(text, label, items)


def table(*rows: tuple[str, ...]) -> Provision:
    return Provision(
        "",
        items=tuple(
            Provision("", items=tuple(Provision(text, kind=Kind.CELL) for text in row), kind=Kind.ROW) for row in rows
        ),
        kind=Kind.TABLE,
    )


ENGLISH = Resolution(
    "9", "Nowhere, 2001", "Limits of made-up emissions[^1] in bands", "The Made-up Conference (Nowhere, 2001),",
    (
        call("considering",
             item("a)", "that bands are shared by several made-up services;"),
             item("b)", "that limits[^2] protect receivers, namely:",
                  item("–", "those on the ground;"), item("–", "those in space;")),
             item("c)", "that studies continue,")),
        call("noting", item("", "that the made-up report was published in 2000,")),
        call("resolves",
             item("1", "that the limits of the table below apply:"),
             table(("Band", "Limit", "Remarks"), ("1 164 MHz", "–120 dBW", ""), ("5 GHz", "–118 dBW | peak", "§ 2")),
             item("2", "that administrations report * on the limits, as follows:",
                  item("a)", "within one year;", item("i)", "of the day of entry into force;"),
                       item("ii)", "of the day of notification;")),
                  item("b)", "within two years otherwise;")),
             item("3", "that the text {of the table} is kept under review;")),
        call("instructs the Director",
             item("", "to bring this resolution to the attention of all members."),
             item("", "to report to the next conference on progress.")),
    ),
    (Footnote("1", "In the sense of article 1."), Footnote("2", "Limits are given per 4 kHz, e.g. *peak*.")),
)  # fmt: skip
FRENCH = Resolution(
    "12", "Rév. Nulle Part, 2003", "Rôle de l’Union dans la mise en œuvre", "La Conférence (Nulle Part, 2003),",
    (
        call("rappelant",
             item("a)", "la Résolution 71 (Rév. Nulle Part, 2001) de la Conférence;"),
             item("b)", "que l’Union «réduit» la fracture numérique;"),
             item("c)", "les résultats de l’examen d’ensemble,")),
        call("décide",
             item("1", "de continuer à coopérer avec les autres Secteurs[^*];"),
             item("2", "d’encourager l’application du principe de non‑exclusion;"),
             item("3", "de poursuivre ses activités,")),
        call("charge le Directeur", item("", "de faire rapport à la prochaine conférence.")),
    ),
    (Footnote("*", "Par exemple les pays en développement."),),
    language="fr",
)  # fmt: skip
ARABIC = Resolution(
    "7", "دبي، 2014", "دور قطاع تنمية الاتصالات", "إن المؤتمر العالمي لتنمية الاتصالات (دبي، 2014)،",
    (
        call("إذ يذكّر", item("أ )", "بالقرار 71 بشأن الخطة الاستراتيجية للاتحاد؛"),
             item("ب)", "بالقرار 130 بشأن بناء الثقة والأمن؛"), item("ج)", "بالقرار 139 بشأن سد الفجوة الرقمية،")),
        call("يقرر", item("1", "أن يواصل العمل مع القطاعات الأخرى؛"), item("2", "أن يقدم تقريراً إلى المؤتمر القادم.")),
    ),
    language="ar",
)  # fmt: skip
WITHOUT_CALLS = Resolution(
    "3", "", "On a text without calls",
    provisions=tuple(
        item(str(number), f"the {word} paragraph of the made-up text is about {word} things;")
        for number, word in enumerate(("first", "second", "third", "fourth", "fifth"), start=1)
    ),
)  # fmt: skip
BASES = (ENGLISH, FRENCH, ARABIC, WITHOUT_CALLS)
