"""Encodings of short files: told by whether their text is plausible."""

from pathlib import Path

import pytest

from csat_core.ingest.formats.encodings import as_utf8
from csat_core.ingest.formats.guessed_encodings import MENDED
from csat_core.ingest.formats.plausibility import plausibility

SHORT: list[tuple[str, str, str]] = [
    ("cp932", "shift-jis", "日付,満足度,コメント\n2026-01-01,5,とても良い\n2026-01-02,4,普通です\n"),
    ("cp932", "shift-jis", "満足度,地域\n満足,東京\n不満,大阪\n普通,京都\n"),
    ("cp932", "shift-jis", "評価,ｺﾒﾝﾄ\n5,ﾖｲ\n3,ﾌﾂｳ\n"),
    ("euc_jp", "euc-jp", "日付,満足度,コメント\n2026-01-01,5,とても良い\n2026-01-02,4,普通です\n"),
    ("gb18030", "gb18030", "日期,满意度,评论\n2026-01-01,非常满意,很好\n2026-01-02,不满意,太慢\n"),
    ("gb18030", "gb18030", "满意度\n满意\n不满意\n"),
    ("big5", "big5", "地區,評分\n台北,5\n高雄,4\n"),
    ("big5", "big5", "滿意度\n滿意\n不滿意\n"),
    ("cp949", "euc-kr", "날짜,만족도,의견\n2026-01-01,매우 만족,좋아요\n2026-01-02,불만족,늦어요\n"),
    ("cp949", "euc-kr", "지역,점수\n서울,5\n부산,4\n"),
    ("cp1251", "windows-1251", "ДАТА;ОЦЕНКА\n1;ХОРОШО\n"),
    ("cp1251", "windows-1251", "Регион;Оценка\nМосква;5\n"),
    ("cp1253", "windows-1253", "Περιοχή;Βαθμός\nΑθήνα;5\n"),
    ("cp1252", "windows-1252", "Betrag\n5 €\n"),
    ("cp1252", "windows-1252", "Åsikt;Kön\nNöjd på;Än\n"),
    ("cp1252", "windows-1252", "Avis\nTout à fait satisfait\n"),
    ("cp1252", "windows-1252", "Prénom;état\nÉlodie;désolé\n"),
    ("cp1250", "windows-1250", "Spokojenost;Město\nvýborná;Plzeň\nšpatná;Žďár\n"),
    ("cp1250", "windows-1250", "Zadowolenie;Region\nBardzo zadowolony;Łódź\nNiezadowolony;Kraków\n"),
    ("cp1250", "windows-1250", "Ocena;Miasto\n5;Gdańsk\n3;Poznań\n"),
    ("cp1250", "windows-1250", "Elégedettség;Város\n5;Győr\n4;Szűcs\n"),
    ("iso8859_2", "iso-8859-2", "Ocena;Miasto\n5;Gdańsk\n3;Łódź\n"),
    ("mac_roman", "mac-roman", "Zufriedenheit;Ort\nsehr zufrieden;Köln\nunzufrieden;Düsseldorf\n"),
    ("mac_roman", "mac-roman", "Satisfação;Cidade\n5;São Paulo\n4;Brasília\n"),
    ("cp1252", "windows-1252", "Comment\nDon’t know\nIt’s “fine”\n"),
    ("cp1252", "windows-1252", "Ánægja;Borg\n5;Þórshöfn\n4;Ísafjörður\n"),
    ("cp1254", "windows-1254", "Memnuniyet;Şehir\nçok iyi;İzmir\nkötü;Iğdır\n"),
]  # fmt: skip


@pytest.mark.parametrize(("python", "shown", "text"), SHORT)
def test_a_short_file_is_read_letter_by_letter(tmp_path: Path, python: str, shown: str, text: str) -> None:
    path = tmp_path / "short.csv"
    path.write_bytes(text.encode(python))
    read = as_utf8(path, tmp_path)
    assert (read.encoding, read.path.read_text()) == (shown, text)
    assert read.evidence[0].startswith(f"The text is {shown}: it is not UTF-8, and this fits its letters best.")


def test_what_two_east_asian_encodings_would_read_alike_well_is_said(tmp_path: Path) -> None:
    path = tmp_path / "short.csv"
    path.write_bytes("지역,점수\n서울,5\n".encode("cp949"))
    assert as_utf8(path, tmp_path).evidence == (
        "The text is euc-kr: it is not UTF-8, and this fits its letters best. It may be gb18030, euc-jp or big5 as well: "
        f"{MENDED}",
    )


@pytest.mark.parametrize(
    ("text", "written", "read", "share"),
    [
        ("plain", "ascii", "cp1252", 1.0), ("Über", "cp1252", "cp1252", 1.0), ("grün§e", "cp1252", "cp1252", 0.0),
        ("とても", "cp932", "cp932", 1.5), ("とても", "cp932", "cp1251", 0.0), ("만족", "cp949", "cp949", 1.0),
        ("とても", "cp932", "big5", None),
    ],
)  # fmt: skip
def test_letters_make_sense_or_none(text: str, written: str, read: str, share: float | None) -> None:
    found = plausibility(text.encode(written), read)
    assert found == share


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("City,CSAT\nNörd,4\nKöln,5\nMünchen,3\n", "cp850", "cp850"), ("Ville,CSAT\nOrléans,4\nNîmes,5\n", "cp850", "cp850"),
        ("SATISFAÇÃO,REGIÃO\n4,SÃO PAULO\n5,CEARÁ\n", "cp850", "cp850"), ("SATISFAÇÃO,REGIÃO\n4,SÃO PAULO\n5,CEARÁ\n", "cp1252", "windows-1252"),
        ("Город,CSAT\nМосква,4\nКазань,5\nмало времени\n", "koi8_r", "koi8-r"), ("Город,CSAT\nМосква,4\nКазань,5\n", "cp1251", "windows-1251"),
        ("City,CSAT\nNörd,4\nKöln,5\nMünchen,3\n", "cp1252", "windows-1252"), ("City,CSAT\nNörd,4\nKöln,5\nMünchen,3\n", "mac_roman", "mac-roman"),
    ],
)  # fmt: skip
def test_text_of_ms_dos_and_of_unix_is_read_with_its_letters(tmp_path, text, encoding, shown):
    path = tmp_path / "text.csv"
    path.write_bytes(text.encode(encoding))
    found = as_utf8(path, tmp_path)
    assert (found.encoding, found.path.read_text("utf-8").splitlines()) == (shown, text.splitlines())


def test_letters_that_turkish_shares_with_icelandic_alone_are_said(tmp_path):
    path = tmp_path / "text.csv"
    path.write_bytes("City,CSAT\nİzmir,4\nBonn,5\n".encode("cp1254"))
    assert "windows-1254" in " ".join(as_utf8(path, tmp_path).evidence)
