"""Languages of the north and the east, and of Japan."""

from tests.benchmarks.tongues.tongue import Tongue, headings

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
    headings=headings(
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
    headings=headings(
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
    headings=headings(
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
    headings=headings(
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
    headings=headings(
        "顧客名|市区町村|商品|状態|備考|金額|数量|割合|重量|日付|更新日時|郵便番号|電話番号|品番|口座番号|有効|年"
    ),
    titles=("売上一覧", "顧客名簿"),
    footers=("出典：社内資料",),
    total="合計",
    day_first=False,
    dates="year iso named",
    zips="###-####",
)
