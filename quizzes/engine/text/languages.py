"""Which language a text is in, by its script and its commonest words: enough to tell English from the rest."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

ENGLISH = "English"
UNKNOWN = ""
LEAST_WORDS = 25  # with fewer, names and titles decide, and the text is let pass as English
ENOUGH = 0.10  # of the words of running text in a language are among its function words below; in English over 0.3
DIFFERENT = 4
CLEARLY = 1.5  # times as many as English ones
MOSTLY = 0.5  # of the letters are in the script
READ = 20_000  # words of a long text, taken from its beginning

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "CYRILLIC": "Russian or another language in Cyrillic script",
    "GREEK": "Greek",
    "ARABIC": "Arabic or another language in Arabic script",
    "HEBREW": "Hebrew",
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "DEVANAGARI": "Hindi or another language in Devanagari script",
    "THAI": "Thai",
}
_FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        ENGLISH: "the of and to a in that is was it for on as with he his be by at from this are had not but have they"
        " which were or an their been has will would she her its who when there what than more can could into we you",
        "French": "le la les des et est un une du dans que qui pour pas sur au aux par avec ce cette son sa ses il elle"
        " ils sont été plus ne se en mais ou leur ont était comme nous vous y d l qu c s n",
        "German": "der die das und ist nicht ein eine einen einem einer den dem des zu von mit auf für sich im auch es"
        " als an werden aus er sie hat dass war wird bei sind noch nach wie über so zum zur haben oder aber vor",
        "Spanish": "el la los las de y que en un una es se no por con para su al lo del como más pero sus le ya o fue"
        " este ha sí porque esta entre cuando muy sin sobre también era han desde está",
        "Italian": "il lo la gli le di e che un una per non con del della dei delle al alla da si è sono nel nella come"
        " più ma anche ha questo questa suo sua dal i degli era stato ai su",
        "Portuguese": "o os as e que um uma de do da dos das em no na nos nas por para com não se ao mais como mas foi"
        " é são sua seu ou quando muito também já está pela pelo entre era depois sem",
        "Dutch": "de het een en van is dat die niet met op te zijn voor aan er door ook als maar bij uit naar om hij ze"
        " was werd worden wordt heeft hebben nog over dan zij tot deze dit geen of",
        "Swedish": "och att det som en är av för på med den till inte har de ett om var jag från men så kan vi han hon"
        " när eller hade efter ska också vid blev sig sina ut",
        "Danish or Norwegian": "og at det som en er af av for på med den til ikke har de et om var jeg fra men så kan"
        " vi han hun når eller havde hadde efter etter skal også ved blev ble sig seg",
        "Polish": "i w na z się nie do to że jest o po za od jak ale są przez co tak już tym oraz dla był była było"
        " jego jej które który która ma czy roku tego",
        "Czech or Slovak": "a v na se je že to s z do jsou ale o by k pro jako si tak po za od jeho které který která"
        " byl byla bylo také nebo už aby roku sa je pre ako ktorý ktoré",
        "Finnish": "ja on ei että se hän oli ovat mutta joka kun niin myös sen tai jos kuin ole vain jo mukaan vuonna"
        " ovat olivat siitä jonka hänen",
        "Hungarian": "a az és hogy nem is egy van volt de ez meg csak már mint el ha vagy még azt lehet minden után"
        " között szerint",
        "Turkish": "ve bir bu da de için ile çok daha olarak olan gibi kadar sonra en ne var değil ama oldu ise her"
        " tarafından olduğu",
        "Romanian": "și în de la a cu pe nu este că o un din care pentru mai fost sau dar se ca ce au prin după său"
        " sunt lui al ale",
        "Indonesian or Malay": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh"
        " mereka telah sebagai adalah atau dapat",
    }.items()
}


def language_of(text: str) -> str:
    """Return the language's English name, UNKNOWN when it is none of those known here; a short text is English."""
    if script := _script(text):
        return script
    words = [word.casefold() for word in _WORD.findall(text)[:READ]]
    if len(words) < LEAST_WORDS:
        return ENGLISH
    counts = Counter(words)
    shares = {language: _share(known, counts, len(words)) for language, known in _FUNCTION_WORDS.items()}
    best = max(shares, key=lambda language: shares[language])
    if shares[best] >= ENOUGH and shares[best] >= CLEARLY * shares[ENGLISH]:
        return best
    return ENGLISH if shares[ENGLISH] >= ENOUGH else UNKNOWN


def _share(known: frozenset[str], counts: Counter[str], total: int) -> float:
    """Return the share of a language's function words, 0 for too few different ones: "ya" and "la" are no Spanish."""
    found = [counts[word] for word in known if word in counts]
    return sum(found) / total if len(found) >= DIFFERENT else 0.0


def _script(text: str) -> str:
    """Name the language of a script that most letters are in; "" for Latin letters."""
    letters = [character for word in _WORD.findall(text)[:READ] for character in word[:4]]
    found = Counter(_script_of(character) for character in letters if not character.isascii())
    script, count = found.most_common(1)[0] if found else ("", 0)
    if count >= MOSTLY * len(letters) and script in _SCRIPTS:
        return _SCRIPTS["HIRAGANA"] if script == "CJK" and found["HIRAGANA"] else _SCRIPTS[script]
    return ""


def _script_of(character: str) -> str:
    return unicodedata.name(character, "").split(" ")[0]
