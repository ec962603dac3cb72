"""The colours of figures, those of the site; whatever tells something differs in shape or in words as well."""

WIT = "#ffffff"
INKT = "#0e3352"
ZACHT = "#55626e"  # quiet text, and outlines of what is not chosen
GRIJS = "#6b7782"  # the edge of a team of which little is known
SPOOR = "#edf0f3"  # the ground of a bar
GROEN = "#1b6636"  # the teams
LICHTGROEN = "#e3f2e7"
OKER = "#b77400"

# The four domains: a soft ground, and a line that stands out from it and from white.
VLAKKEN = {"DOM-1": "#dcebf7", "DOM-2": "#fbe5e2", "DOM-3": "#fdf0d8", "DOM-4": "#ece7f5"}
RANDEN = {"DOM-1": "#2f6fa5", "DOM-2": "#b1443b", "DOM-3": "#976000", "DOM-4": "#6b56a3"}
