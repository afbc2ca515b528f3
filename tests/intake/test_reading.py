"""Files of every kind come back as their paragraphs; what cannot be read is refused in one sentence."""

import io
import zipfile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzes.engine.text import ParagraphKind, clean_blocks, clean_text
from quizzes.intake import IntakeError, Source, read
from tests.intake import files

BODY, HEADING, ITEM, QUOTE = (
    ParagraphKind.BODY,
    ParagraphKind.HEADING,
    ParagraphKind.LIST_ITEM,
    ParagraphKind.QUOTE,
)
RAILWAY, OTTERS, LIDO = (files.gold(name) for name in ("hill-railway", "sea-otters", "thornmouth-lido"))
PAGE = "<html><head><title>Vell</title></head><body><h1>Vell</h1><p>The harbour was closed in 1974.</p></body></html>"


def paragraphs(source: Source):
    cleaned = clean_text(source.text) if source.blocks is None else clean_blocks(source.blocks)[1]
    return cleaned.paragraphs


def plain(texts):
    return [" ".join(text.translate(str.maketrans("“”‘’", "\"\"''")).split()) for text in texts]


def assert_same(source: Source, gold: files.Gold):
    assert plain(paragraph.text for paragraph in paragraphs(source)) == plain(gold.texts)


@pytest.mark.parametrize(
    ("gold", "setting"),
    [
        (RAILWAY, {}),
        (OTTERS, {"columns": 2, "head": "The Vell Courier", "foot": True}),
        (OTTERS, {"columns": 2, "justified": True, "indent": 12, "space": 0}),
        (LIDO, {"columns": 3, "size": 8, "justified": True}),
        (LIDO, {"indent": 12, "space": 0, "foot": True, "note": "See the town archive, box nine."}),
    ],
    ids=["plain", "two columns", "indents only", "three columns", "notes"],
)
def test_pdf(gold, setting):
    source = read(files.pdf(gold, **setting))
    assert source.kind == "pdf"
    assert_same(source, gold)
    reasons = {note.noise for note in source.notes}
    wanted = {"head": "running head", "foot": "page number", "note": "footnote"}
    assert reasons == {reason for name, reason in wanted.items() if setting.get(name)}


def test_pdf_tells_how_far_it_is():
    heard = []
    read(files.pdf(OTTERS), progress=lambda done, total: heard.append((done, total)))
    assert heard == [(number, len(heard)) for number in range(1, len(heard) + 1)]


def test_pdf_stops_when_its_reader_is_stopped():
    class StoppedError(Exception):
        pass

    def stop(done, total):
        raise StoppedError

    with pytest.raises(StoppedError):
        read(files.pdf(RAILWAY), progress=stop)


def test_pdf_with_an_owners_password_alone_is_read():
    assert_same(read(files.pdf(RAILWAY, password="")), RAILWAY)


def test_docx_in_words_own_styles():
    source = read(files.word(RAILWAY))
    assert (source.kind, source.title) == ("docx", RAILWAY.texts[0])
    assert_same(source, RAILWAY)
    assert [paragraph.kind for paragraph in paragraphs(source)] == list(RAILWAY.kinds)


