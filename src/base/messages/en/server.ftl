# What the parts of a server's configuration are for, as comments in it.

server-head = Configuration of { $address }, written by "fcsite server-config".
    What is in public/ belongs in { $folder }.
    Run the command again when old addresses were added.
server-secure = Browsers guess no types, no other site shows these pages within its own,
    and others are not told which page a reader came from. Add HTTPS in the way that you usually do.
server-types = The types of the files. Calendars and feeds are then opened by the right program.
server-open = Open data, feeds and calendars may be read by pages of other sites, such as the municipality's own map.
server-open-data = Open data may be read by pages of other sites, such as the municipality's own map.
server-packed = Texts are sent compressed.
server-ask = Pages, feeds and data: the browser asks each time whether there is something new.
server-keep = The files in assets/ get a new name when they change, so they can be kept for a year.
server-missing = The page for addresses that do not exist: the nearest one, in the municipality's theme and the reader's language.
server-hidden = fcsite's own list of the files, and other files that begin with a dot, are not for visitors.
server-moved = Old addresses.
