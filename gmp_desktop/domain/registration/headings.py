"""What a column can become, and the words it is headed by in eight languages."""

import re
from enum import StrEnum
from functools import lru_cache

from gmp_desktop.domain.people import folded


class Field(StrEnum):
    """The value is what a remembered mapping calls it; it never changes meaning."""

    FAMILY = "family"
    GIVEN = "given"
    FULL_NAME = "full name"
    HONORIFIC = "honorific"
    OWN_SCRIPT = "own script"
    ORGANISATION = "organisation"
    SHORT_NAME = "short name"
    KIND = "kind"
    COUNTRY = "country"
    FUNCTION = "function"
    DIVISION = "division"
    CAPACITY = "capacity"
    AREA = "area"
    HEAD = "head of delegation"
    ATTENDS = "attends"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    DIETARY = "dietary"
    ACCESS = "access"
    BADGE = "badge"
    STARTS = "starts"
    ENDS = "ends"
    LEAVE_OUT = "leave out"


_WORDS = {
    Field.FAMILY: "surname, last name, family name, nom, nom de famille, apellido, apellidos, фамилия, 姓, 姓氏, "
    "اسم العائلة, اللقب, nachname, familienname, sobrenome, apelido",
    Field.GIVEN: "first name, given name, given names, forename, first names, prenom, prenoms, nombre, nombres, "
    "имя, 名, 名字, الاسم الأول, الاسم الشخصي, vorname, vornamen, rufname, nome proprio, primeiro nome",
    Field.FULL_NAME: "name, full name, participant, participants, participant name, name of participant, delegate, "
    "nom complet, nom et prenom, nom prenom, nombre completo, nombre y apellidos, participante, фио, участник, "
    "полное имя, 姓名, 全名, 参加者, 与会者, الاسم, الاسم الكامل, المشارك, teilnehmer, teilnehmerin, vollstandiger name, "
    "nome, nome completo",
    Field.HONORIFIC: "title, honorific, salutation, mr ms, courtesy title, prefix, titre, civilite, tratamiento, "
    "titulo, обращение, 称谓, 尊称, اللقب الشرفي, المخاطبة, titel, anrede, tratamento",
    Field.OWN_SCRIPT: "name in own script, own script, native name, original name, local name, name in original script, "
    "nom dans l ecriture d origine, nombre en su escritura, имя на родном языке, 本国文字姓名, 中文姓名, 中文名, "
    "الاسم بالعربية, name in eigener schrift, nome na escrita propria",
    Field.ORGANISATION: "organisation, organization, for, organisation ministry, ministry, institution, affiliation, "
    "company, employer, entity, agency, delegation, representing, organisme, ministere, societe, organizacion, "
    "institucion, ministerio, empresa, delegacion, организация, учреждение, министерство, делегация, 组织, 单位, 机构, "
    "部门单位, 代表团, المنظمة, المؤسسة, الجهة, الوزارة, organisation ministerium, ministerium, einrichtung, firma, "
    "delegationen, organizacao, instituicao, delegacao",
    Field.SHORT_NAME: "acronym, abbreviation, short name, acronyme, sigle, sigla, siglas, аббревиатура, сокращение, "
    "简称, 缩写, الاسم المختصر, abkurzung, kurzel, kurzname",
    Field.KIND: "kind, category, cat, type, group, type of organisation, type of organization, organisation type, "
    "organization type, stakeholder group, constituency, sector, categorie, type d organisation, secteur, categoria, "
    "tipo, tipo de organizacion, sector de actividad, категория, тип организации, группа, 类别, 类型, 组织类型, الفئة, "
    "نوع المنظمة, kategorie, art, gruppe, setor",
    Field.COUNTRY: "country, state, party, country name, nation, country of representation, pays, etat, pais, estado, "
    "страна, государство, 国家, 国别, الدولة, البلد, land, staat",
    Field.FUNCTION: "function, position, job title, role, post, job, designation, occupation, fonction, poste, cargo, "
    "funcion, puesto, должность, функция, 职务, 职位, 职称, الوظيفة, المنصب, المسمى الوظيفي, funktion, stellung, "
    "berufsbezeichnung, funcao",
    Field.DIVISION: "division, department, unit, section, branch, direction, service, departement, departamento, "
    "direccion, unidad, отдел, департамент, управление, 部门, 司局, 处, القسم, الإدارة, abteilung, referat, divisao, "
    "unidade",
    Field.CAPACITY: "capacity, participation, attending as, participates as, participant type, qualite, "
    "en qualite de, calidad, en calidad de, статус, в качестве, 身份, 参会身份, الصفة, eigenschaft, nimmt teil als, "
    "qualidade",
    Field.AREA: "area, partnership area, work area, domaine, domaine du partenariat, domaine de partenariat, "
    "ambito, area de trabajo, esfera, область партнерства, область, 伙伴关系领域, 领域, مجال الشراكة, المجال, bereich, "
    "partnerschaftsbereich, area de parceria",
    Field.HEAD: "head of delegation, hod, head, delegation head, chef de delegation, jefe de delegacion, "
    "jefa de delegacion, глава делегации, 团长, 代表团团长, رئيس الوفد, delegationsleitung, delegationsleiter, "
    "chefe de delegacao, chefe da delegacao",
    Field.ATTENDS: "attends, attendance, mode, mode of participation, in person or online, in person online, online, "
    "format, participation mode, mode de participation, presentiel en ligne, modalidad, modalidad de participacion, "
    "форма участия, формат участия, 参加方式, 参会方式, طريقة المشاركة, نمط المشاركة, teilnahme, teilnahmeart, "
    "modo de participacao, modalidade",
    Field.EMAIL: "email, e mail, email address, e mail address, mail, courriel, adresse electronique, adresse e mail, "
    "correo, correo electronico, эл почта, электронная почта, почта, адрес электронной почты, 电子邮件, 邮箱, 电邮, "
    "电子邮箱, البريد الإلكتروني, البريد, mailadresse, e mail adresse, correio eletronico",
    Field.PHONE: "phone, telephone, tel, mobile, phone number, telephone number, cell, mobile number, numero de telephone, "
    "portable, telefono, movil, celular, телефон, мобильный, 电话, 手机, 联系电话, الهاتف, رقم الهاتف, الجوال, telefon, "
    "handy, mobil, telefonnummer, telefone, telemovel",
    Field.ADDRESS: "address, postal address, mailing address, adresse, adresse postale, direccion postal, domicilio, "
    "адрес, почтовый адрес, 地址, 通讯地址, العنوان, العنوان البريدي, anschrift, postanschrift, endereco",
    Field.DIETARY: "dietary, diet, dietary requirements, dietary needs, dietary restrictions, food, meal, regime, "
    "regime alimentaire, dieta, requisitos alimentarios, питание, диета, 饮食, 饮食要求, النظام الغذائي, ernahrung, "
    "essen, unvertraglichkeiten, restricoes alimentares",
    Field.ACCESS: "access, accessibility, access needs, special needs, assistance, accessibilite, besoins particuliers, "
    "accesibilidad, necesidades especiales, доступность, особые потребности, 无障碍, 特殊需要, الاحتياجات الخاصة, "
    "barrierefreiheit, besondere bedurfnisse, acessibilidade, necessidades especiais",
    Field.BADGE: "badge, badge number, badge no, badge nr, numero de badge, numero d insigne, credencial, "
    "numero de credencial, номер бейджа, бейдж, 证件号码, 胸卡, 胸卡号, رقم الشارة, الشارة, ausweisnummer, "
    "namensschild, numero do cracha, cracha",
    Field.STARTS: "in office since, in office from, since, term begins, term start, start of term, en fonction depuis, "
    "depuis, en el cargo desde, desde, в должности с, 任职开始, 起始日期, في المنصب منذ, im amt seit, seit, no cargo desde",
    Field.ENDS: "in office until, until, term ends, term end, end of term, en fonction jusqu au, jusqu au, "
    "en el cargo hasta, hasta, в должности до, 任职结束, 截止日期, في المنصب حتى, im amt bis, bis, no cargo ate",
}  # fmt: skip

