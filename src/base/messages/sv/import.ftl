# Att hämta in (fcsite import): vad som sägs om filer från andra program.

import-broken = filen är skadad, eller inte det som den ser ut att vara. Öppna den i sitt program, spara den på nytt och försök igen.
import-deep = filen har delar inuti varandra i för många led.
import-parts = filen består av fler än { $most } delar.
import-unpacked = filen är större än { $most } MB när den packas upp.
import-kind = det är varken en arbetsbok från Excel (.xlsx) eller en CSV-fil.
import-old-office = den är sparad i det äldre formatet (.xls), eller har ett lösenord. Öppna den, ta bort lösenordet och spara den som .xlsx.
import-is-text = det är en text från Word, och det som hämtas in är listor med aktiviteter. Texten skriver du i en nyhet eller sida: fcsite new news, eller fcsite edit.
import-no-heading = ingen rad har rubriker som går att känna igen. Skriv en rad ovanför listan med minst Aktivitet, Dag och Tid.
import-not-in-order = det är något fel i { $file } redan. Rätta det som fcsite check visar, och försök igen.
import-unsure = raderna går inte att lägga till i { $file } utan att något annat i den ändras.
import-two-times = ”{ $value }” är mer än en tid. Skriv en rad för var och en.
import-registration = ”{ $value }” säger inte hur man anmäler sig. Skriv ett telefonnummer, en e-postadress eller en webbadress som börjar med https://, eller ja eller nej.
import-left-heading = Det här följer inte med:
import-left-row = – Rad { $row }: { $what }
import-left-cell = – Rad { $row }, kolumn { $column } ({ $heading }): { $what }
import-left-column = – Kolumn { $column } ({ $heading }): det finns inget fält för den i filen. Står det något viktigt där, skriv det i kolumnen Beskrivning.
import-left-sheet = – Bladet ”{ $name }”: bara ett blad läses. Flytta det först i arbetsboken, eller spara det för sig.
import-left-rows = – Raderna efter den { $most }:e: så många läses inte.
import-found = { $new ->
        [0] Inga nya aktiviteter för { $file }
        [one] En ny aktivitet för { $file }
       *[other] { $new } nya aktiviteter för { $file }
    }{ $there ->
        [0] {""}
       *[other] , { $there } som redan finns
    }{ $left ->
        [0] {""}
        [one] , en rad som inte följer med
       *[other] , { $left } rader som inte följer med
    }.
import-dry = Inget är skrivet. Lägg till --write när det ser rätt ut.
import-ask = Ska det skrivas i { $file }? [j/N]
import-done = Skrivet. Se sidan med: fcsite serve --open
import-mend = Rätta cellerna i filen och hämta in den en gång till: de rader som redan är skrivna tas inte med två gånger.
