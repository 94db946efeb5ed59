// Words of a question that wish nothing: the small words of English, and how people begin to ask.

const STOP = new Set(
  (
    'a about above after again all almost also although always am an and another any anyone anything are around as ask at ' +
    'away back be because been before being best better between big both bring but by bye came can cannot come could couple ' +
    'd day days did do does doing done down drama dramas each either else end ends enough episode episodes especially even ' +
    'ever every everyone everything exactly far favorite favourite few film films find finished first for found from fun ' +
    'further gave get gets getting give go goes going gone good got great guess had has hasn have having he hello help her ' +
    "here hers hey hi him his how hmm i i'd i'll i'm i've idea if im in interested into is isn it it's its ive just keep " +
    'keeps kind kinds knew know last lately lead leads least less let lets like liked likes little ll long look looking ' +
    'looks lot lots love loved lover m made main make makes many matter may maybe me mean might mind mine months mood more ' +
    'most movie movies much must my myself name need needs never new next nice night no not now of off oh ok okay old on ' +
    'once one ones only or other others our out over own part parts people perhaps pick please plus point possible ' +
    'preferably prefer pretty probably put quite rather re read really recent recently recommend recommendation ' +
    'recommendations right s said same saw say says season seasons see seem seen series set she should show shows side ' +
    'similar since so some somebody someone something soon sort start stay still story stories stick stuff such suggest ' +
    'suggestion suggestions sure t take taken takes talk tell than thank thanks that the their them then there these they ' +
    'thing things think this those though through time times tired title titles to today together tonight too took top ' +
    'totally toward tried try trying tv two type types under until up upon us use used using usually ve vibe vibes very ' +
    'wanna want wanted wants was watch watched watching way we week weekend well went were what whatever when where ' +
    'whether which while who whole whose why will wish with within without wonder worth would x year years yes yet you ' +
    "you'd you'll you're your yours ugh lol pls plz instead bit little 's n't character characters actually along person " +
    'feels feel feeling getting gotten should those stupid completely written nobody finish starring featuring directed male female mostly mainly thats whats theres dont doesnt isnt arent wasnt cant wont didnt youre theyre id lets gonna gotta u ur im pls plss rn rlly tho bc cuz btw imo stuff welcome anyways whatever ' +
    'enjoy enjoyed enjoying yeah yep yup nope check heard open haven asking genre genres haha sounds sound cool awesome favorites favourites ' +
    'definitely highly list coming comes forward fan recommending particular seeing course fantastic sorts ideas seems example preferred ago ' +
    'picky reviews appreciate tomorrow called specific order sometime sometimes thought already various ah desperate wow add guys folks mate'
  ).split(' '),
);

const KOREAN = new Set(
  (
    '나는 내가 나의 저는 제가 중에 중에서 걸로 걸 건 거 게 것 것도 거나 아무것도 아무거나 볼 볼만한 만한 좋아 좋은 좋아요 좋겠어 추천 추천해 추천해줘 추천해주세요 추천좀 ' +
    '해줘 해주세요 알려줘 알려주세요 찾아줘 있어 있어요 있나요 있을까 있을까요 싶어 싶어요 싶다 싶은 보고 보고싶어 나오는 나온 할 때 심심할 오늘 오늘밤 밤에 같은 뭐 뭔가 좀 제발 ' +
    '그냥 그리고 그런데 근데 하지만 너무 하나 요즘 혹시 되는 된 하는 위주로 위주 쪽으로 정도 만 들어간 들어가는'
  ).split(' '),
);

export const isStopWord = (folded: string): boolean =>
  STOP.has(folded) ||
  KOREAN.has(folded) ||
  (folded.length < 2 && !/\p{Script=Hangul}|\p{Script=Han}/u.test(folded)) ||
  /^\d{1,2}$/.test(folded);
