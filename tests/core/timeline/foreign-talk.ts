/** A passage of an English talk written for these tests, with Japanese and Korean notes on it. */
interface Passage {
  readonly said: string;
  readonly ja: { readonly title: string; readonly note: string };
  readonly ko: { readonly title: string; readonly note: string };
}

export const FOREIGN_TALK: readonly Passage[] = [
  {
    said: 'Welcome back everybody. Today I am sitting down with Robert Keller, who spent a long time at a little workshop before he came here. We met at a conference in Berlin, and he told me a story about a printer that I still cannot get out of my head.',
    ja: {
      title: '出会い',
      note: 'ゲストはロバート・ケラー氏。ベルリンの会議で知り合い、プリンターにまつわる話を聞いたのがきっかけだった。',
    },
    ko: {
      title: '만남',
      note: '손님은 로버트 켈러. 베를린의 회의에서 만났고, 프린터 이야기를 들은 것이 계기였다.',
    },
  },
  {
    said: 'So the company began in a garage with three hundred and fifty dollars. There was no marketing and no investor. My sister Christina kept the books in a paper notebook, and for the first eighteen months nobody was paid at all.',
    ja: {
      title: '創業のころ',
      note: 'ガレージで三百五十ドルから始めた。マーケティングもなく、投資家もいない。姉のクリスティーナが帳簿をつけ、最初の十八か月は誰も給料をもらわなかった。',
    },
    ko: {
      title: '창업 시절',
      note: '차고에서 삼백오십 달러로 시작했다. 마케팅도 투자자도 없었다. 누나 크리스티나가 장부를 적었고, 처음 십팔개월 동안은 아무도 월급을 받지 못했다.',
    },
  },
  {
    said: 'The first product was a sensor for greenhouses. It measured the moisture of the soil, and it was terrible. Farmers in Holland sent back twelve thousand of them. That was the winter when we almost stopped.',
    ja: {
      title: '最初の製品',
      note: '温室用のセンサーを作ったが、出来はひどかった。オランダの農家から一万二千個が返品された。あの冬に会社をたたむところだった。',
    },
    ko: {
      title: '첫 제품',
      note: '온실용 센서를 만들었지만 형편없었다. 네덜란드 농가에서 만이천개가 반품되었다. 그 겨울에 회사를 접을 뻔했다.',
    },
  },
  {
    said: 'What saved us was a letter from Microsoft. They did not want the hardware, they wanted the algorithm behind it. We signed a contract over four million, and I remember Christina crying in the kitchen.',
    ja: {
      title: '転機',
      note: '救ったのはマイクロソフトからの手紙だった。ほしいのは機械ではなくアルゴリズムだという。400万ドルの契約を結び、クリスティーナは台所で泣いた。',
    },
    ko: {
      title: '전환점',
      note: '우리를 살린 것은 마이크로소프트의 편지였다. 기계가 아니라 알고리듬을 원했다. 400만 달러의 계약을 맺었고, 크리스티나는 부엌에서 울었다.',
    },
  },
  {
    said: 'After that we grew too fast. We hired managers before we had a culture. Two hundred and eighty people in Stockholm, and I knew perhaps forty of their names. Meetings about meetings, you know how it goes.',
    ja: {
      title: '急成長',
      note: 'その後は成長が速すぎた。文化ができる前にマネージャーを雇った。ストックホルムに280人、名前を知っていたのは四十人ほど。',
    },
    ko: {
      title: '급성장',
      note: '그 뒤로 너무 빨리 컸다. 문화가 생기기 전에 매니저를 뽑았다. 스톡홀름에 280명, 이름을 아는 사람은 마흔 명쯤이었다.',
    },
  },
  {
    said: 'The simulation team was different. Patrick had nine people and one rule. Nobody may present anything that does not run. Every Thursday they broke the cluster on purpose, and every Friday they repaired it.',
    ja: {
      title: 'パトリックのチーム',
      note: 'シミュレーションのチームだけは違った。パトリックの規則は一つ、動かないものは発表しない。毎週クラスターをわざと壊し、翌日に直した。',
    },
    ko: {
      title: '패트릭의 팀',
      note: '시뮬레이션 팀은 달랐다. 패트릭의 규칙은 하나, 돌아가지 않는 것은 발표하지 않는다. 매주 클러스터를 일부러 망가뜨리고 다음 날 고쳤다.',
    },
  },
  {
    said: 'Then came the fire. The warehouse in Portland burned on a Sunday, and with it seventy five thousand units. The insurance paid for less than half. I did not sleep for a week, and my doctor told me to stop.',
    ja: {
      title: '火事',
      note: '日曜日にポートランドの倉庫が燃え、七万五千台が失われた。保険で戻ったのは半分以下。一週間眠れず、医者に止められた。',
    },
    ko: {
      title: '화재',
      note: '일요일에 포틀랜드 창고가 불타 칠만오천대를 잃었다. 보험으로는 절반도 돌아오지 않았다. 일주일을 못 자고 의사가 말렸다.',
    },
  },
  {
    said: 'Today the platform runs in twenty six countries. It is boring, and I am proud of that. A nurse in Singapore wrote to me that she had forgotten it was there. That is the best review I ever got.',
    ja: {
      title: '現在',
      note: '今ではプラットフォームが26か国で動いている。退屈なくらいだが、それが誇りだ。あることを忘れていたという看護師の言葉が最高の評価だった。',
    },
    ko: {
      title: '현재',
      note: '지금 플랫폼은 26개국에서 돌아간다. 지루할 정도지만 그것이 자랑이다. 있다는 것을 잊었다는 간호사의 말이 최고의 평가였다.',
    },
  },
  {
    said: 'People ask me about robots all the time. I tell them to read Einstein before they read the newspaper. A robot that folds laundry is further away than they think, perhaps fifteen years, and I have lost that bet before.',
    ja: {
      title: 'ロボットについて',
      note: 'ロボットのことをよく聞かれる。新聞より先にアインシュタインを読めと答える。洗濯物をたたむロボットはまだ十五年先だろう。',
    },
    ko: {
      title: '로봇에 대하여',
      note: '로봇에 관한 질문을 자주 받는다. 신문보다 아인슈타인을 먼저 읽으라고 답한다. 빨래를 개는 로봇은 아직 십오년은 남았을 것이다.',
    },
  },
  {
    said: 'If I could start again, I would stay in the garage for longer. I would listen to Elizabeth, who told me not to sell the patent. And I would take the summers off. Thank you, it was a pleasure to be here.',
    ja: {
      title: 'もう一度始めるなら',
      note: 'やり直せるならガレージにもっと長くいる。パテントを売るなと言ったエリザベスの言うことを聞く。夏は休む。',
    },
    ko: {
      title: '다시 시작한다면',
      note: '다시 한다면 차고에 더 오래 있겠다. 패튼트를 팔지 말라던 엘리자베스의 말을 듣겠다. 여름에는 쉬겠다.',
    },
  },
];
