"""What most adults know of the map: which country lies in which continent, its capital, its people."""

from quizzes.engine.language.lexicon import ALIASES

_LANDS = {
    "Africa": """Algeria Angola Benin Botswana Burundi Cameroon Chad Congo Egypt Eritrea Ethiopia Gabon Gambia Ghana
    Guinea Kenya Lesotho Liberia Libya Madagascar Malawi Mali Mauritania Mauritius Morocco Mozambique Namibia Niger
    Nigeria Rwanda Senegal Sierra_Leone Somalia South_Africa South_Sudan Sudan Tanzania Togo Tunisia Uganda Zambia
    Zimbabwe Canary_Islands Sahara Nile""",
    "Asia": """Afghanistan Bahrain Bangladesh Bhutan Brunei Cambodia China India Indonesia Iran Iraq Israel Japan Jordan
    Kazakhstan Kuwait Kyrgyzstan Laos Lebanon Malaysia Maldives Mongolia Myanmar Nepal North_Korea Oman Pakistan
    Philippines Qatar Saudi_Arabia Singapore South_Korea Sri_Lanka Syria Taiwan Tajikistan Thailand Turkmenistan
    Uzbekistan Vietnam Yemen Himalayas Tibet Hong_Kong""",
    "Europe": """Albania Andorra Austria Belarus Belgium Bosnia Bulgaria Croatia Czechia Denmark Estonia Finland France
    Germany Greece Hungary Iceland Ireland Italy Kosovo Latvia Liechtenstein Lithuania Luxembourg Malta Moldova Monaco
    Montenegro Netherlands Norway Poland Portugal Romania Serbia Slovakia Slovenia Spain Sweden Switzerland Ukraine
    United_Kingdom England Scotland Wales Britain Alps""",
    "North America": "Canada United_States Mexico",
    "South America": """Argentina Bolivia Brazil Chile Colombia Ecuador Guyana Paraguay Peru Suriname Uruguay Venezuela
    Andes Amazon""",
    "Oceania": "Australia Fiji New_Zealand Samoa Tonga Vanuatu",
}
CONTINENT_OF = {land.replace("_", " "): continent for continent, lands in _LANDS.items() for land in lands.split()}
CAPITAL_OF = {
    capital.replace("_", " "): country.replace("_", " ")
    for capital, country in (
        pair.split(":")
        for pair in """Kabul:Afghanistan Algiers:Algeria Canberra:Australia Vienna:Austria Dhaka:Bangladesh
        Brussels:Belgium Brasilia:Brazil Sofia:Bulgaria Ottawa:Canada Santiago:Chile Beijing:China Bogota:Colombia
        Havana:Cuba Prague:Czechia Copenhagen:Denmark Cairo:Egypt Helsinki:Finland Paris:France Berlin:Germany
        Athens:Greece Budapest:Hungary Reykjavik:Iceland Delhi:India New_Delhi:India Jakarta:Indonesia Tehran:Iran
        Baghdad:Iraq Dublin:Ireland Jerusalem:Israel Rome:Italy Tokyo:Japan Amman:Jordan Nairobi:Kenya Beirut:Lebanon
        Tripoli:Libya Mexico_City:Mexico Rabat:Morocco Amsterdam:Netherlands Wellington:New_Zealand
        Pyongyang:North_Korea
        Oslo:Norway Islamabad:Pakistan Lima:Peru Manila:Philippines Warsaw:Poland Lisbon:Portugal Bucharest:Romania
        Moscow:Russia Riyadh:Saudi_Arabia Belgrade:Serbia Seoul:South_Korea Madrid:Spain Stockholm:Sweden
        Damascus:Syria Bangkok:Thailand Tunis:Tunisia Ankara:Turkey Kyiv:Ukraine London:United_Kingdom
        London:England Washington:United_States Caracas:Venezuela Hanoi:Vietnam Edinburgh:Scotland Cardiff:Wales
        Istanbul:Turkey Karachi:Pakistan Mumbai:India Shanghai:China Munich:Germany Hamburg:Germany Cologne:Germany
        Milan:Italy Venice:Italy Florence:Italy Barcelona:Spain Sydney:Australia Melbourne:Australia Toronto:Canada
        Montreal:Canada Vancouver:Canada Lagos:Nigeria Johannesburg:South_Africa Glasgow:Scotland Zurich:Switzerland
        Geneva:Switzerland""".split()
    )
}
PEOPLE_OF = {
    people: country.replace("_", " ")
    for country, peoples in (
        pair.split(":")
        for pair in """Afghanistan:Afghan,Afghans Africa:African,Africans Algeria:Algerian
        United_States:American,Americans
        Argentina:Argentine,Argentinian Asia:Asian Australia:Australian,Australians Austria:Austrian
        Bangladesh:Bangladeshi,Bangladeshis Belgium:Belgian Bolivia:Bolivian,Bolivians Brazil:Brazilian,Brazilians
        United_Kingdom:British,Briton,Britons,Welsh,Scottish,English Canada:Canadian,Canadians Chile:Chilean
        China:Chinese,Uighur,Uighurs,Uyghur,Uyghurs,Mongol,Tibetan Colombia:Colombian Croatia:Croatian Cuba:Cuban,Cubans
        Czechia:Czech Denmark:Danish,Danes Netherlands:Dutch,Dutchman Egypt:Egyptian,Egyptians
        England:English,Englishman Ethiopia:Ethiopian Europe:European,Europeans Finland:Finnish,Finns
        France:French,Frenchman,Norman,Normans Germany:German,Germans,Bavarian Greece:Greek,Greeks Hungary:Hungarian
        Iceland:Icelandic India:Indian,Indians Indonesia:Indonesian Iran:Iranian,Iranians,Persian Iraq:Iraqi,Iraqis
        Ireland:Irish,Irishman Israel:Israeli,Israelis Italy:Italian,Italians,Sicilian,Roman Japan:Japanese,Ainu
        Kenya:Kenyan,Maasai Lebanon:Lebanese Libya:Libyan Malaysia:Malaysian Mexico:Mexican,Mexicans Morocco:Moroccan
        Myanmar:Burmese,Rohingya,Rohingyas Nepal:Nepalese New_Zealand:Maori Nigeria:Nigerian North_Korea:North_Korean
        Norway:Norwegian,Norwegians Pakistan:Pakistani,Pakistanis Peru:Peruvian,Inca Philippines:Filipino,Filipinos
        Poland:Polish,Poles Portugal:Portuguese Romania:Romanian Russia:Russian,Russians Scotland:Scottish,Scots
        Serbia:Serbian South_Africa:South_African,Zulu South_Korea:South_Korean Spain:Spanish,Spaniard,Catalan,Basque
        Sri_Lanka:Tamil,Sinhalese Sudan:Sudanese Sweden:Swedish,Swedes Switzerland:Swiss Syria:Syrian,Syrians
        Thailand:Thai Tunisia:Tunisian Turkey:Turkish,Turks Ukraine:Ukrainian Venezuela:Venezuelan Vietnam:Vietnamese
        Wales:Welsh Yemen:Yemeni Zimbabwe:Zimbabwean""".split()
    )
    for people in (name.replace("_", " ") for name in peoples.split(","))
}
DEMONYMS = frozenset(people.lower() for people in PEOPLE_OF)


def told_by(name: str) -> frozenset[str]:
    """Return the places that naming `name` tells: "Tokyo" Japan and Asia, "Rohingya" Myanmar, "Kenya" Africa."""
    told = {found for table in (CAPITAL_OF, PEOPLE_OF, CONTINENT_OF) if (found := table.get(ALIASES.get(name, name)))}
    return frozenset(told | {CONTINENT_OF[place] for place in told if place in CONTINENT_OF})
