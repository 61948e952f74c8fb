/**
 * What is practised together: a trade has schools within it, and who knows one thing of a school soon knows the
 * others. Skills by lexicon id; our own choice.
 */
export type Specialty = { readonly roles: readonly string[]; readonly skills: readonly string[] };

const list = (text: string): readonly string[] => text.split(' ');

export const SPECIALTIES: Readonly<Record<string, Specialty>> = {
  'language-models': {
    roles: list(
      'nlp-engineer algorithm-engineer deep-learning-engineer algorithm-researcher machine-learning-engineer',
    ),
    skills: list('nlp transformer pytorch huggingface distributed-training knowledge-graph search-engines'),
  },
  seeing: {
    roles: list('computer-vision-engineer algorithm-engineer deep-learning-engineer algorithm-researcher'),
    skills: list('computer-vision image-recognition opencv ocr point-cloud slam cuda cpp'),
  },
  'training-stacks': {
    roles: list('deep-learning-engineer algorithm-engineer algorithm-researcher computer-vision-engineer nlp-engineer'),
    skills: list('pytorch tensorflow cuda distributed-training model-deployment transformer paddlepaddle'),
  },
  recommending: {
    roles: list('algorithm-engineer machine-learning-engineer data-analyst data-engineer'),
    skills: list('recommender-systems feature-engineering machine-learning data-mining spark ab-testing scikit-learn'),
  },
  'model-products': {
    roles: list('aigc-product-manager ai-product-manager'),
    skills: list('product-management requirements-analysis commercialisation user-research b2b competitive-analysis'),
  },
  'java-services': {
    roles: list('backend-engineer qa-engineer'),
    skills: list('java spring mybatis mysql redis rabbitmq microservices high-concurrency'),
  },
  'go-platforms': {
    roles: list('backend-engineer'),
    skills: list('go kubernetes docker rest-api distributed-systems kafka linux devops'),
  },
  'python-services': {
    roles: list('backend-engineer data-engineer machine-learning-engineer'),
    skills: list('python postgresql rest-api docker crawler elasticsearch rabbitmq'),
  },
  'web-pages': {
    roles: list('frontend-engineer ui-designer'),
    skills: list('javascript typescript react vue webpack nodejs html-css mini-programs'),
  },
  apps: {
    roles: list('frontend-engineer qa-engineer'),
    skills: list('flutter react-native android ios javascript mini-programs'),
  },
  testing: {
    roles: list('qa-engineer'),
    skills: list('software-testing test-automation performance-testing python linux devops mysql'),
  },
  'data-platforms': {
    roles: list('data-engineer backend-engineer data-analyst'),
    skills: list('hadoop hive spark flink kafka data-warehouse clickhouse data-governance'),
  },
  measuring: {
    roles: list('data-analyst data-engineer product-manager operations-specialist'),
    skills: list('sql data-analysis data-visualisation statistics ab-testing causal-inference time-series'),
  },
  'consumer-products': {
    roles: list('product-manager user-operations operations-specialist'),
    skills: list('product-design user-research competitive-analysis ux-design ab-testing product-management'),
  },
  'business-products': {
    roles: list('product-manager project-manager'),
    skills: list('b2b requirements-analysis product-management commercialisation project-management erp'),
  },
  communities: {
    roles: list('user-operations operations-specialist content-operations'),
    skills: list('community-operations user-operations event-operations new-media live-streaming content-operations'),
  },
  shops: {
    roles: list('operations-specialist marketing-specialist sales-manager'),
    skills: list('ecommerce-operations live-streaming digital-marketing data-operations supply-chain customer-service'),
  },
  brands: {
    roles: list('marketing-specialist copywriter'),
    skills: list('brand-management public-relations marketing-planning advertising new-media event-operations'),
  },
  searching: {
    roles: list('marketing-specialist copywriter content-operations'),
    skills: list('seo digital-marketing content-operations data-analysis advertising new-media'),
  },
  interfaces: {
    roles: list('ui-designer'),
    skills: list('ui-design ux-design sketch-figma user-research html-css'),
  },
  pictures: {
    roles: list('ui-designer copywriter'),
    skills: list('graphic-design photoshop illustrator video-editing three-d-modelling'),
  },
  'large-customers': {
    roles: list('sales-manager'),
    skills: list('key-accounts negotiation customer-relations bidding b2b sales'),
  },
  channels: {
    roles: list('sales-manager marketing-specialist'),
    skills: list('channel-management sales foreign-trade negotiation english'),
  },
  'finding-people': {
    roles: list('hr-specialist'),
    skills: list('recruiting organisation-development communication market-research training'),
  },
  'keeping-people': {
    roles: list('hr-specialist'),
    skills: list('compensation employee-relations training organisation-development administration'),
  },
  books: {
    roles: list('accountant'),
    skills: list('accounting taxation erp cashier cost-accounting'),
  },
  controlling: {
    roles: list('accountant'),
    skills: list('financial-analysis auditing cpa cost-accounting risk-management'),
  },
  serving: {
    roles: list('customer-service-representative data-entry-clerk'),
    skills: list('customer-service customer-relations office-software communication training'),
  },
  'digital-chips': {
    roles: list('chip-designer'),
    skills: list('ic-design ic-verification fpga eda shell'),
  },
  'chips-to-silicon': {
    roles: list('chip-designer'),
    skills: list('ic-backend analog-ic semiconductor-process eda signal-processing'),
  },
  firmware: {
    roles: list('embedded-engineer'),
    skills: list('embedded mcu c-language linux iot rf pcb'),
  },
  'cars-in-software': {
    roles: list('embedded-engineer battery-engineer'),
    skills: list('can-bus autosar functional-safety electric-drive c-language matlab'),
  },
  cells: {
    roles: list('battery-engineer'),
    skills: list('battery new-energy materials charging simulation power-electronics'),
  },
  molecules: {
    roles: list('drug-researcher'),
    skills: list('drug-development organic-synthesis analytical-chemistry gmp drug-registration'),
  },
  biology: {
    roles: list('drug-researcher'),
    skills: list('molecular-biology cell-culture genomics clinical-research analytical-chemistry'),
  },
  delivering: {
    roles: list('project-manager product-manager'),
    skills: list('project-management agile team-management requirements-analysis bidding strategy'),
  },
  'shop-floor': {
    roles: list('production-worker quality-inspector'),
    skills: list('quality-management equipment-maintenance production-management lean-production welding cnc'),
  },
  'on-the-road': {
    roles: list('courier driver'),
    skills: list('driving logistics warehousing forklift customer-service'),
  },
};

const specialtiesByRole = Map.groupBy(
  Object.values(SPECIALTIES).flatMap((specialty) => specialty.roles.map((roleId) => ({ roleId, specialty }))),
  ({ roleId }) => roleId,
);
const kin = new Map<string, Set<string>>();
for (const { skills } of Object.values(SPECIALTIES)) {
  for (const a of skills) {
    const others = kin.get(a) ?? new Set<string>();
    kin.set(a, others);
    for (const b of skills) if (a !== b) others.add(b);
  }
}

/** The schools of a trade; none for a trade that has only one way to do it. */
export const specialtiesOf = (roleId: string): readonly Specialty[] =>
  (specialtiesByRole.get(roleId) ?? []).map(({ specialty }) => specialty);

/** What is practised together with a skill in some school of some trade. */
export const kinOf = (skillId: string): ReadonlySet<string> => kin.get(skillId) ?? new Set();
