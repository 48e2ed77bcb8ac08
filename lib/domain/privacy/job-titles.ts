// A role is recorded, never a name: but a role is typed, and a name can be typed there. So only words that job titles
// and offices are made of are shown. Whatever holds another word is kept back, and its writer is told.

/** Say what somebody does. */
const TITLES = words(`
  adviser advisor administrator alderman ambassador analyst architect assistant auditor caseworker chair chairman
  chairperson chairwoman champion chancellor chief clerk coach commander commissioner constable consultant convener
  coordinator co-ordinator councillor counsellor dean delegate deputy designer developer director doctor editor
  educator engineer executive governor gp head headteacher inspector judge lead leader lecturer librarian liaison
  lieutenant magistrate manager mayor mayoress mediator member members midwife minister mp msp mep ms nurse nurses
  officer officers official officials ombudsman organiser overseer paramedic partner pharmacist planner planners
  practitioner premier president principal professor provost psychologist ranger receptionist registrar
  representative researcher secretary senator sergeant sheriff speaker specialist spokesperson staff steward
  strategist superintendent supervisor surveyor teacher technician therapist treasurer trustee trustees tutor
  undersecretary visitor volunteer warden worker workers
  رئيس رئيسة مدير مديرة مسؤول مسؤولة موظف موظفة منسق منسقة عضو عضوة أعضاء مستشار مستشارة عمدة وزير وزيرة نائب نائبة
  مفتش مفتشة ضابط ضابطة ممرض ممرضة قابلة أمين أمينة قائد قائدة مخطط مخططة ممثل ممثلة مساعد مساعدة طبيب طبيبة معلم معلمة
`);

/** Say where. */
const UNITS = words(`
  agency area assembly authority board borough branch bureau cabinet campus centre center centres chamber city clinic
  college commission committee company constituency council country county court department departments desk directorate
  district division faculty force forum group headquarters hospital hub institute library locality ministry
  municipality network office offices panel parish parliament partnership partnerships practice precinct programme
  project province region scrutiny secretariat section sector senate service services staff station surgery taskforce
  team teams town trust unit university ward wards
  قسم إدارة دائرة مكتب فريق مجلس وزارة لجنة هيئة بلدية مدينة مقاطعة حي جامعة كلية مستشفى عيادة شرطة مركز منطقة وحدة
`);

/** Say on what. */
const SUBJECTS = words(`
  access accessibility accommodation accountability adult adults advice age air applicants arts asylum benefits budget
  building business cabinet care careers cemeteries charity childcare children children's civic civil climate cohesion
  commissioning communications communities community compliance conservation consultation contact contracts control
  corporate council crime culture customer data democracy democratic democracy design development digital disability
  diversity drugs early economic economy education elections electoral emergency employer employers employment
  enforcement engagement enterprise environment environmental equalities equality equity estates ethics events exams
  experience external facilities families family finance financial fire food funding further gender governance grants
  green growth hate health heritage higher highways homelessness homes housing human improvement inclusion inclusive
  income industry information infrastructure innovation insight inspection integration intelligence international
  investment it job jobs justice labour land language languages law learning legal leisure libraries licensing life
  local maternity media mental midwifery migrant migrants migration mobility monitoring museums music neighbourhood
  neighbourhoods noise nursery nursing nutrition operations outreach outcomes parking parks participation patient
  patients payments people people's performance pharmacy place places planning play police policing policy pollution
  practice prevention primary private procurement property protection protective public quality race rail records
  recovery recruitment recycling refugee refugees regeneration regional registration regulation rehabilitation
  relations rent repairs research resettlement residents resilience resources revenue rights road roads rural
  safeguarding safer safety schools school science secondary security sexual shelter skills small social special sport
  sports standards statistics strategic strategy street streets student students substance support sustainability
  tenancy tenant tenants tourism trade traffic training transformation translation transport travel treasury urban
  victim victims violence visitors volunteering voluntary waste water welcome welfare wellbeing well-being women
  women's work workforce youth
  السكن الإسكان الصحة التعليم الشباب المجتمع النقل البيئة العمل التوظيف الثقافة السلامة الأمن المالية التخطيط
  الخدمات الاجتماعية العامة المحلية اللاجئين الهجرة المشاركة الأطفال النساء المنح الجودة العلاقات المدينة المجلس الشرطة
`);

/** Join the others, and say nothing by themselves. */
const JOINING = words(`
  a and at by for from in of on or other the to with within
  acting all assistant associate based co deputy duty elected ex first former full general independent interim joint
  junior local national new non operational our principal regional second senior shadow temporary their third under
  vice young older
  one two three four five six seven eight nine ten several some
  و في من على إلى عن أول ثاني أولى عام عامة كبير كبار بالنيابة ثلاثة أربعة خمسة
`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/**
 * Whether a text is a job title or an office, and nothing else. Every part between commas or brackets must say what,
 * where or on what; every word must be known, or be part of a public body's own name.
 * @param bodies names of public bodies that the same record knows
 */
export function isJobTitle(text: string, bodies: readonly string[] = []): boolean {
  const named = new Set(bodies.flatMap((body) => wordsOf(body)));
  return text.split(/[,;:/()[\]–—|&\n]| - /).every((part) => {
    const said = wordsOf(part);
    if (said.length === 0) return part.trim() === "";
    const telling = said.some((word) => TITLES.has(word) || UNITS.has(word) || SUBJECTS.has(word));
    return telling && said.every((word) => isKnown(word) || named.has(word));
  });
}

/** Whether a word is one that titles and offices are made of. */
export function isTitleWord(word: string): boolean {
  return isKnown(word.normalize("NFC").toLowerCase().replaceAll("’", "'"));
}

function isKnown(word: string): boolean {
  return [TITLES, UNITS, SUBJECTS, JOINING].some(
    (known) =>
      known.has(word) || known.has(word.replace(/['’]s?$/, "")) || known.has(word.replace(/^(?:ال|و)/, "")),
  );
}

function wordsOf(text: string): string[] {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("’", "'")
    .split(/[\s.,;:/()[\]–—|&"“”]+/)
    .filter(Boolean);
}
