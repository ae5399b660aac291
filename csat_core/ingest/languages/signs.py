"""Signs that need no language: faces, thumbs, hearts and stars.

`¦` stands for the bar, which divides labels here.
"""

from csat_core.ingest.languages.language import Language

FAMILIES = """
faces
    😞 | 🙁 | ☹️ | ☹ | 😢 | 😡 | 😠 | 😟 | 😣 | 😖 | 😩 | 😭 | 🤬 | :( | :-( | =( | :'( | :c | >:( | ):
    🙂 | 😊 | 😀 | 😃 | 😄 | ☺️ | ☺ | 😁 | 😍 | 🤩 | 😆 | :) | :-) | =) | :d | :-d | (:
faces
    😞 | 🙁 | ☹️ | ☹ | 😢 | 😡 | 😠 | 😟 | :( | :-( | =( | :'( | >:( | ):
    😐 | 😶 | 😑 | :-¦ | :¦ | :-/ | :/ | =¦
    🙂 | 😊 | 😀 | 😃 | 😄 | ☺️ | ☺ | 😁 | 😍 | 🤩 | :) | :-) | =) | :d | :-d | (:
faces
    😡 | 😠 | 😫 | 😢 | 😭 | 😩 | 🤬 | 😖 | 😣
    🙁 | ☹️ | ☹ | 😟 | 😞 | 😕 | 😔
    🙂 | ☺️ | ☺ | 😊
    😀 | 😃 | 😄 | 😍 | 🤩 | 😁 | 😆
faces
    😡 | 😠 | 😫 | 😢 | 😭 | 😩 | 🤬 | 😖 | 😣
    🙁 | ☹️ | ☹ | 😟 | 😞 | 😕 | 😔
    😐 | 😶 | 😑
    🙂 | ☺️ | ☺
    😀 | 😃 | 😄 | 😍 | 🤩 | 😊 | 😁 | 😆
faces
    😞 | 😢 | 😡 | 😠
    🙁 | ☹️ | ☹ | 😟 | 😕
    😐 | 😶 | 😑
    🙂 | ☺️ | ☺ | 😊
    😀 | 😃 | 😄 | 😍 | 🤩 | 😁
faces
    😠 | 😡 | 😢
    🙁 | ☹️ | ☹ | 😟 | 😕 | 😞
    😐 | 😶 | 😑
    😃 | 🙂 | 😀 | 😊 | 😄
    🤩 | 😍
faces
    :-(( | :(( | >:( | :'(
    :-( | :(
    :-¦ | :¦ | :-/ | :/
    :-) | :)
    :-)) | :)) | :-d | :d
thumbs
    👎
    👍
plus and minus (by name)
    -
    +
plus and minus (by name)
    -
    0 | o | ○ | +/- | ± | = | ~
    +
plus and minus (by name): middle or none
    --
    -
    0 | o | ○ | +/- | ± | = | ~
    +
    ++
thumbs (by name)
    down
    up
hearts (by name)
    💔
    ❤️ | ❤ | ♥ | ♥️
hearts (by name)
    ♥ | ❤️ | ❤ | ♥♡♡♡♡
    ♥♥ | ❤️❤️ | ❤❤ | ♥♥♡♡♡
    ♥♥♥ | ❤️❤️❤️ | ❤❤❤ | ♥♥♥♡♡
    ♥♥♥♥ | ❤️❤️❤️❤️ | ❤❤❤❤ | ♥♥♥♥♡
    ♥♥♥♥♥ | ❤️❤️❤️❤️❤️ | ❤❤❤❤❤
stars
    ★ | ⭐ | ⭐️ | ★☆☆☆☆ | *
    ★★ | ⭐⭐ | ⭐️⭐️ | ★★☆☆☆ | **
    ★★★ | ⭐⭐⭐ | ⭐️⭐️⭐️ | ★★★☆☆ | ***
    ★★★★ | ⭐⭐⭐⭐ | ⭐️⭐️⭐️⭐️ | ★★★★☆ | ****
    ★★★★★ | ⭐⭐⭐⭐⭐ | ⭐️⭐️⭐️⭐️⭐️ | *****
stars
    ★ | ⭐ | ★☆☆ | *
    ★★ | ⭐⭐ | ★★☆ | **
    ★★★ | ⭐⭐⭐ | ***
"""

SIGNS = Language(
    code="signs",
    families=FAMILIES,
    names="",
    # what spreadsheets and SPSS write where there is no value
    not_applicable="# | #n/a | #null! | #div/0! | #value! | #ref! | #name? | #num!",
    other_letters={ord("¦"): "|"},
)
