"""Languages of western and southern Europe."""

from tests.benchmarks.tongues.tongue import Tongue, headings

ENGLISH = Tongue(
    letters=("cp1252", "mac_roman"),
    decimal=".",
    groups=(",",),
    money=("${}", "£{}", "$ {}", "{} USD"),
    people=(
        "Anna Miller",
        "James O'Neill",
        "Chloé Dubois",
        "Zoë Brown",
        "William Hart",
        "Priya Patel",
        "Smith, John",
    ),
    towns=("London", "New York", "Springfield", "Leeds", "San José", "Aberdeen", "St. Louis", "Perth"),
    goods=("Desk lamp", "Office chair", "Paper A4", 'Monitor 24"', "Toner, black", "Stapler", "Café table"),
    states=("open", "paid", "cancelled", "in progress"),
    notes=("Customer called twice", "delivered, see invoice", "call back on Monday", "ok", 'said "later"'),
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    named_date="{month} {d}, {y}",
    yes_no=(("Yes", "No"), ("Y", "N"), ("TRUE", "FALSE"), ("true", "false")),
    headings=headings(
        "Customer|City|Product|Status|Comment|Amount|Quantity|Discount|Weight kg|Order date|Last login"
        "|ZIP|Phone|Item no|Card number|Active|Year"
    ),
    titles=("Sales report 2024", "Customer list, as of March", "Export from Inventory"),
    footers=("Source: internal", "* preliminary figures", "Printed by reception"),
    total="Total",
    day_first=False,
    dates="slash slash slash iso iso named dash",
)

GERMAN = Tongue(
    letters=("cp1252", "iso8859-15", "mac_roman"),
    decimal=",",
    groups=(".", " ", "\u00a0"),
    money=("{} €", "€ {}", "{} EUR"),
    people=(
        "Jürgen Müller",
        "Anna Schäfer",
        "Björn Weiß",
        "Käthe Groß",
        "Max Huber",
        "Öztürk, Aylin",
        "Uwe Jäger",
    ),
    towns=("München", "Köln", "Nürnberg", "Berlin", "Düsseldorf", "Gießen", "Frankfurt a. M.", "Görlitz"),
    goods=("Bürostuhl", "Schreibtisch", "Kabel 2,5 m", "Drucker", "Tür links", "Schlüsselbrett", "Regal"),
    states=("offen", "bezahlt", "storniert", "in Klärung"),
    notes=(
        "Kunde wünscht Rückruf",
        "siehe Rechnung; geprüft",
        "per Post, Einschreiben",
        "erledigt",
        "„dringend“",
    ),
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    named_date="{d}. {month} {y}",
    yes_no=(("ja", "nein"), ("Ja", "Nein"), ("J", "N"), ("WAHR", "FALSCH")),
    headings=headings(
        "Kunde|Ort|Artikel|Status|Bemerkung|Betrag|Menge|Anteil|Gewicht|Datum|Geändert am"
        "|PLZ|Telefon|Artikelnr|IBAN|Aktiv|Jahr"
    ),
    titles=("Umsatzübersicht 2024", "Kundenliste, Stand März 2024", "Auswertung Vertrieb Süd"),
    footers=("Quelle: eigene Erhebung", "Erstellt am 03.04.2024", "* vorläufig"),
    total="Summe",
)

SWISS = Tongue(
    letters=("cp1252", "mac_roman"),
    decimal=".",
    groups=("'", "’"),
    money=("CHF {}", "{} CHF", "Fr. {}"),
    people=("Reto Zürcher", "Anneliese Bär", "Urs Bühler", "Chantal Favre", "Léa Müller"),
    towns=("Zürich", "Genève", "Bern", "Köniz", "Neuchâtel", "Biel/Bienne"),
    goods=("Velohelm", "Käsemesser", "Rüstmesser", "Trottinett", "Offertmappe"),
    states=("offen", "bezahlt", "gemahnt"),
    notes=("Kunde angerufen", "Lieferung verspätet", "grüezi", "bitte prüfen"),
    months=GERMAN.months,
    named_date="{d}. {month} {y}",
    yes_no=(("ja", "nein"), ("Ja", "Nein")),
    headings=headings(
        "Kunde|Ort|Artikel|Status|Notiz|Betrag|Anzahl|Rabatt|Gewicht|Datum|Zeitpunkt"
        "|PLZ|Telefon|Art.-Nr.|Konto|Aktiv|Jahr"
    ),
    titles=("Debitorenliste", "Auszug Buchhaltung 2024"),
    footers=("Alle Beträge in CHF",),
    total="Total",
)

