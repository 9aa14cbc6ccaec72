"""Makes termin.xlsx and nyhet.docx as a family centre writes them: pip install openpyxl python-docx; python term.py"""

import datetime

from docx import Document
from openpyxl import Workbook

book = Workbook()
sheet = book.active
sheet.title = "Våren 2027"
sheet.append(["Vårens program på Fittja familjecentral"])
sheet.append([])
sheet.append(["Aktivitet", "Dag", "Tid", "Startdatum", "Slutdatum", "Plats", "Anmälan"])
start, end = datetime.date(2027, 1, 11), datetime.date(2027, 6, 4)
rows = [
    ("Babymassage", "måndag", "10.00–11.00", start, end, "Stora rummet", ""),
    ("Öppen förskola för de minsta", "måndag", "13–15", start, end, "", ""),
    ("Sångstund", "tisdag", "10.00–10.30", start, end, "Stora rummet", ""),
    ("Språkkafé", "tisdag", "13.00–14.30", start, end, "Köket", ""),
    ("Pappagrupp", "tis och tors", "14–15.30", start, end, "", ""),
    ("Rytmik", "onsdag", "9.30–10.15", start, end, "Stora rummet", "ja"),
    ("Föräldragrupp", "onsdag", "13.00–14.30", datetime.date(2027, 2, 3), datetime.date(2027, 3, 24), "", "ja"),
    ("Sagostund på arabiska", "torsdag", "10.00–10.30", start, end, "Biblioteket", ""),
    ("Barnvagnspromenad", "torsdag", "11.00–12.00", start, end, "", ""),
    ("Fredagsfika", "fredag", "9.30–11.00", start, end, "Köket", ""),
    ("Prova på tecken", "fredag", "13.00–14.00", start, end, "", ""),
    ("Första hjälpen för barn", "lördag", "10.00–13.00", datetime.date(2027, 2, 13), datetime.date(2027, 2, 13), "Stora rummet", "ja"),
]
for row in rows:
    sheet.append(row)
book.save("termin.xlsx")

document = Document()
document.add_heading("Nya tider på BVC från januari", 0)
document.add_paragraph("Från den 11 januari tar BVC emot besök utan tid på måndagar och onsdagar.")
document.add_heading("Så kommer du till oss", 1)
document.add_paragraph("Anmäl dig i receptionen på plan 2.", style="List Bullet")
document.add_paragraph("Ta med barnets hälsobok, om du har den.", style="List Bullet")
document.add_heading("Tiderna", 1)
table = document.add_table(rows=3, cols=2)
for cell, text in zip(
    [cell for row in table.rows for cell in row.cells],
    ["Dag", "Tid", "Måndag", "8.30–10.00", "Onsdag", "13.00–15.00"],
):
    cell.text = text
document.add_paragraph("Övriga dagar bokar du tid på telefon.")
document.save("nyhet.docx")
