/** The features that distinguish a language from the others of its script. */
export interface Signs {
  /** Its codes in franc (ISO 639-3); none where franc has no trigrams for it. Languages may share a code. */
  readonly franc: readonly string[];
  /** Its letters, lower case; in Latin script only those beyond a to z. Empty where letters do not distinguish languages. */
  readonly letters: string;
  /** Its commonest function words, lower case, separated by spaces. */
  readonly words: string;
}

type Family = Readonly<Record<string, Signs>>;

const signs = (franc: string, letters: string, words: string): Signs => ({
  franc: franc === '' ? [] : franc.split(' '),
  letters,
  words,
});

const LATIN: Family = {
  en: signs(
    'eng',
    '',
    'the of and to in is that it for was on are with as be at by this have from or had not but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than been its who now people my made down only way may long very after just where most know why our us me does did because while any again should before over',
  ),
  de: signs(
    'deu',
    'äöüß',
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn ich wir was kann dann doch warum immer ihre',
  ),
  nl: signs(
    'nld',
    'ëïéèöü',
    'de het een en van ik te dat die in is zijn op aan met als voor er maar om hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze want nog zal me zij nu ge geen omdat iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles onder ja',
  ),
  af: signs(
    'afr',
    'êëôûéîïáèö',
    'die en van in is het nie wat dat om te met hy op vir sy ek sal as aan was by ons jy kan een deur of hulle maar nog uit ook so na toe haar dit hierdie wees baie daar waarom hoe tot oor word moet net kon hom my geen gaan',
  ),
  sv: signs(
    'swe',
    'åäöé',
    'och i att det som en på är av för med den till inte har de om ett han men var jag sig från vi så kan man när år säger hon under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara blir upp även vad in varför hur våra deras någon mig dig du',
  ),
  da: signs(
    'dan',
    'æøåé',
    'og i at det er en til på som af for de med ikke der den har et han om jeg fra var vi men sig så kan man hun efter ved også når eller skal blev over ud mig hvor hvad havde ham op hvis ind nogle meget hans være min alle bliver dig end sin da hendes nu bare blive før kunne været ville hvorfor hvordan kun vores deres siger mere os uden nogen',
  ),
  no: signs(
    'nob',
    'æøåéòô',
    'og i det på som er en til å for av at har med de ikke den han om et fra men vi var jeg seg så kan man hun etter ved også når eller skal ble over ut meg hvor hva hadde ham opp hvis inn noen mye hans være min alle blir deg enn sin da hennes nå bare bli før kunne vært ville hvorfor hvordan kun våre deres sier mer oss uten noe fram dere selv mellom hver mot',
  ),
  is: signs(
    '',
    'áðéíóúýþæö',
    'og að í á er sem það við um var ekki með en til því af fyrir hann þá eru frá hún eftir þess ég þetta svo sig hafa verið eða upp ef þeir hefur mér sé þar hver úr voru hafði hans meira þeim nú kom mjög hvernig hvers vegna okkar',
  ),
  fi: signs(
    'fin',
    'äöåšž',
    'ja on ei se että hän oli joka mutta kun ovat niin myös jos kuin tai sen ole mukaan nyt jo vain ollut vielä mitä olisi kaikki jossa jotka noin hänen sitä siitä siinä eli en minä sinä me te he tämä tämän sekä miten miksi koska mikä mukana ennen kanssa jälkeen enemmän yli',
  ),
  et: signs(
    'ekk',
    'äöõüšž',
    'ja on ei et see oli ta kui ka mis aga oma ning kes ma nii siis veel või seda välja tema ole selle nagu üle juba pole olid kuid üks mida kas ära pärast meie siin sest neid need sa te nad mitte enam miks kuidas väga ainult nüüd',
  ),
  lv: signs(
    'lvs',
    'āčēģīķļņšūž',
    'un ir ar no uz par ka bija kas tas kā arī to lai bet vai pēc pie tikai nav jau vēl viņš kad ja viņa gan ko līdz es tā mēs mūsu šo tika būs var tie savu kāpēc ļoti pirms pret starp',
  ),
  lt: signs(
    'lit',
    'ąčęėįšųūž',
    'ir kad su į iš yra tai kaip bet jis apie buvo nuo ar už ne dar tik jau po jo bei ji taip pat per kai tačiau jei kurie to mes jie man savo kas labai prie čia tuo kodėl nes aš tu gali reikia',
  ),
  pl: signs(
    'pol',
    'ąćęłńóśźż',
    'i w na z do nie się to że jest o jak ale po co tak za od czy są tym przez już ja tylko dla jej jego być był było była może ich oraz przed pod który która które ma gdy przy jeszcze bardzo mnie więc także dlaczego kiedy gdzie nas nasze',
  ),
  cs: signs(
    'ces',
    'áčďéěíňóřšťúůýž',
    'a v se na je že s z do i o to k ve pro za by ale si po jako od co jsem jsou podle tak který jak nebo při aby už být která které ještě jen bylo byla byl má bude jeho před také kdy až než své není jejich pod mezi proč když může velmi tím',
  ),
  sk: signs(
    'slk',
    'áäčďéíĺľňóôŕšťúýž',
    'a v sa na je že s z do aj o to k vo pre za by ale si po ako od čo som sú podľa tak ktorý ktorá ktoré alebo pri aby už byť ešte len bolo bola bol má bude jeho pred tiež kedy až než svoje nie ich pod medzi prečo keď môže veľmi tým kto',
  ),
  sl: signs(
    'slv',
    'čšž',
    'in je v na se da za so ki z pa bi tudi s po ne ali ob ni do o kot še k od ko pri ter že več kar pred med to lahko kako kaj če bil bilo bila sem smo zakaj samo zelo vse zaradi imajo tega',
  ),
  hr: signs(
    'hrv',
    'čćđšž',
    'i je u na se da su za od s iz kao ne koji to a o do bi što ali nije ili koja koje će po tko samo uz bio kako nakon više još prije sve biti prema kada gdje zašto ako nego već netko nitko svatko uvijek također međutim vrijeme mjesto dvije lijepo riječ čovjek dio tijekom ovdje svijet negdje nigdje svagdje cijeli cijelo cijela dijete djeca uopće općenito tjedan tisuća lijep htio htjela vidjeti vidio smjeti živjeti poslije naprijed dijelu vremena mjesta nekoliko ljudi kojih',
  ),
  sr: signs(
    'hrv',
    'čćđšž',
    'i je u na se da su za od sa iz kao ne koji to a o do bi što šta ali nije ili koja koje će po ko samo uz bio kako nakon više još pre sve biti prema kada gde zašto ako nego već neko niko svako uvek takođe međutim vreme mesto dve lepo reč čovek deo tokom ovde svet posle negde nigde svuda ceo celo cela dete deca uopšte nedelja hiljada lep hteo htela videti video smeti živeti napred delu vremena mesta nekoliko ljudi kojih',
  ),
  ro: signs(
    'ron',
    'ăâîșțşţ',
    'și de în a la cu o pe că nu din să pentru care este un mai au ce se sunt fi prin ca sau după fost dar dacă lui cum îi ele ei va are ale cea am între până foarte această acest când doar nici unde toate fără despre',
  ),
  hu: signs(
    'hun',
    'áéíóöőúüű',
    'a az és hogy nem is egy de van csak meg ez azt már el ha mint még vagy volt ki kell lesz pedig mert majd be minden nagyon én te ő mi ti ők amely aki ami így után között ezt szerint miért hogyan',
  ),
  tr: signs(
    'tur',
    'çğıöşüâîû',
    've bir bu da de için ile çok ne daha gibi olarak en o sonra olan kadar ama her değil mi var ben sen biz kendi diye nasıl neden ya olduğu ise göre bunu şey yok iki nin',
  ),
  az: signs(
    'azj',
    'çəğıöşü',
    'və bir bu da də üçün ilə çox nə daha kimi olaraq ən o sonra olan qədər amma hər deyil var mən sən biz öz necə niyə ya görə bunu idi həm yox iki ki',
  ),
  es: signs(
    'spa',
    'áéíñóúü',
    'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo solo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada',
  ),
  pt: signs(
    'por',
    'áâãàçéêíóôõúü',
    'de a que o e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você essa num nem suas meu às minha numa pelos elas qual nós lhe deles essas esses pelas este dele tu te',
  ),
  ca: signs(
    'cat',
    'àçèéíïòóúü',
    'de la i que el a en les els es un per una amb del no al com més se però són ha és o seva seu ser dels aquest aquesta hi han també fins sobre entre ja tot molt ens quan li això aquests sense nostre nostra perquè què on cada ara des era després pels pel',
  ),
  gl: signs(
    'glg',
    'áéíñóúü',
    'de a que o e do da en un para con non unha os no se na por máis as dos como pero ao el das á seu súa ou cando moito nos xa eu tamén só polo pola ata iso ela entre despois sen mesmo aos seus quen nas me ese eles esa nin súas meu miña nós lle estas estes é son está foi hai ten ter ser porque onde',
  ),
  eu: signs(
    '',
    'ñ',
    'eta da ez bat du zen dira ere egin zuen baina hau izan dut dute den edo bere hori oso baino ziren behar nola zer dela zuten egiten gero gure beste batean duen nahi zergatik bai ni zu gu',
  ),
  fr: signs(
    'fra',
    'àâæçéèêëîïôœùûüÿ',
    'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont ou avec son aux cette être comme mais nous sa ces été on sous tout deux leur même ont fait bien elle peut entre si ses aussi était y sans après depuis dont je tu vous ils encore où pourquoi comment très avoir quand',
  ),
  it: signs(
    'ita',
    'àèéìíîòóù',
    'di e il la che in a per un è del una non sono da con le si i dei della al come più ha lo anche ma nel alla gli suo ne o se questo tra delle sua nella dal era stato alle cui ed dalla loro perché essere degli io tu noi mi ci quando dopo molto tutti fa due sia senza ancora solo cosa anni uno quello',
  ),
  sq: signs(
    'als',
    'çë',
    'e të në i për me një që nga së ka është dhe si do u nuk më por se kjo ky ai ajo kur mund kanë edhe janë tij duke pas kishte ishte ne pse shumë tyre gjithë tonë',
  ),
  ga: signs(
    '',
    'áéíóú',
    'na agus ar ag sé sí bhí tá ní mar sin de atá nach ach ó seo siad faoi bheith idir raibh leis gach freisin air aon mé tú muid chun níos cén conas',
  ),
  cy: signs(
    '',
    'âêîôûŵŷáéïö',
    'y yn ar yr mae ei ac am bod yw oedd gan wedi eu hefyd ond fel at hwn hon nid pan dros ni chi fy beth pam sut gyda ddim roedd',
  ),
  vi: signs(
    'vie',
    'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ',
    'và của là có cho không được trong một với người các những để này khi đã từ đến ra như nhưng cũng vào lại về tôi thì ở nhiều làm hơn sẽ mà',
  ),
  id: signs(
    'ind',
    '',
    'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih kata tahun sudah atau saat oleh menjadi orang ia telah adalah seperti sebagai bahwa dapat para harus namun kita dua satu masih hari hanya mengatakan kepada kami setelah melakukan lalu belum lain dia kalau terjadi banyak menurut anda hingga tak baru beberapa ketika saja jalan sekitar secara dilakukan sementara tapi sangat hal sehingga seorang bagi besar lagi selama antara waktu sebuah jika sampai jadi mengapa bagaimana mana sering',
  ),
  ms: signs(
    'ind',
    '',
    'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke kerana tersebut boleh ada mereka lebih kata tahun sudah atau oleh menjadi orang ia telah adalah ialah seperti sebagai bahawa dapat para perlu namun kita satu masih hari hanya berkata kepada kami selepas lain dia jika banyak menurut anda sehingga baru beberapa ketika mahu kereta awak daripada serta apabila manakala mengapa bagaimana mana sahaja',
  ),
  tl: signs(
    'tgl',
    'ñ',
    'ang ng sa na mga at ay si ni ako ko mo siya niya ito may hindi kung para nang pa lang din rin ka po namin natin atin kanyang kaya dahil mula tayo sila nila kapag bakit paano ano isang wala',
  ),
  sw: signs(
    'swh',
    '',
    'na ya wa kwa ni za katika la kuwa cha hii huo huyo yake wake yao kama au pia lakini hiyo ili si sana watu mtu kila baada ambayo ambao zaidi yangu hivyo ndani jinsi nini hakuna wao hata bila',
  ),
};