_PRIVATE = re.compile(
    r"passport|passeport|pasaporte|passaporte|паспорт|护照|جواز|visa\b|виза|签证|تأشيرة|birth|naissance|nacimiento|"
    r"nascimento|geburt|рожд|出生|ميلاد|flight|hotel|signature|gender|sexe\b|geschlecht"
)
"""What an organiser asks for and no meeting's record needs: never taken up by itself."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_LEAST_TO_CONTAIN = 3


def _key(heading: str) -> str:
    return _NOT_LETTERS.sub(" ", folded(heading)).strip()


KNOWN = {_key(words): field for field, listed in _WORDS.items() for words in listed.split(", ")}
_LONGEST_FIRST = sorted((words for words in KNOWN if len(words) >= _LEAST_TO_CONTAIN), key=len, reverse=True)


@lru_cache(1024)
def field_of(heading: str) -> Field | None:
    """What a column is by its heading; None where that says nothing."""
    key = _key(heading[:200])
    if not key or _PRIVATE.search(key):
        return None
    if key in KNOWN:
        return KNOWN[key]
    before_bracket = _key(re.split(r"[(（\[:*]", heading[:200])[0])
    if before_bracket in KNOWN:
        return KNOWN[before_bracket]
    if len(key.split()) > 6:
        return None  # a sentence that happens to name something
    padded = f" {key} "
    return next((KNOWN[words] for words in _LONGEST_FIRST if f" {words} " in padded), None)


def is_private(heading: str) -> bool:
    return _PRIVATE.search(_key(heading[:200])) is not None


def shape(heads: tuple[str, ...]) -> str:
    """What sheets with the same headings have in common."""
    return "\n".join(_key(head) for head in heads)