def test_docx_reads_as_a_person_does():
    document = docx.Document()
    document.add_heading("The harbour", level=1)
    changed = document.add_paragraph("It was ")
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for xml in (
        f"<w:del {w}><w:r><w:delText>opened</w:delText></w:r></w:del>",
        f"<w:ins {w}><w:r><w:t>closed</w:t></w:r></w:ins>",
        f"<w:r {w}><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
        f"<w:hyperlink {w}><w:r><w:tab/><w:t>in 1974</w:t><w:br/><w:t>.</w:t></w:r></w:hyperlink>",
    ):
        changed._p.append(docx.oxml.parse_xml(xml))
    drop = document.add_paragraph("T")
    drop._p.get_or_add_pPr().append(docx.oxml.parse_xml(f'<w:framePr {w} w:dropCap="drop"/>'))
    document.add_paragraph("he pier came later, and it stands on steel.")
    document.add_paragraph("Boats by the hundred", style="Caption")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "1974", "400 boats"
    document.add_paragraph("first", style="List Number")
    outlined = document.add_paragraph("The pier")
    outlined._p.get_or_add_pPr().append(docx.oxml.parse_xml(f'<w:outlineLvl {w} w:val="1"/>'))
    document.sections[0].header.paragraphs[0].text = "never read"
    source = read(files.saved(document))
    assert [(paragraph.kind, paragraph.text) for paragraph in paragraphs(source)] == [
        (HEADING, "The harbour"),
        (BODY, "It was closed in 1974 ."),
        (BODY, "The pier came later, and it stands on steel."),
        (ITEM, "1974 400 boats"),
        (ITEM, "first"),
        (HEADING, "The pier"),
    ]
    assert [(block.text, block.noise) for block in source.blocks if block.noise] == [
        ("Boats by the hundred", "caption")
    ]


def test_epub_in_the_order_of_its_spine():
    chapters = [
        '<section epub:type="titlepage"><h1>The harbour book</h1></section>',
        "<h1>One</h1><p>It was closed\n in 1974.</p><ul><li>boats</li></ul>",
        "<h1>Two</h1><blockquote><p>So it was.</p></blockquote>",
        "<p>never read</p>",
    ]
    spine = '<itemref idref="c1"/><itemref idref="c2"/><itemref idref="c3"/><itemref idref="c4" linear="no"/>'
    heard = []
    source = read(files.book(chapters, spine=spine), progress=lambda done, total: heard.append((done, total)))
    assert source.title == "The harbour book"
    assert [(paragraph.kind, paragraph.text) for paragraph in paragraphs(source)] == [
        (HEADING, "One"),
        (BODY, "It was closed in 1974."),
        (ITEM, "boats"),
        (HEADING, "Two"),
        (QUOTE, "So it was."),
    ]
    assert heard[-1] == (3, 3)


def test_epub_with_obfuscated_fonts_alone_is_read():
    locked = '<encryption xmlns="x"><CipherReference URI="OPS/f.otf"/></encryption>'
    assert read(files.book(["<p>It was closed.</p>"], extra={"META-INF/encryption.xml": locked})).blocks


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PAGE.encode(), "harbour.txt", "html"),
        (PAGE.encode("utf-16"), "", "html"),
        (b"# Vell\n\nThe harbour was closed.", "vell.md", "markdown"),
        (b"---\ntitle: Vell\n---\nThe harbour was closed.", "", "markdown"),
        (b"# Vell\n\nThe harbour was closed.", "vell.txt", "text"),
        (b"# Vell\n\nThe harbour.\n\n## Boats\n\nIt was closed.", "", "markdown"),
        (b"The harbour was closed.", "vell.pdf", "text"),
        (b"A file that begins with (%PDF-1.7) is a PDF.", "notes.txt", "text"),
        (b"if a < b and <p> is unclosed", "notes.txt", "text"),
        (files.word(RAILWAY), "vell.txt", "docx"),
        (files.pdf(RAILWAY), "vell.docx", "pdf"),
    ],
)
def test_content_decides_what_a_file_is(data, name, kind):
    assert read(data, name=name).kind == kind


def test_a_page_is_decoded_as_it_declares_itself():
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-2">').replace("closed", "zamknięty")
    assert "zamknięty" in read(page.encode("iso-8859-2")).blocks[1].text
    lying = PAGE.replace("<head>", '<head><meta charset="ascii">').replace("closed", "“closed”")
    assert "“closed”" in read(lying.encode()).blocks[1].text


def _zip_bomb():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<" + b" " * 70_000_000)
    return target.getvalue()


LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
LOCKED = '<encryption xmlns="x"><CipherReference URI="OPS/text/c%201.xhtml"/></encryption>'
BAD = {
    "nothing": (b"", "This file is empty"),
    "blank": (b" \n", "no text in it"),
    "picture": (b"\x89PNG\r\n\x1a\n....", "This is a picture"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1", "old or a locked Word document"),
    "rich text": (b"{\\rtf1 hello}", "rich text file"),
    "archive": (files.zipped({"a.txt": "x"}), "This is an archive"),
    "Kindle book": (b"\x00" * 60 + b"BOOKMOBI", "a Kindle book"),
    "photograph": (b"\x00\x00\x00\x18ftypheic", "a picture, a film"),
    "PostScript": (b"%!PS-Adobe-3.0", "a PostScript file"),
    "OpenDocument": (files.zipped({"content.xml": "<x/>"}), "OpenDocument"),
    "table": (files.zipped({"xl/workbook.xml": "<x/>"}), "a table or slides"),
    "cut zip": (files.word(RAILWAY)[:2_000], "This file is damaged"),
    "not text": (b"\x00\x01\x02\x03 \x00\x00 abc", "not text"),
    "too large": (b"a" * 5_000_001, "larger than 5 MB"),
    "cut PDF": (b"%PDF-1.7 garbage", "This PDF is damaged"),
    "locked PDF": (files.pdf(RAILWAY, password="secret"), "locked with a password"),
    "empty PDF": (files.pdf(files.Gold((), ())), "This PDF"),
    "zip bomb": (_zip_bomb(), "far too large"),
    "laughs in Word": (files.zipped({"word/document.xml": LAUGHS}), "declares entities"),
    "file in Word": (files.zipped({"word/document.xml": OUTSIDE}), "declares entities"),
    "laughs in UTF-16": (files.zipped({"word/document.xml": LAUGHS.encode("utf-16")}), "declares entities"),
    "broken Word": (files.zipped({"word/document.xml": "<x"}), "This file is damaged"),
    "empty Word": (files.saved(docx.Document()), "no text in it"),
    "book without package": (files.zipped({"META-INF/container.xml": "<x/>"}), "does not say what it holds"),
    "locked book": (files.book(["<p>x</p>"], extra={"META-INF/encryption.xml": LOCKED}), "locked by its publisher"),
    "empty book": (files.book(["<p> </p>"]), "no text in it"),
}


@pytest.mark.parametrize(("data", "reason"), BAD.values(), ids=list(BAD))
def test_what_cannot_be_read_is_refused(data, reason):
    with pytest.raises(IntakeError, match=reason) as refusal:
        read(data)
    assert str(refusal.value).endswith((".", "first."))


SAMPLES = {
    "docx": files.word(RAILWAY),
    "epub": files.book([PAGE, PAGE]),
    "html": PAGE.encode(),
    "text": b"\xff\xfea\x00b\x00",
}


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(SAMPLES)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=12),
    st.floats(0, 1),
)
def test_damage_is_read_or_refused(sample, changes, cut):
    data = bytearray(SAMPLES[sample])
    for place, value in changes:
        data[int(place * (len(data) - 1))] = value
    try:
        source = read(bytes(data[: len(data) - int(cut * len(data) * 0.3)]))
    except IntakeError:
        return
    assert source.text.strip() or source.blocks


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300).filter(lambda data: b"%PDF-" not in data))
def test_any_bytes_are_read_or_refused(data):
    try:
        source = read(data)
    except IntakeError:
        return
    assert source.text.strip() or source.blocks


@settings(deadline=None, max_examples=6)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_damaged_pdf_is_read_or_refused(changes):
    data = bytearray(PDF)
    for place, value in changes:
        data[8 + int(place * (len(data) - 9))] = value
    try:
        source = read(bytes(data))
    except IntakeError:
        return
    assert source.text.strip()


PDF = files.pdf(RAILWAY)