const CYRILLIC: Family = {
  ru: signs(
    'rus',
    'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
    'и в не на что с по как это он но из у от за же так было для все его о ее её они к а мы если уже когда до или бы меня может мне только есть который чем почему потому этого быть была очень',
  ),
  uk: signs(
    'ukr',
    'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
    'і в не на що з як до та це у за він про від але його для й так було є які по вони ми ж коли чи або якщо може вже ще тільки бути чому їх має який дуже після своє',
  ),
  be: signs(
    'bel',
    'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
    'і ў не на што з як да гэта у за ён пра ад але яго для так было ёсць якія па яны мы ж калі ці або можа ўжо яшчэ толькі быць чаму іх мае які вельмі пасля свае',
  ),
  bg: signs(
    'bul',
    'абвгдежзийклмнопрстуфхцчшщъьюя',
    'и в не на че с за от да се е са като как какво къде кога аз ние ако но или тук сме съм по той това го ще му ли до си при те ни тя беше има след който която които може много както още защо само все през най бъде',
  ),
  mk: signs(
    'mkd',
    'абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ',
    'и во не на дека со за од да се е ги го ќе како кога каде ние јас му ли до или си при тие ни таа беше има по кој која кои може многу уште зошто само сè што но ја тоа овој сите биле',
  ),
  sr: signs(
    'srp',
    'абвгдђежзијклљмнњопрстћуфхцчџш',
    'и је у на се да су за од са из као не који то а о до би што шта али није или која које ће по ко само уз био како након више још пре све бити према када где зашто ако него већ неко нико свако увек такође међутим време место две лепо реч човек део током овде свет после негде нигде свуда цео цело цела дете деца уопште недеља хиљада леп хтео хтела видети видео смети живети напред делу времена места неколико људи којих',
  ),
  kk: signs(
    '',
    'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
    'және бұл мен бір үшін деп осы ол да де болып еді емес бар сол біз оның қалай неге кейін көп',
  ),
  ky: signs(
    '',
    'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя',
    'жана бул менен бир үчүн деп ошол ал да болуп эле эмес бар биз анын кандай эмне кийин көп',
  ),
  tg: signs(
    '',
    'абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя',
    'ва дар ба аз ки ин он барои бо аст буд мо шумо онҳо чаро чӣ тавр',
  ),
  mn: signs(
    '',
    'абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя',
    'ба нь энэ бол байна юм гэж би тэр бид яагаад хэрхэн дээр байсан олон',
  ),
};

