"""Words in headings and cells, in small letters and without accents, in eight languages of Europe."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What may well lie in the future.
PLANNED = _words("""
ablauf arrival bis booking checkin checkout consegna deadline delivery departure dostawy due echeance einde
end ende ends entrega event expected expiration expires expiry faellig faelligkeit fallig falligkeit fin
fine forecast frist geldig gepland geplant gueltig gultig koniec levering lieferung livraison maturity next
plan plandatum planned planowana planowany previsao prevista previsto prevu prevue renewal scadenza schedule
scheduled soll stay target termin trip until valid validade validite validity vencimiento verval vervaldatum
waznosci wazny
""")
BIRTH = _words("""
birth birthdate birthday born dob geboorte geboortedatum geboren geburt geburtsdatum nacimiento naissance
nascimento nascita urodzenia
""")
# Headings that mean a part of a name.
PARTS_OF_NAMES = _words("""
achternaam apelido apellido apellidos cognome familienaam familienname familyname firstname forename
fullname givenname imie lastname maidenname nachname nazwisko nombredepila nomdefamille nomeproprio
personname prenom sobrenome surname voornaam vorname zuname
""")
# Headings that may mean the names of people or of other things: the cells decide.
MAYBE_NAMES = _words("""
agent alumno aluno ansprechpartner auteur author besitzer client cliente contact customer dipendente driver
eleve empleado employee funcionario klant klient kontakt kunde kundin leerling lehrer manager medewerker
member mitarbeiter naam name names nazwa nom nombre nome owner paciente pacjent participant passenger
patient patientin paziente person player pracownik salesperson salesrep schuler student teacher uczen user
vertreter
""")
NOT_PEOPLE = _words("""
age artikel azienda bedrijf bestand brand cidade citta city ciudad class code column company count country
datei domain empresa event fichier file firm firma game gender group host id item kraj land level marke
miasto number ort pays place plik prodotto product producto produit produkt produto region species stad
stadt state status street table team town type user variable ville
""")
GIVEN_NAMES = _words("""
agnieszka ahmed alexander ali alice ana andrea andreas andrew andrzej anna anne anthony antonio ashley
barbara ben brian camille carlos carmen charles christopher claudia daniel david edward elena elizabeth
emily emma eva fatima felix francesca francisco frank george giovanni giulia giuseppe hans harry henk henry
ines isabel isabelle ivan jack james jan javier jean jennifer jessica joao johannes john jonas jose joseph
joshua juan julia jurgen karen katarzyna kees kevin klaus krzysztof laura lena leon linda lisa luca lucia
luis lukas malgorzata marco margaret maria marie mark markus mary matthew max michael michel miguel mohammed
monika nancy natalia nathalie olga olivia paolo patricia paul paulo pedro peter petra philippe pierre piet
pieter piotr richard rita robert ruth sabine sandra sanne sarah sophia sophie stefan steven susan susanne
thomas tom tomasz william wolfgang
""")
STREETS = _words("""
addr address adres adresse anschrift calle direccion domicilio endereco hausnummer homeaddress indirizzo
morada postadresse rua rue straat strasse strassehausnummer street streetaddress ulica wohnadresse
""")
OTHER_ADDRESSES = _words("""
count email id ip mac mail type url web
""")
PHONES = _words("""
cell cellphone cellulare celular fax handy handynummer homephone komorka mobiel mobil mobile mobilenumber
mobilephone mobilnummer movil numerodetelefono numerodetelephone numertelefonu phone phoneno phonenumber
portable rufnummer tel telefon telefone telefonnr telefonnummer telefono telefoon telefoonnummer telemovel
telephone telephonenumber telnr workphone
""")
STATE_NUMBERS = _words("""
bsn burgerservicenummer codicefiscale dni idnr nationalid nationalinsurance nie nif nir numerosecu pesel
securitesociale socialsecurity socialsecuritynumber sofinummer sozialversicherungsnummer ssn steuerid
steueridentifikationsnummer steuernummer taxid taxnumber
""")
