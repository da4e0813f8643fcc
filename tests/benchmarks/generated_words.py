"""The words of offices in several languages, of which files are made up: names, towns, headings, titles."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """How people of one language write tables."""

    letters: tuple[str, ...]  # encodings of before UTF-8
    decimal: str
    groups: tuple[str, ...]  # signs between thousands, the usual one first
    money: tuple[str, ...]  # "€ {}" and so on
    people: tuple[str, ...]
    towns: tuple[str, ...]
    goods: tuple[str, ...]
    states: tuple[str, ...]
    notes: tuple[str, ...]
    months: tuple[str, ...]  # as they stand in a date
    named_date: str  # of d, month, y
    yes_no: tuple[tuple[str, str], ...]
    headings: dict[str, str]  # kind of column -> what it is called
    titles: tuple[str, ...]
    footers: tuple[str, ...]
    total: str
    day_first: bool = True
    dates: str = "dots dots dots iso named"  # how days are written, the usual way more often
    zips: str = "#####"


def _headings(words: str) -> dict[str, str]:
    kinds = "person town goods state note amount count share measure date moment zip phone code long yes year"
    return dict(zip(kinds.split(), words.split("|"), strict=True))


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
    headings=_headings(
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
    headings=_headings(
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
    headings=_headings(
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
    headings=_headings(
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
    headings=_headings(
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
    headings=_headings(
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
    headings=_headings(
        "Cliente|Cidade|Produto|Situação|Observação|Valor|Quantidade|Desconto|Peso|Data|Atualizado em"
        "|CEP|Telefone|Código|Conta|Ativo|Ano"
    ),
    titles=("Relação de clientes", "Relatório de vendas"),
    footers=("Fonte: própria",),
    total="Total",
    dates="slash slash slash iso named",
    zips="####-###",
)
POLISH = Tongue(
    letters=("cp1250",),
    decimal=",",
    groups=(" ", "\u00a0"),
    money=("{} zł", "{} PLN"),
    people=("Łukasz Wójcik", "Małgorzata Dąbrowska", "Grażyna Kęsik", "Paweł Żak", "Jan Kowalski"),
    towns=("Łódź", "Gdańsk", "Kraków", "Wrocław", "Poznań", "Święty Jan"),
    goods=("Krzesło", "Biurko dębowe", "Żarówka", "Młotek", "Półka"),
    states=("zapłacono", "otwarte", "anulowano"),
    notes=("proszę oddzwonić", "wysłano pocztą, priorytet", "brak uwag", "część zwrócono"),
    months=(
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
        "listopada",
        "grudnia",
    ),
    named_date="{d} {month} {y}",
    yes_no=(("tak", "nie"), ("Tak", "Nie")),
    headings=_headings(
        "Klient|Miasto|Towar|Stan|Uwagi|Kwota|Ilość|Udział|Masa|Data|Zmieniono"
        "|Kod pocztowy|Telefon|Nr kat.|Rachunek|Czynny|Rok"
    ),
    titles=("Zestawienie sprzedaży", "Lista klientów — marzec"),
    footers=("Źródło: własne",),
    total="Razem",
    zips="##-###",
)
CZECH = Tongue(
    letters=("cp1250",),
    decimal=",",
    groups=("\u00a0", " "),
    money=("{} Kč",),
    people=("Jiří Dvořák", "Božena Němcová", "Štěpán Růžička", "Petr Novák"),
    towns=("Plzeň", "Olomouc", "Ústí nad Labem", "Hradec Králové", "Brno"),
    goods=("Židle", "Stůl", "Šroub M6", "Kůže", "Lampička"),
    states=("zaplaceno", "otevřeno", "zrušeno"),
    notes=("zavolat příště", "bez poznámky", "předáno řidiči", "chybí podpis"),
    months=(
        "ledna",
        "února",
        "března",
        "dubna",
        "května",
        "června",
        "července",
        "srpna",
        "září",
        "října",
        "listopadu",
        "prosince",
    ),
    named_date="{d}. {month} {y}",
    yes_no=(("ano", "ne"), ("Ano", "Ne")),
    headings=_headings(
        "Zákazník|Město|Zboží|Stav|Poznámka|Částka|Množství|Podíl|Hmotnost|Datum|Změněno"
        "|PSČ|Telefon|Kód|Účet|Aktivní|Rok"
    ),
    titles=("Přehled prodeje", "Seznam zákazníků"),
    footers=("Zdroj: účetnictví",),
    total="Celkem",
    zips="### ##",
)
RUSSIAN = Tongue(
    letters=("cp1251",),
    decimal=",",
    groups=("\u00a0", " "),
    money=("{} ₽", "{} руб."),
    people=("Иван Петров", "Ольга Щербакова", "Мария Ёлкина", "Сергей Юдин"),
    towns=("Москва", "Казань", "Нижний Новгород", "Омск", "Пермь"),
    goods=("Стул офисный", "Бумага А4", "Принтер", "Лампа", "Ручка гелевая"),
    states=("оплачен", "открыт", "отменён"),
    notes=("перезвонить завтра", "без замечаний", "отправлено почтой, заказное", "нет подписи"),
    months=(
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
    named_date="{d} {month} {y}",
    yes_no=(("да", "нет"), ("Да", "Нет")),
    headings=_headings(
        "Клиент|Город|Товар|Статус|Примечание|Сумма|Количество|Доля|Вес|Дата|Изменено"
        "|Индекс|Телефон|Артикул|Счёт|Активен|Год"
    ),
    titles=("Отчёт о продажах", "Список клиентов на март"),
    footers=("Источник: бухгалтерия",),
    total="Итого",
)
SWEDISH = Tongue(
    letters=("cp1252",),
    decimal=",",
    groups=("\u00a0", " "),
    money=("{} kr", "{} SEK"),
    people=("Åsa Lindström", "Björn Åkesson", "Örjan Näslund", "Eva Berg"),
    towns=("Malmö", "Göteborg", "Umeå", "Växjö", "Lund"),
    goods=("Bokhylla", "Säng", "Köksbord", "Spånskiva", "Lök"),
    states=("betald", "öppen", "makulerad"),
    notes=("återkommer på måndag", "levererad", "ingen anmärkning", "följer senare"),
    months=("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    named_date="{d} {month} {y}",
    yes_no=(("ja", "nej"), ("Ja", "Nej")),
    headings=_headings(
        "Kund|Ort|Vara|Läge|Anmärkning|Belopp|Antal|Andel|Vikt|Datum|Ändrad"
        "|Postnr|Telefon|Artikelnr|Konto|Aktiv|År"
    ),
    titles=("Försäljning 2024", "Kundförteckning"),
    footers=("Källa: egen",),
    total="Summa",
    dates="iso iso iso named",
    zips="### ##",
)
JAPANESE = Tongue(
    letters=("shift_jis",),
    decimal=".",
    groups=(",",),
    money=("{}円", "¥{}"),
    people=("田中太郎", "佐藤花子", "鈴木一郎", "高橋美咲", "渡辺健"),
    towns=("東京都", "大阪市", "札幌市", "横浜市", "能代市"),
    goods=("机", "いす", "ノート", "ソフトウェア", "プリンター", "十字ドライバー"),
    states=("支払済", "未払い", "取消"),
    notes=("要連絡", "特になし", "午前中に配達", "表示確認済み"),
    months=tuple(f"{month}月" for month in range(1, 13)),
    named_date="{y}年{month}{d}日",
    yes_no=(("はい", "いいえ"), ("有", "無")),
    headings=_headings(
        "顧客名|市区町村|商品|状態|備考|金額|数量|割合|重量|日付|更新日時|郵便番号|電話番号|品番|口座番号|有効|年"
    ),
    titles=("売上一覧", "顧客名簿"),
    footers=("出典：社内資料",),
    total="合計",
    day_first=False,
    dates="year iso named",
    zips="###-####",
)

TONGUES = (
    ENGLISH,
    ENGLISH,
    ENGLISH,
    GERMAN,
    GERMAN,
    GERMAN,
    FRENCH,
    FRENCH,
    SPANISH,
    ITALIAN,
    PORTUGUESE,
    POLISH,
    CZECH,
    RUSSIAN,
    SWEDISH,
    SWISS,
    JAPANESE,
)