const ARABIC: Family = {
  ar: signs(
    'arb',
    'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي',
    'في من على أن إلى عن مع هذا هذه التي الذي كان ما لا هو هي لم كل بعد قد أو كيف لماذا وهو كما حتى بين',
  ),
  fa: signs(
    'pes',
    'ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنهویۀيك',
    'و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شده بود می شود چرا چگونه هر چه اما پس یا ما',
  ),
  ur: signs(
    'urd',
    'ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیےۂۓۃ',
    'کے کی میں ہے اور سے کا کو اس نے پر ہیں کہ یہ بھی وہ تھا جو ایک نہیں کر ہم کیوں کیسے تھے کچھ',
  ),
  ckb: signs('', 'ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ', 'و لە بە کە بۆ ئەو ئەم لەگەڵ'),
  ps: signs('', 'ءآأؤئابپتټثجځچڅحخدډذرړزژږسشښصضطظعغفقکګلمنڼوهیېۍيك', 'د په او چې کې ته له دا'),
};

const DEVANAGARI: Family = {
  hi: signs('hin', '', 'के में है की से और को का ने पर हैं यह भी कि एक नहीं था वह जो कैसे क्यों हम कर थे अपने'),
  mr: signs('mar', '', 'आणि आहे या व हे ते मध्ये नाही होते असे की तो ती का कसे पण होता आपल्या'),
  ne: signs('npi', '', 'र छ को मा हो भने पनि लागि गर्न यो छन् हुन्छ थियो किन कसरी'),
};

/** Languages that few notes are written in: detecting one takes stronger evidence. */
export const RARE: ReadonlySet<string> = new Set('af gl ms ga cy ky tg mn ckb ps ne'.split(' '));

/** Scripts of several languages. Serbian has the same tag in both of its scripts. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  Latin: LATIN,
  Cyrillic: CYRILLIC,
  Arabic: ARABIC,
  Devanagari: DEVANAGARI,
};

/** Scripts used mainly by one language. */
export const LONE: Readonly<Record<string, string>> = {
  Greek: 'el',
  Hebrew: 'he',
  Armenian: 'hy',
  Georgian: 'ka',
  Ethiopic: 'am',
  Bengali: 'bn',
  Gurmukhi: 'pa',
  Gujarati: 'gu',
  Oriya: 'or',
  Tamil: 'ta',
  Telugu: 'te',
  Kannada: 'kn',
  Malayalam: 'ml',
  Sinhala: 'si',
  Thai: 'th',
  Lao: 'lo',
  Khmer: 'km',
  Myanmar: 'my',
  Tibetan: 'bo',
};
