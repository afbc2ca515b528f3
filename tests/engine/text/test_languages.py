"""Telling English from the rest."""

import pytest

from quizzes.engine.text.languages import ENGLISH, UNKNOWN, language_of

OTHERS = {
    "French": "La vieille usine de la ville a été fermée en mars, et les habitants se demandent ce qui va se passer"
    " avec le bâtiment. Pour le maire, il n’est pas question de le détruire, mais l’argent manque dans les caisses.",
    "German": "Die alte Fabrik am Rand der Stadt ist seit dem Winter geschlossen, und niemand weiß, was aus dem Gebäude"
    " werden soll. Der Bürgermeister will es nicht abreißen, aber für eine Sanierung fehlt das Geld.",
    "Spanish": "La antigua fábrica de la ciudad está cerrada desde el invierno y los vecinos no saben qué va a pasar"
    " con el edificio. El alcalde no quiere derribarlo, pero para una reforma no hay dinero en las cuentas.",
    "Italian": "La vecchia fabbrica della città è chiusa da questo inverno e gli abitanti non sanno che cosa sarà del"
    " palazzo. Il sindaco non vuole abbatterlo, ma per i lavori non ci sono soldi nelle casse del comune.",
    "Portuguese": "A velha fábrica da cidade está fechada desde o inverno e os moradores não sabem o que vai acontecer"
    " com o prédio. O prefeito não quer derrubar a casa, mas para uma reforma não há dinheiro no município.",
    "Dutch": "De oude fabriek aan de rand van de stad is sinds de winter gesloten en niemand weet wat er met het gebouw"
    " moet gebeuren. De burgemeester wil het niet slopen, maar voor een verbouwing is er geen geld.",
    "Swedish": "Den gamla fabriken i utkanten av staden har varit stängd sedan i vintras och ingen vet vad som ska"
    " hända med huset. Borgmästaren vill inte riva det, men det finns inte pengar till en renovering.",
    "Danish or Norwegian": "Den gamle fabrik i udkanten af byen har været lukket siden vinteren, og ingen ved, hvad der"
    " skal ske med huset. Borgmesteren vil ikke rive det ned, men der er ikke penge til en ombygning.",
    "Polish": "Stara fabryka na skraju miasta jest zamknięta od zimy i nikt nie wie, co się stanie z budynkiem."
    " Burmistrz nie chce go zburzyć, ale na remont nie ma pieniędzy, bo miasto jest już i tak za bardzo zadłużone.",
    "Czech or Slovak": "Stará továrna na okraji města je od zimy zavřená a nikdo neví, co se s budovou stane. Starosta"
    " ji nechce zbourat, ale na opravu nejsou peníze, a tak se o domě bude jednat až po volbách na podzim.",
    "Finnish": "Kaupungin laidalla oleva vanha tehdas on ollut suljettuna talvesta asti, eikä kukaan tiedä, mitä"
    " rakennukselle tapahtuu. Pormestari ei halua purkaa sitä, mutta rahaa ei ole, ja se on ongelma, kun talvi tulee.",
    "Hungarian": "A város szélén álló régi gyár a tél óta zárva van, és senki sem tudja, hogy mi lesz az épülettel. A"
    " polgármester nem akarja lebontani, de a felújításra nincs pénz, és ez már egy ideje így van a megyében is.",
    "Turkish": "Şehrin kenarındaki eski fabrika kıştan beri kapalı ve kimse bu binaya ne olacağını bilmiyor. Belediye"
    " başkanı onu yıkmak için acele etmiyor ama bir onarım için para yok ve bu çok daha uzun sürecek gibi.",
    "Romanian": "Vechea fabrică de la marginea orașului este închisă din iarnă și nimeni nu știe ce se va întâmpla cu"
    " clădirea. Primarul nu vrea să o demoleze, dar pentru o reparație nu mai sunt bani în bugetul pe care îl are.",
    "Indonesian or Malay": "Pabrik tua di pinggir kota itu telah ditutup dan tidak ada yang tahu apa yang akan terjadi"
    " dengan bangunan ini. Wali kota tidak akan merobohkan gedung itu, tetapi dana untuk perbaikan juga tidak ada.",
    "Russian or another language in Cyrillic script": "Старая фабрика на окраине города закрыта с зимы.",
    "Greek": "Το παλιό εργοστάσιο στην άκρη της πόλης είναι κλειστό.",
    "Arabic or another language in Arabic script": "المصنع القديم على أطراف المدينة مغلق منذ الشتاء",
    "Hebrew": "המפעל הישן בקצה העיר סגור מאז החורף",
    "Chinese or Japanese": "城郊的老工厂从冬天起就关门了。",
    "Japanese": "町外れの古い工場は冬から閉まっています。",
    "Korean": "도시 변두리의 오래된 공장은 겨울부터 문을 닫았다.",
    "Hindi or another language in Devanagari script": "शहर के किनारे की पुरानी फ़ैक्टरी सर्दियों से बंद है।",
    "Thai": "โรงงานเก่าชานเมืองปิดตั้งแต่ฤดูหนาว",
}


@pytest.mark.parametrize(("language", "text"), OTHERS.items(), ids=list(OTHERS))
def test_other_languages_are_named(language, text):
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "The old factory at the edge of the town has been closed since the winter, and nobody knows what will become of"
        " the building. The mayor does not want it pulled down, but there is no money to repair it.",
        # names of another language, and a quotation in it
        "Zdzisława Wójcik of Łódź and Grzegorz Brzęczyszczykiewicz met the Société générale in Orléans to talk about"
        " the château. “La vie est belle,” she said, “et le vin est bon.” He laughed and opened the door of the car.",
        # terse notes
        "Water boils at 100 degrees. Salt raises that point. Sugar does too. Pressure in a sealed pot lifts it to 120"
        " degrees, so food cooks faster there than in an open one, and fuel is saved.",
        "Too short to tell: der die das.",
        "",
        "12 34 56 78",
    ],
)
def test_english_is_let_pass(text):
    assert language_of(text) == ENGLISH


def test_a_language_not_known_here_is_not_english():
    words = "mwalimu alifika shuleni asubuhi akaona wanafunzi wakicheza uwanjani kabla ya somo la kwanza".split()
    assert language_of(" ".join(words * 3)) == UNKNOWN


def test_a_long_text_costs_no_more_than_its_beginning():
    assert language_of("The cat sat on the mat and it was happy. " * 50_000) == ENGLISH
