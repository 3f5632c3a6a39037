"""Words lists use for what the record has a fixed choice of: kinds, capacities, ways to attend, yes and no."""

import re
from collections.abc import Mapping
from typing import Any

from gmp_desktop.domain.participants import Attends, Capacity
from gmp_desktop.domain.people import OrganisationKind, folded
from gmp_desktop.domain.registration.headings import Field
from gmp_desktop.domain.values import value

_NOT_LETTERS = re.compile(r"[\W_]+")

_KINDS = {
    OrganisationKind.GOVERNMENT: "government, governments, governmental, gouvernement, gobierno, правительство, 政府, "
    "حكومة, regierung, governo, party, member state",
    OrganisationKind.UNITED_NATIONS: "united nations, un, un agency, un system, nations unies, onu, naciones unidas, оон, "
    "联合国, الأمم المتحدة, vereinte nationen, nacoes unidas",
    OrganisationKind.IGO: "igo, intergovernmental, intergovernmental organization, intergovernmental organisation, oig, "
    "organisation intergouvernementale, organizacion intergubernamental, мпо, 政府间组织, منظمة حكومية دولية, "
    "zwischenstaatliche organisation, organizacao intergovernamental",
    OrganisationKind.NGO: "ngo, non governmental, non governmental organization, non governmental organisation, "
    "civil society, cso, ong, societe civile, sociedad civil, нпо, 非政府组织, منظمة غير حكومية, nro, zivilgesellschaft, "
    "sociedade civil",
    OrganisationKind.INDUSTRY: "industry, business, private sector, industrie, secteur prive, industria, sector privado, "
    "промышленность, 工业界, 企业, الصناعة, القطاع الخاص, privatwirtschaft, setor privado",
    OrganisationKind.ACADEMIA: "academia, academic, university, research, universite, recherche, universidad, "
    "наука, 学术界, 大学, الأوساط الأكاديمية, wissenschaft, universitat, universidade",
    OrganisationKind.SECRETARIAT: "secretariat, secretaria, секретариат, 秘书处, الأمانة, sekretariat, secretariado",
    OrganisationKind.OTHER: "other, autre, otro, otra, другое, 其他, أخرى, andere, sonstige, outro, outra",
}
_CAPACITIES = {
    Capacity.CO_CHAIR: "co chair, cochair, chair, coprésident, copresident, copresidente, сопредседатель, 共同主席, "
    "رئيس مشارك, ko vorsitz, vorsitz",
    Capacity.LEAD: "lead, area lead, co lead, chef de file, lider, ведущий, 牵头, قائد, leitung",
    Capacity.PARTNER: "partner, participant, delegate, member, partenaire, delegue, socio, asociado, delegado, партнер, "
    "делегат, 伙伴, 代表团成员, شريك, partnerin, teilnehmer, parceiro",
    Capacity.OBSERVER: "observer, observateur, observadora, observador, наблюдатель, 观察员, مراقب, beobachter",
    Capacity.SECRETARIAT: "secretariat, staff, secretaria, секретариат, 秘书处, الأمانة, sekretariat, secretariado",
    Capacity.SPEAKER: "speaker, presenter, resource person, orateur, oratrice, intervenant, orador, oradora, ponente, "
    "докладчик, 发言人, متحدث, redner, rednerin, palestrante",
    Capacity.RAPPORTEUR: "rapporteur, relator, relatora, rapporteure, 报告员, مقرر, berichterstatter",
    Capacity.REPRESENTATIVE: "representative, representant, representante, представитель, 代表, ممثل, vertreter, vertreterin",
}
_ATTENDS = {
    Attends.ROOM: "in the room, in person, on site, onsite, room, physical, presentiel, en personne, sur place, presencial, "
    "en persona, очно, лично, 现场, 线下, حضوري, vor ort, prasenz, no, non, нет, nein, nao, 否, لا",
    Attends.ONLINE: "online, virtual, remote, remotely, en ligne, a distance, en linea, virtuel, онлайн, дистанционно, 线上, "
    "在线, عن بعد, digital, yes, oui, si, да, ja, sim, 是, نعم",
}
_YES = frozenset(
    {
        "yes",
        "y",
        "x",
        "true",
        "1",
        "oui",
        "o",
        "si",
        "s",
        "да",
        "д",
        "是",
        "نعم",
        "ja",
        "j",
        "sim",
        "head",
        "hod",
    }
)


@value
class Reading:
    """What a word is taken for; ``sure`` where no person would read it otherwise."""

    taken_as: str
    sure: bool


def _key(text: str) -> str:
    return _NOT_LETTERS.sub(" ", folded(text)).strip()


def _by_word(words: Mapping[Any, str]) -> dict[str, str]:
    return {_key(word): choice.value for choice, listed in words.items() for word in listed.split(", ")}


VOCABULARIES: dict[Field, dict[str, str]] = {
    Field.KIND: _by_word(_KINDS) | {kind.value: kind.value for kind in OrganisationKind},
    Field.CAPACITY: _by_word(_CAPACITIES),
    Field.ATTENDS: _by_word(_ATTENDS),
}
CHOICES: dict[Field, tuple[str, ...]] = {
    Field.KIND: tuple(OrganisationKind),
    Field.CAPACITY: tuple(Capacity),
    Field.ATTENDS: tuple(Attends),
}
DEFAULTS: dict[Field, str] = {
    Field.KIND: OrganisationKind.OTHER.value,
    Field.CAPACITY: Capacity.PARTNER.value,
    Field.ATTENDS: Attends.ROOM.value,
}


def read_word(field: Field, text: str) -> Reading:
    """A word, one of its parts, or one it is short for."""
    known, key = VOCABULARIES[field], _key(text)
    if key in known:
        return Reading(known[key], True)
    parts = f" {key} "
    inside = max((word for word in known if len(word) > 3 and f" {word} " in parts), key=len, default="")
    if inside:
        return Reading(known[inside], False)
    longer = next((word for word in known if len(key) > 1 and word.startswith(key)), "")
    return Reading(known.get(longer, DEFAULTS[field]), False)


def is_yes(text: str) -> bool:
    return bool(text) and (text in {"✓", "✔", "√"} or _key(text) in _YES or _key(text).startswith("head of"))


_GERMAN = {"hr": "Mr.", "herr": "Mr.", "fr": "Ms.", "frau": "Ms."}
_DOTTED = {"mr": "Mr.", "ms": "Ms.", "mrs": "Mrs.", "dr": "Dr.", "prof": "Prof."}


def plain_honorifics(texts: list[str]) -> dict[str, str]:
    """How the honorifics of one column read, for those that are changed.

    Only a dot or capitals are put right, and the German ones; Fr. is a Frau only where a Herr is near, for
    elsewhere it may be a Father.
    """
    keys = {text: folded(text).rstrip(".") for text in texts if text}
    german = bool({"hr", "herr", "frau"} & set(keys.values()))
    safe = _DOTTED | (_GERMAN if german else {})
    return {text: safe[key] for text, key in keys.items() if safe.get(key, text) != text}