FRENCH = Tongue(
    letters=("cp1252", "iso8859-15", "mac_roman"),
    decimal=",",
    groups=("\u202f", "\u00a0", " "),
    money=("{} €", "{}\u00a0€"),
    people=(
        "Élodie Lefèvre",
        "François Gérard",
        "Noémie Çelik",
        "Jean-Luc Bœuf",
        "Hélène Noël",
        "Marc Petit",
    ),
    towns=("Orléans", "Besançon", "Nîmes", "Paris", "Saint-Étienne", "L'Haÿ-les-Roses", "Lyon"),
    goods=("Chaise pliée", "Clé à molette", "Bœuf séché", "Fenêtre", "Crème", "Câble"),
    states=("payé", "en attente", "annulé"),
    notes=("à rappeler", "client fidèle, remise accordée", "livré le matin", "néant", "voir pièce jointe"),
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    named_date="{d} {month} {y}",
    yes_no=(("oui", "non"), ("Oui", "Non"), ("VRAI", "FAUX")),
    headings=headings(
        "Client|Ville|Désignation|État|Remarque|Montant|Quantité|Part|Poids|Date|Modifié le"
        "|Code postal|Téléphone|Référence|Compte|Actif|Année"
    ),
    titles=("Liste des clients", "Ventes du 1er trimestre", "Relevé général"),
    footers=("Source : service comptable", "Édité le 03/04/2024"),
    total="Total général",
    dates="slash slash slash iso named dash",
)

SPANISH = Tongue(
    letters=("cp1252", "iso8859-15"),
    decimal=",",
    groups=(".",),
    money=("{} €", "€ {}"),
    people=("José Núñez", "María Peña", "Íñigo López", "Ana García", "Ángel Muñoz"),
    towns=("Málaga", "A Coruña", "León", "Cádiz", "Madrid", "Logroño"),
    goods=("Cañería", "Lámpara", "Mesa", "Ratón óptico", "Jamón"),
    states=("pagado", "pendiente", "anulado"),
    notes=("llamar mañana", "entregado, sin firma", "señor muy amable", "ninguna"),
    months=("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    named_date="{d:02}-{month}-{y}",
    yes_no=(("sí", "no"), ("Sí", "No"), ("S", "N")),
    headings=headings(
        "Cliente|Ciudad|Artículo|Estado|Observación|Importe|Cantidad|Porcentaje|Peso|Fecha|Modificado"
        "|Código postal|Teléfono|Referencia|Cuenta|Activo|Año"
    ),
    titles=("Listado de clientes", "Informe de ventas 2024"),
    footers=("Fuente: elaboración propia",),
    total="Total",
    dates="slash slash slash iso named dash",
)

ITALIAN = Tongue(
    letters=("cp1252",),
    decimal=",",
    groups=(".",),
    money=("€ {}", "{} €"),
    people=("Niccolò Rossi", "Zoè Ferrari", "Paolo D'Angelo", "Giulia Bianchi"),
    towns=("Forlì", "Roma", "Milano", "Cantù", "L'Aquila"),
    goods=("Caffè", "Sedia", "Tavolo", "Macchina per tè", "Umidità sensore"),
    states=("pagato", "aperto", "annullato"),
    notes=("già consegnato", "da richiamare lunedì", "nessuna", "perché no"),
    months=("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"),
    named_date="{d} {month} {y}",
    yes_no=(("sì", "no"), ("Sì", "No")),
    headings=headings(
        "Cliente|Città|Articolo|Stato|Nota|Importo|Quantità|Quota|Peso|Data|Modificato il"
        "|CAP|Telefono|Codice|Conto|Attivo|Anno"
    ),
    titles=("Elenco clienti", "Riepilogo vendite"),
    footers=("Fonte: contabilità",),
    total="Totale",
    dates="slash slash slash iso named dash",
)

PORTUGUESE = Tongue(
    letters=("cp1252",),
    decimal=",",
    groups=(".",),
    money=("R$ {}", "{} €"),
    people=("João Conceição", "Inês Magalhães", "Luís Simões", "Ana Lourenço"),
    towns=("São Paulo", "Évora", "Brasília", "Porto", "Guimarães"),
    goods=("Pão", "Cadeira", "Maçã", "Óculos", "Impressora"),
    states=("pago", "pendente", "cancelado"),
    notes=("não atende", "ligar amanhã", "entrega às 9", "sem observações"),
    months=("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"),
    named_date="{d:02}/{month}/{y}",
    yes_no=(("Sim", "Não"), ("sim", "não")),
    headings=headings(
        "Cliente|Cidade|Produto|Situação|Observação|Valor|Quantidade|Desconto|Peso|Data|Atualizado em"
        "|CEP|Telefone|Código|Conta|Ativo|Ano"
    ),
    titles=("Relação de clientes", "Relatório de vendas"),
    footers=("Fonte: própria",),
    total="Total",
    dates="slash slash slash iso named",
    zips="####-###",
)
