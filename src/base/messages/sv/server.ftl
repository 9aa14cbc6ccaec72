# Vad delarna av en servers inställningar är till för, som kommentarer i dem.

server-head = Inställningar för { $address }, skrivna av ”fcsite server-config”.
    Innehållet i public/ ska ligga i { $folder }.
    Kör kommandot igen när gamla adresser har kommit till.
server-secure = Webbläsaren gissar inga filtyper, ingen annan webbplats visar sidorna inuti sina egna,
    och andra får inte veta vilken sida läsaren kom från. HTTPS lägger ni till på det sätt som ni brukar.
server-types = Filernas typer. Kalendrar och flöden öppnas då i rätt program.
server-open = Öppna data, flöden och kalendrar får läsas av sidor på andra webbplatser, till exempel kommunens egen karta.
server-open-data = Öppna data får läsas av sidor på andra webbplatser, till exempel kommunens egen karta.
server-packed = Texter skickas komprimerade.
server-ask = Sidor, flöden och data: webbläsaren frågar varje gång om det finns något nytt.
server-keep = Filerna i assets/ får ett nytt namn när de ändras, så de kan sparas ett år.
server-missing = Sidan för adresser som inte finns: den som ligger närmast, i kommunens tema och på läsarens språk.
server-hidden = fcsites egen lista över filerna, och andra filer som börjar med en punkt, är inget för besökare.
server-moved = Gamla adresser.
