"""Pages, tables and documents of this project's own making, and hostile ones, built in memory."""

from __future__ import annotations

import io
import textwrap
import zipfile

SENTENCE = "The foreign ministers of the two states met in Vilnius on Monday and agreed to open the border crossing again."
BODY = "\n\n".join(
    [
        f"{SENTENCE} It had been shut since the spring of last year.",
        "A spokesman for one ministry said that talks on a second crossing would go on in the autumn.",
        f"Diplomats on both sides called the mood better than a year ago. {SENTENCE}",
    ]
)
OTHER_BODY = "\n\n".join(
    [
        "The harbour of the river port stayed closed for a third week while the neighbours argued about fees and about pilots.",
        "Neither government would say when its delegation might travel. Shipping firms have begun to send their goods by rail, at "
        "twice the price, and two of them asked a court in the capital for damages from the port authority.",
        "Observers expect no agreement before the elections, since both cabinets need the votes of the border towns.",
    ]
)

# The shape of the page this project started from, in words of its own.
TWO_ARTICLES = f"""Neighbours will open a border crossing before they speak of trade

Category status:
August 03, 2015 09:12

{BODY}

Similar articles

Quarrel over the river port drags on
October 11, 2016 17:45
Фото: AGENCY ONE

{OTHER_BODY}

Recent trends"""


def web_page(similar: str = "") -> str:
    """A saved news page with the usual surroundings."""
    paragraphs = "".join(f"<p>{p}</p>" for p in BODY.split("\n\n"))
    return (
        '<!DOCTYPE html><html lang="en"><head><title>Neighbours open a crossing | The Example Post</title>'
        '<meta property="og:site_name" content="The Example Post">'
        '<meta property="article:published_time" content="2015-08-03T09:12:00+03:00">'
        '<link rel="canonical" href="https://www.example.org/crossing"><meta name="author" content="Ann Lee">'
        "<script>var evil = 'SCRIPTED WORDS';</script><style>p{color:red}</style></head><body>"
        '<nav><a href="/">Home</a><a href="/politics">Politics</a></nav><div>We use cookies to make this site better.</div>'
        "<article><h1>Neighbours open a crossing</h1><figure><img src=x onerror=alert(1)><figcaption>Photo: A. Bell</figcaption></figure>"
        f"{paragraphs}<p>What stands as &lt;script&gt;alert(2)&lt;/script&gt; in the text is text, and it stays so.</p></article>"
        f"{similar}<div>Share this</div><footer>© 2015 Example. All rights reserved.</footer></body></html>"
    )


def similar_box() -> str:
    """A second whole article under "Similar articles", as HTML."""
    paragraphs = "".join(f"<p>{p}</p>" for p in OTHER_BODY.split("\n\n"))
    return (
        "<h2>Similar articles</h2><div><h3>Quarrel over the river port drags on</h3><p>October 11, 2016 17:45</p>"
        f"<p>Фото: AGENCY ONE</p>{paragraphs}</div><h2>Recent trends</h2>"
    )


def pdf(pages: list[list[str]]) -> bytes:
    """A small PDF with these lines on its pages, in Helvetica."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, lines in enumerate(pages):
        shown = [line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in lines]
        content = "BT /F1 11 Tf 14 TL 50 740 Td " + " ".join(f"({line}) Tj T*" for line in shown) + " ET"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {5 + 2 * i} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream".encode("latin-1"))
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{o:010d} 00000 n \n".encode() for o in offsets)
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()


def pdf_lines() -> list[str]:
    """The lines of a one-page report, set in a column of 76 characters."""
    lines = ["Neighbours open a crossing", "August 03, 2015 09:12", ""]
    for paragraph in BODY.split("\n\n"):
        lines += textwrap.wrap(paragraph, 76)
    return lines


def docx(title: str = "Neighbours open a crossing", author: str = "Ann Lee") -> bytes:
    """A Word document with a title, a date line, the body and a table."""
    import docx as library

    document = library.Document()
    document.core_properties.author = author
    document.add_heading(title, 0)
    document.add_paragraph("3 August 2015")
    for paragraph in BODY.split("\n\n"):
        document.add_paragraph(paragraph)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Left cell of the table", "Right cell of the table"
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def zip_of(parts: dict[str, bytes]) -> bytes:
    """A zip with these entries, deflated."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()
