"""What people and programs write where there is no value, and the words for yes and no."""

_ERRORS = """
#n/a #n/v #nv #n/d #н/д #null! #nul! #nulo! #div/0! #¡div/0! #дел/0! #value! #wert! #valeur! #valor! #¡valor!
#valore! #знач! #waarde! #arg! #ref! #¡ref! #bezug! #rif! #adr! #verw! #ссылка! #name? #nom? #¿nombre? #nome?
#naam? #nazwa? #имя? #num! #zahl! #nombre! #¡num! #getal! #liczba! #число! #spill! #calc! #getting_data
#unknown! #field! #blocked!
"""
_PAIRS = """
yes/no y/n true/false t/f ja/nein j/n wahr/falsch oui/non o/n vrai/faux sí/no si/no s/n verdadero/falso
sì/no vero/falso sim/não sim/nao verdadeiro/falso tak/nie prawda/fałsz да/нет истина/ложь ja/nee
waar/onwaar ja/nej sand/falsk sant/falskt ja/nei ano/ne igen/nem kyllä/ei evet/hayır
"""

# No value in any column; an error of a spreadsheet is none either.
_CLEAR = (
    "",
    "n/a",
    "n.a.",
    "nan",
    "null",
    "(null)",
    "<na>",
    "\\n",
    "k.a.",
    "k. a.",
    "k.a",
    "n.v.",
    "n.d.",
    "s/d",
    "s.d.",
)
CLEAR = frozenset((*_CLEAR, *_ERRORS.split()))
# No value beside words; beside single letters "-" can be a kind of its own, as "+" is.
SYMBOLS = frozenset(("?", "??", "???", "-", "--", "---", "–", "—", ".", "..", "...", "…"))
# No value beside words; beside short codes they are Namibia or North America, and North Dakota.
CODES = frozenset(("na", "nd"))
# No value among numbers and dates only: "none" can be the kind of contract, "unknown" a kind of job.
_WORDS = "none,nil,missing,unknown,not available,not known,no data,n/k,keine angabe,unbekannt,leer,fehlt,brak"
_OTHER_WORDS = "brak danych,inconnu,vide,sin dato,sin datos,sem dados,nessuno,onbekend,geen,нет данных"
WORDS = frozenset((*_WORDS.split(","), *_OTHER_WORDS.split(",")))

MARKS = CLEAR | SYMBOLS | WORDS | CODES
LONGEST_MARK = max(map(len, MARKS))

PAIRS = frozenset(frozenset(pair.split("/")) for pair in _PAIRS.split())
YES_OR_NO = frozenset(word for pair in PAIRS for word in pair)
