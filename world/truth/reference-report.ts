/**
 * What the AIGC field of the made-up world is set to. The figures with a `source` are those that the reference report
 * published: "2023 AIGC人才趋势报告", 脉脉高聘人才智库, as reported on 31 March 2023. The others fill in what it left open, and
 * are our own choice. The report has to find all of them from the rows.
 */
const SOURCE = '脉脉高聘人才智库《2023 AIGC人才趋势报告》，2023-03-31';

export const AIGC = {
  /** F1. New postings in January and February; 2021 is +281.88 % on 2020, 2023 is +31.3 % on 2022 and the highest. */
  postingsJanuaryFebruary: {
    source: SOURCE,
    published: { 2021: 2.8188, 2023: 0.313 },
    counts: { 2019: 96, 2020: 138, 2021: 527, 2022: 620, 2023: 814 },
  },
  /** A month's postings for the rest of a year, as a share of that year's January and February together. */
  monthAgainstJanuaryFebruary: { 2019: 0.5, 2020: 0.9, 2021: 0.52, 2022: 0.51, 2023: 0.55 },
  /** F2. Internet close to 1/3, about three times the AI industry, more than fintech and games together. */
  postingsByIndustry: {
    source: SOURCE,
    shares: {
      internet: 0.328,
      ai: 0.109,
      games: 0.112,
      fintech: 0.094,
      'enterprise-software': 0.092,
      ecommerce: 0.08,
      hardware: 0.06,
      education: 0.045,
      media: 0.04,
      'new-energy-vehicles': 0.04,
    },
  },
  /** F3. Demand is for technical roles; supply leans to product and operations. */
  demandByRole: {
    source: SOURCE,
    shares: {
      'algorithm-engineer': 0.27,
      'nlp-engineer': 0.16,
      'computer-vision-engineer': 0.13,
      'deep-learning-engineer': 0.09,
      'algorithm-researcher': 0.07,
      'machine-learning-engineer': 0.06,
      'aigc-product-manager': 0.07,
      'ai-product-manager': 0.05,
      'backend-engineer': 0.05,
      'content-operations': 0.03,
      'operations-specialist': 0.02,
    },
  },
  supplyByRole: {
    source: SOURCE,
    shares: {
      'ai-product-manager': 0.24,
      'aigc-product-manager': 0.17,
      'operations-specialist': 0.16,
      'content-operations': 0.11,
      'algorithm-engineer': 0.12,
      'nlp-engineer': 0.06,
      'computer-vision-engineer': 0.04,
      'machine-learning-engineer': 0.04,
      'backend-engineer': 0.04,
      'deep-learning-engineer': 0.01,
      'algorithm-researcher': 0.01,
    },
  },
  /** F4. NLP, deep learning and C++ most often; text generation and commercialisation are named. */
  skillsOfPostings: {
    source: SOURCE,
    shares: {
      nlp: 0.56,
      'deep-learning': 0.54,
      cpp: 0.47,
      python: 0.41,
      'machine-learning': 0.36,
      'text-generation': 0.31,
      pytorch: 0.3,
      commercialisation: 0.26,
      'large-language-models': 0.24,
      'academic-research': 0.22,
      'diffusion-models': 0.15,
      tensorflow: 0.14,
    },
  },
  /** F5. Average yearly pay, CNY. */
  payByRole: {
    source: SOURCE,
    mean: {
      'computer-vision-engineer': 1_030_000,
      'algorithm-researcher': 1_060_000,
      'deep-learning-engineer': 1_010_000,
      'aigc-product-manager': 900_000,
      'nlp-engineer': 890_000,
      'algorithm-engineer': 840_000,
      'machine-learning-engineer': 820_000,
      'ai-product-manager': 640_000,
      'backend-engineer': 520_000,
      'content-operations': 280_000,
      'operations-specialist': 260_000,
    },
  },
  /** F6. Over 60 % in Beijing, Shanghai and Shenzhen; Beijing 1/3, more than the other two; Hangzhou fourth, before Guangzhou. */
  peopleByCity: {
    source: SOURCE,
    shares: {
      beijing: 0.334,
      shanghai: 0.172,
      shenzhen: 0.131,
      hangzhou: 0.098,
      guangzhou: 0.067,
      chengdu: 0.052,
      nanjing: 0.038,
      wuhan: 0.034,
      xian: 0.028,
      suzhou: 0.024,
      hefei: 0.022,
    },
  },
  /** F7. Pure internet close to 1/3, the AI industry 6.45 %. */
  peopleByIndustry: {
    source: SOURCE,
    shares: {
      internet: 0.329,
      ai: 0.0645,
      ecommerce: 0.13,
      'enterprise-software': 0.12,
      games: 0.1,
      fintech: 0.09,
      hardware: 0.0715,
      education: 0.05,
      media: 0.045,
    },
  },
  /** F8 and F10 together. Over 30: 70 %; over 35: more than 1/3; over 3 years: close to 80 %; over 5: close to 50 %. */
  agesAndYears: {
    source: SOURCE,
    shares: {
      'over35-over5': 0.345,
      'over30-over5': 0.145,
      'over30-3to5': 0.15,
      'to30-3to5': 0.15,
      'over30-to3': 0.06,
      'to30-to3': 0.15,
    },
  },
  /** F8. The internet industry's share over 35. */
  internetOver35: { source: SOURCE, share: 0.28 },
  /** F9. Close to half hold a master's degree or more. */
  degrees: { source: SOURCE, shares: { doctor: 0.085, master: 0.4, bachelor: 0.465, associate: 0.05 } },
  /** F12. Over 70 % of mid- and senior-level members are verified. */
  verifiedMidAndSenior: { source: SOURCE, share: 0.74 },
} as const;

/** F11. What the community talked about. */
export const HOT_TOPICS = [
  { zh: 'GPT接入办公全家桶，3秒1个PPT，怕吗', en: 'GPT in all of Office, a deck in three seconds: afraid?' },
  { zh: 'AI热潮下，哪些岗位不建议入行了', en: 'Which jobs would you not advise entering in the AI boom?' },
  { zh: 'AIGC从业者会取代谁', en: 'Whom will people in AIGC replace?' },
] as const;
