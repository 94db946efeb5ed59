// Korean family names and how they are spelled in Latin letters. Public knowledge, by hand; the first spelling is the
// romanised one, the others are what passports and credits show.

const FAMILIES = `
강 gang kang gahng kahng
고 go ko goh koh
곽 gwak kwak kwag
구 gu koo ku goo
국 guk kook gook
권 gwon kwon kwun kweon
금 geum keum kum
기 gi ki kee
길 gil kil
김 gim kim ghim gimm keem
나 na nah ra
남 nam nahm
남궁 namgung namkung namgoong namkoong
노 no noh roh ro
도 do doh
류 ryu ryoo lyu yu yoo rhyu
마 ma mah
맹 maeng
명 myeong myung
문 mun moon
민 min
박 bak park pak bark back
반 ban bahn
방 bang pang
배 bae pae bai
백 baek paik baik back paek beak baeg
변 byeon byun byon
봉 bong
서 seo suh so seoh
석 seok suk sok
선 seon sun son
설 seol sul
성 seong sung song
소 so soh
손 son sohn
송 song
신 sin shin
심 sim shim
안 an ahn
양 yang
엄 eom um uhm ohm
여 yeo yuh yo
연 yeon yun youn
염 yeom yum youm
예 ye yea
오 o oh
옥 ok ock
왕 wang
우 u woo wu
원 won weon
위 wi wee
유 yu yoo you ryu ryoo
육 yuk yook
윤 yun yoon youn
은 eun
이 i lee yi rhee ri rhie yee li leigh
인 in
임 im lim yim rim yeem leem
장 jang chang zang
전 jeon jun chun chon jeun
정 jeong jung chung cheong jong joung
제 je jae
조 jo cho joh choh
주 ju joo chu choo
지 ji jee chi
진 jin chin
차 cha
채 chae chai
천 cheon chun chon
최 choe choi chwe choy che
추 chu choo
탁 tak
태 tae
표 pyo phyo
피 pi
하 ha hah
한 han hahn
함 ham hahm
허 heo hur huh her
현 hyeon hyun
형 hyeong hyung
호 ho
홍 hong
황 hwang whang
황보 hwangbo hwangboh
선우 seonu sunwoo seonwoo
제갈 jegal
독고 dokgo dokko
사공 sagong
공 gong kong
라 ra la rah
로 ro roh
모 mo
목 mok
부 bu boo
빈 bin been
사 sa
상 sang
승 seung
어 eo uh
용 yong
좌 jwa
팽 paeng
편 pyeon pyun
계 gye kye
경 gyeong kyung
범 beom bum
복 bok
탕 tang
`;

/** Hangul family name → its Latin spellings, the romanised one first. */
export const FAMILY_SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map(
  FAMILIES.trim()
    .split('\n')
    .map((line) => {
      const [hangul = '', ...latin] = line.split(' ');
      return [hangul, latin] as const;
    }),
);

// A spelling that two families share ("yoo", "chun") goes to the family that spells it first and most often.
const ORDER = '이 김 박 정 최 유 전 조 백 성 송 손 서 신 임 윤 장 주 지 우 오 노'.split(' ');

/** Latin spelling → the family's romanised spelling: "lee", "yi" and "rhee" are all "i". */
export const FAMILY_OF: ReadonlyMap<string, string> = (() => {
  const owners = new Map<string, string>();
  const give = (hangul: string): void => {
    const spellings = FAMILY_SPELLINGS.get(hangul) ?? [];
    for (const spelling of spellings) if (!owners.has(spelling)) owners.set(spelling, spellings[0]!);
  };
  for (const hangul of [...ORDER, ...FAMILY_SPELLINGS.keys()]) give(hangul);
  return owners;
})();

/** Families that hardly ever end a given name: at the end of three words they are the family ("Min Jung Kim"). */
export const SURE_FAMILIES: ReadonlySet<string> = new Set([
  'gim',
  'i',
  'bak',
  'choe',
  'hwang',
  'bae',
  'gwon',
  'heo',
  'im',
  'yu',
  'gwak',
]);
