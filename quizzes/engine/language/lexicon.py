"""Small word lists that the rules share, all in lower case unless they are names."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SPEECH = _set(
    """say tell claim report argue add note warn explain admit announce state boast believe think suggest insist deny
    concede predict estimate declare promise write complain confirm reveal conclude recall acknowledge observe stress
    remark reply point fear hope expect maintain assert contend caution comment joke"""
)
HUMAN_VERBS = SPEECH | _set(
    "ask decide vote accuse refuse agree die marry resign live lead found blame urge overhear smile"
)
PERSON_NOUNS = _set(
    """president minister secretary general colonel captain chief chairman chairwoman chair director manager owner
    leader analyst author writer professor scientist researcher physiologist engineer doctor teacher student mayor
    senator governor king queen prince princess emperor caliph bishop pope founder spokesman spokeswoman spokesperson
    officer official judge lawyer journalist editor reporter actor actress singer artist architect builder councillor
    mp player coach farmer driver economist historian physicist chemist biologist astronomer endocrinologist
    psychologist expert partner head boss executive candidate activist soldier commander successor son daughter father
    mother brother sister wife husband grandson granddaughter man woman boy girl partner inventor designer explorer
    composer poet novelist painter surgeon nurse midwife merchant clerk colleague neighbour neighbor resident parent
    pilot astronaut conservator curator librarian archivist carpenter fisherman zoologist botanist geologist ecologist
    consultant adviser advisor campaigner shopkeeper baker vicar priest rabbi imam technician investigator detective
    ambassador envoy spy dictator monk nun miner sailor physician dentist naturalist mathematician programmer"""
)
PEOPLE_NOUNS = PERSON_NOUNS | _set(
    """people person child adult member fighter jihadist militant terrorist soldier troop citizen civilian worker
    employee volunteer customer visitor tourist passenger patient victim refugee resident voter pupil staff crew team
    men women who anyone everyone somebody nobody veteran recruit jihadi trader supporter opponent critic"""
)
TITLES = _set(
    """mr mrs ms miss dr prof professor sir dame lord lady rev president minister general colonel captain lieutenant
    sergeant senator governor mayor king queen prince princess pope bishop archbishop judge cllr councillor chancellor
    chairman secretary analyst author leader director inspector commissioner emperor caliph sheikh ayatollah"""
)
ORGANIZATION_NOUNS = _set(
    """agency army association bank board bureau cabinet club coalition college commission committee company
    corporation council court department force forces foundation front fund government group hospital house institute
    institution laboratory league ministry movement museum network office organization organisation parliament party
    police post press school senate service society state times trust union university centre center corps guard
    institute lab firm authority consortium federation guardian gazette observer tribune herald regiment navy"""
)
PLACE_NOUNS = _set(
    """island islands river lake mountain mountains sea ocean bay peninsula province region valley city town village
    county street road bridge park desert coast strait canal gulf hill square district forest beach cape"""
)
CONTINENTS = ("Africa", "Asia", "Europe", "North America", "South America", "Antarctica", "Oceania")
COUNTRIES = frozenset(
    name.strip()
    for name in """Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan,
    Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Botswana, Brazil, Brunei,
    Bulgaria, Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Congo, Costa Rica,
    Croatia, Cuba, Cyprus, Czechia, Denmark, Djibouti, Dominica, Ecuador, Egypt, El Salvador, Eritrea, Estonia,
    Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Grenada, Guatemala,
    Guinea, Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Jamaica,
    Japan, Jordan, Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia,
    Libya, Liechtenstein, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania,
    Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru,
    Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, Norway, Oman, Pakistan, Palau, Panama,
    Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Samoa, San Marino, Saudi Arabia,
    Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa, South Korea,
    South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand,
    Togo, Tonga, Trinidad, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Kingdom, United States, Uruguay,
    Uzbekistan, Vanuatu, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe, England, Scotland, Wales, Britain""".split(",")
)
CITIES = frozenset(
    name.strip()
    for name in """Amsterdam, Ankara, Athens, Baghdad, Bangkok, Barcelona, Beijing, Beirut, Berlin, Boston, Brussels,
    Budapest, Buenos Aires, Cairo, Canberra, Cape Town, Chicago, Copenhagen, Damascus, Delhi, Dhaka, Dubai, Dublin,
    Edinburgh, Florence, Geneva, Glasgow, Hamburg, Helsinki, Hong Kong, Istanbul, Jakarta, Jerusalem, Johannesburg,
    Kabul, Karachi, Kyiv, Lagos, Lima, Lisbon, Liverpool, London, Los Angeles, Madrid, Manchester, Manila, Melbourne,
    Miami, Milan, Montreal, Moscow, Mumbai, Munich, Nairobi, New York, Oslo, Paris, Prague, Rome, San Francisco,
    Santiago, Seattle, Seoul, Shanghai, Stockholm, Sydney, Tehran, Tokyo, Toronto, Tripoli, Tunis, Vancouver, Venice,
    Vienna, Warsaw, Washington, Zurich, Cologne""".split(",")
)
REGIONS = frozenset(
    ("Middle East", "West Africa", "East Africa", "Southeast Asia", "Latin America", "Western Europe", "Central Asia")
)
ALIASES = {
    "US": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "Britain": "United Kingdom",
    "Great Britain": "United Kingdom",
    "EU": "European Union",
    "UN": "United Nations",
    "U.N.": "United Nations",
    "IS": "Islamic State",
    "ISIS": "Islamic State",
    "ISIL": "Islamic State",
    "Daesh": "Islamic State",
}
MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
DURATIONS = _set("second minute hour day night week fortnight month year decade century millisecond generation")
MEASURES = _set(
    """degree mile kilometre kilometer km metre meter centimetre centimeter millimetre millimeter foot feet inch yard
    acre hectare tonne ton kilogram kg gram pound ounce litre liter gallon watt kilowatt megawatt volt hertz byte
    kilobyte megabyte gigabyte mph storey story cm mm"""
)
CURRENCIES = _set("dollar euro pound yen rupee franc rouble ruble yuan peso cent penny pence krone")
