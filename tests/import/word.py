"""Makes word.docx, as python-docx writes a text: pip install python-docx pillow; python word.py"""

import io

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image


def link(paragraph, address, words):
    number = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element, run, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    element.set(qn("r:id"), number)
    text.text = words
    run.append(text)
    element.append(run)
    paragraph._p.append(element)


document = Document()
document.add_heading("Sommar i Fittja: så blir det", 0)
document.add_paragraph("Öppna förskolan har öppet hela sommaren.")
paragraph = document.add_paragraph("Läs mer hos ")
link(paragraph, "https://www.1177.se/", "1177 *Vårdguiden*")
paragraph.add_run(" eller ").bold = True
link(paragraph, "javascript:alert(1)", "här")
paragraph.add_run(".")
document.add_heading("Det här gör vi", 1)
document.add_paragraph("sång & lek", style="List Bullet")
document.add_paragraph("bad <barn>", style="List Bullet")
document.add_paragraph("ute i parken", style="List Bullet 2")
document.add_heading("Så kommer du hit", 2)
document.add_paragraph("Ta tåget", style="List Number")
document.add_paragraph("Gå till torget", style="List Number")
document.add_paragraph("# ingen rubrik, {klamrar} och ::: fact")
table = document.add_table(rows=2, cols=2)
for cell, text in zip([cell for row in table.rows for cell in row.cells], ["Dag", "Tid", "måndag", "9|12"]):
    cell.text = text
picture = io.BytesIO()
Image.new("RGB", (80, 60), (157, 15, 63)).save(picture, "JPEG")
for described in ("Entrén på torget", ""):
    picture.seek(0)
    document.add_picture(picture)
    document.inline_shapes[-1]._inline.docPr.set("descr", described)
document.save("word.docx")
