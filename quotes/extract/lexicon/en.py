"""English."""

from __future__ import annotations

import re

from quotes.extract.lexicon.entry import Lexicon, words

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?"
)

LEXICON = Lexicon(
    language="en",
    verbs=words(
        "said says say told tells tell added adds stated states noted notes stressed stresses insisted insists argued "
        "argues warned warns explained explains claimed claims declared declares announced announces asserted asserts "
        "replied replies responded responds answered answers asked asks wrote writes tweeted posted commented "
        "comments remarked remarks observed observes maintained maintains acknowledged acknowledges admitted admits "
        "conceded concedes confirmed confirms denied denies vowed vows promised promises pledged pledges urged urges "
        "demanded demands clarified clarifies reaffirmed reaffirms reiterated reiterates repeated repeats emphasised "
        "emphasized emphasises emphasizes underlined underlines underscored underscores recalled recalls suggested "
        "suggests complained complains lamented concluded concludes continued continues quipped quips joked jokes "
        "boasted boasts accused accuses blamed blames praised praises hailed hails criticised criticized condemned "
        "condemns rejected rejects dismissed dismisses denounced denounces decried derided slammed welcomed welcomes "
        "expressed expresses spoke speaks thanked testified testifies predicted predicts cautioned cautions advised "
        "advises assured assures charged countered counters retorted shouted whispered murmured thundered mused "
        "contended contends alleged alleges proclaimed proclaims disclosed revealed reveals reported reports pointed "
        "affirmed affirms agreed agrees defended defends signalled signaled hinted hints disputed disputes rebuked "
        "apologised apologized swore swears called calls described describes branded brands dubbed labelled labeled "
        "termed deemed characterised characterized likened threatened threatens invoked cited opposed opposes "
        "rebuffed snapped sighed laughed recounted informed quoted quotes begged begs pleaded appealed pronounced "
        "found finds showed shows ruled rules yelled cried exclaimed objected protested went goes put puts brushed "
        "waved hopes hoped sees believes believed thinks ventured volunteered fumed raged roared barked growled "
        "grumbled groused griped moaned chuckled smiled shrugged wondered wonders opined reasoned reckons reckoned "
        "speculated theorised theorized summarised summarized elaborated interjected intoned stammered teased "
        "deadpanned bragged bemoaned bemoans lambasted lambasts lampooned mocked mocks ridiculed ridicules blasted "
        "blasts attacked scolded chided berated tweets texted emailed advocated appeals bellowed confided confides "
        "confessed confesses contradicted corrected detailed deplored deplores echoed echoes enthused estimated "
        "estimates exhorted forecast gushed implored implied implies indicated indicates inquired instructed likens "
        "marvelled marveled mentioned mentions outlined outlines petitioned pleads preached proposed proposes "
        "protests questioned recited recommended recommends refuted refutes regretted regrets relayed remembered "
        "remembers scoffed scoffs sneered stipulated summed surmised thought touted touts compared compares lauded "
        "lauds decries derides dubs fears feared guessed lashed slams rebukes saluted shrieked sobbed wept rapped "
        "raps rues laments brags"
    ),
    namings=words(
        "called calls described describes branded brands dubbed labelled labeled termed deemed characterised "
        "characterized hailed denounced dismissed likened likens compared compares mocked mocks ridiculed ridicules "
        "blasted blasts lambasted lambasts decried decries derided derides dubs dismisses denounces hails slammed "
        "slams lauded lauds touted touts attacked attacks bemoaned criticised criticized condemned condemns praised "
        "praises"
    ),
    participles=words(
        "saying adding calling describing noting stressing insisting warning explaining declaring arguing claiming "
        "telling stating asserting vowing promising pledging urging emphasising emphasizing underlining branding "
        "labelling labeling dismissing denouncing accusing reiterating reaffirming pointing recalling concluding "
        "dubbing deeming terming hailing praising condemning complaining responding replying asking remarking writing "
        "announcing cautioning predicting suggesting quipping joking mocking likening comparing characterising "
        "characterizing blasting slamming lamenting protesting conceding admitting acknowledging confirming denying "
        "rejecting criticising criticizing echoing shouting thanking answering alleging contending observing teasing "
        "musing tweeting posting threatening blaming assuring advising countering demanding wondering hinting "
        "repeating"
    ),
    pronouns={"he": "he", "she": "she", "they": "they", "it": "it"},
    offices=words(
        "spokesperson spokesman spokeswoman spokespeople minister president premier chancellor secretary ambassador "
        "envoy director chief commissioner governor mayor senator representative lawmaker legislator deputy official "
        "officials officer general admiral chairman chairwoman chair chairperson head leader prosecutor judge "
        "attorney lawyer counsel advocate professor analyst economist expert researcher scientist engineer manager "
        "executive founder president-elect king queen prince princess pope bishop archbishop sheriff captain colonel "
        "commander consul diplomat adviser advisor coordinator inspector negotiator speaker undersecretary "
        "under-secretary treasurer harbourmaster harbormaster teacher nurse doctor farmer fisherman resident worker "
        "owner author historian editor coach activist campaigner organiser organizer delegate councillor councilor "
        "clerk keeper warden surveyor auditor ombudsman registrar comptroller baker pilot driver witness critic "
        "biologist physicist chemist hydrologist geologist ecologist trader fisher master spokesmen reporter "
        "journalist mother father student sailor skipper someone somebody farmers fishermen residents critics workers "
        "analysts experts lawmakers activists scientists doctors teachers lawyers traders pilots diplomats ministers "
        "engineers researchers organisers campaigners councillors neighbours neighbors observers economists "
        "prosecutors investigators inspectors passenger tenant curator conductor midwife postman gardener archivist "
        "librarian porter solicitor barrister villager villagers builder clergyman vicar priest rabbi imam justice "
        "juror sergeant wife husband sister brother son daughter stepson stepdaughter stepmother stepfather uncle "
        "aunt nephew niece cousin grandmother grandfather grandson granddaughter widow widower partner sister-in-law "
        "brother-in-law mother-in-law father-in-law son-in-law daughter-in-law mum mom dad parent parents neighbour "
        "neighbor friend friends colleague colleagues relative relatives families foreman forewoman aide aides source "
        "sources supporter supporters opponent opponents insider insiders protester protesters demonstrator "
        "demonstrators striker strikers voter voters customer customers shopper shoppers commuter commuters pensioner "
        "pensioners retiree tourist tourists visitor visitors witnesses passengers tenants owners managers drivers "
        "sailors students academics academic scholar scholars politician politicians mp mps congressman congresswoman "
        "assemblyman alderman councilman councilwoman lieutenant corporal brigadier marshal commodore constable "
        "detective superintendent trooper firefighter firefighters paramedic surgeon physician psychologist "
        "psychiatrist pharmacist dentist vet plumber electrician carpenter mechanic butcher grocer shopkeeper "
        "landlord landlady publican waiter waitress chef taxi-driver courier entrepreneur businessman businesswoman "
        "banker broker investor investors shareholder shareholders strategist forecaster meteorologist climatologist "
        "oceanographer archaeologist anthropologist sociologist philosopher theologian mathematician statistician "
        "astronomer epidemiologist virologist novelist poet playwright painter sculptor composer singer musician "
        "actor actress comedian filmmaker photographer producer presenter columnist correspondent commentator blogger "
        "footballer goalkeeper cyclist runner swimmer boxer jockey referee umpire athlete player players celebrity "
        "billionaire millionaire tycoon magnate baroness baron earl duke duchess monarch emperor sultan emir sheikh "
        "ayatollah cleric monk nun pastor deacon cardinal patriarch chaplain undertaker coroner magistrate senators "
        "governors mayors ambassadors envoys premiers presidents mediator mediators arbitrator peacekeeper "
        "peacekeepers volunteer volunteers veteran veterans conservationist conservationists environmentalist "
        "environmentalists ranger rangers hunter hunters angler anglers beekeeper rower lifeguard coastguard "
        "stationmaster developer architect designer planner programmer technician trustee trustees bursar dean "
        "provost rector vice-chancellor lecturer headteacher headmaster headmistress pupil pupils teenager boy girl "
        "man woman survivor survivors victim victims defendant plaintiff claimant predecessor successor incumbent "
        "candidate candidates contender rival rivals challenger backbencher lobbyist lobbyists whistleblower caller "
        "employer employee employees staffer trainer instructor biographer translator interpreter ghostwriter "
        "republican democrat republicans democrats boss bosses gaffer supremo mogul chieftain warlord bookseller "
        "dealer dealers brokers fundraiser fundraisers diner diners cleaner cleaners porters secretary-general "
        "director-general attorney-general governor-general solicitor-general undersecretary-general vice-president "
        "vice-chair co-founder cofounder co-chair ex-minister bystander bystanders onlooker onlookers eyewitness "
        "eyewitnesses person midfielder defender winger captain rescuer rescuers medic medics"
    ),
    ranks=words(
        "fire police rescue foreign prime deputy chief senior acting former vice interior finance defence defense "
        "trade health justice energy transport home press assistant national presidential ministerial government "
        "state federal interim culture economy environment education labour labor agriculture military naval army top "
        "executive central permanent special regional local opposition ruling party new union company ministry "
        "department embassy office agency harbour harbor fisheries tides water weather shadow outgoing incoming "
        "principal lead leading junior treasury bank highway highways rivers roads ports associate managing general "
        "media communications public parliamentary undersecretary vice-presidential provincial municipal district "
        "divisional veteran retired longtime democratic conservative liberal socialist green independent rebel armed "
        "aid relief county"
    ),
    institutions=words(
        "ministry department government administration embassy office agency commission committee council bank "
        "parliament senate congress university institute court union party association federation company corporation "
        "authority bureau board treasury army navy police group organisation organization foundation service "
        "secretariat palace house cabinet mission delegation assembly chamber league society trust guild regulator "
        "report study document letter survey inquiry broadcaster newspaper paper watchdog firm operator club station "
        "museum hospital school charity memo memorandum statement filing indictment ruling judgment verdict "
        "communique communiqué website leaflet inquest network coalition alliance movement faction campaign "
        "consortium contractor retailer supplier manufacturer airline railway carrier utility insurer lender brewery "
        "bakery refinery factory plant monarchy militia battalion brigade regiment coastguard militants rebels "
        "insurgents tribunal directorate inspectorate constabulary institution think-tank thinktank zoo library "
        "theatre orchestra festival diocese church mosque synagogue temple college academy faculty clinic presidency "
        "chancellery premiership legislature judiciary start-up startup platform tabloid magazine"
    ),
    places=words(
        "china beijing pakistan islamabad washington russia moscow kremlin ukraine kyiv france paris germany berlin "
        "spain madrid mexico japan tokyo india delhi iran tehran israel britain london england scotland brussels "
        "europe america canada ottawa australia canberra brazil argentina turkey ankara egypt cairo taiwan taipei "
        "korea seoul pyongyang vietnam hanoi italy rome poland warsaw qatar doha syria damascus iraq baghdad lebanon "
        "beirut cuba havana venezuela caracas chile peru colombia bogota nigeria kenya ethiopia indonesia jakarta "
        "philippines manila thailand bangkok malaysia singapore afghanistan kabul u.s. us uk eu nato un"
    ),
    honorifics=words(
        "mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady prof. prof professor gen. sen. rep. gov. capt. miss madam "
        "rev. rev lt. lt col. col sgt. sgt maj. maj adm. adm cmdr. cmdr hon. ds dc di dci pc pcs insp. insp supt. "
        "supt det. cllr cllr."
    ),
    particles=words("de del della di da van von der den la le al el bin ibn ben dos du y"),
    determiners=words("the a an its his her their this our my another one"),
    indefinite=words("a an another one"),
    prepositions=words(
        "of for with to by about in on at from against between among over under into through after before during "
        "without within regarding concerning towards toward near since until like despite via than behind"
    ),
    genitives=words("of for at to in on"),
    no_names=words(
        "the a an this that these those he she it they we i you his her its their our my on in at by for from to of "
        "with and but or so yet as if when while whereas after before since because although though until unless "
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december jan feb mar apr jun jul aug sept oct nov dec yesterday today tomorrow "
        "outside inside nearby elsewhere perhaps asked according what who why where how which there here not no yes "
        "could would should might must did does do had has was were is are cannot shall have been being "
        "also then now both all some many most reports still instead once only even such nor neither either asking "
        "speaking meanwhile however earlier later last next each every few several two three four five six seven "
        "eight nine ten one another other others officials nobody anybody everybody under over between among against "
        "during without within like kc qc mp mep obe cbe phd giving more less better worse very too almost never "
        "always maybe well thus hence therefore otherwise whenever wherever whether rather quite just about above "
        "below behind beside beyond due despite except near off onto opposite past per plus round save than through "
        "throughout toward towards up upon via worth reached contacted pressed told shown given seen standing sitting "
        "dressed born raised"
    ),
    auxiliaries=words(
        "is are was were will would can could shall should may might must be been being do does did has have had"
    ),
    past=words("had has have having"),
    complementizers=words("that whether if"),
    breaks=words("while whereas although though but because who which whose"),
    conjunctions=words(
        "and but or while whereas as when that because if where after before since until though although what who"
    ),
    reporting=words(
        "said says added adds stated announced declared argued claimed insisted explained vowed promised pledged "
        "warned told tells wrote writes"
    ),
    asks=words("asked asks"),
    answers=words("replied replies answered answers responded responds retorted said says"),
    according=re.compile(
        r"\b(?:[Aa]ccording to|[Ii]n the words of|[Ii]n the view of|[Aa]s|[Ff]or)\s+$|\b(?:[Bb]y|[Ii]n|[Oo]n)\s+$"
    ),
    terms=re.compile(
        r"(?:\b(?:the|this|that|a|of|in)\s+)?\b(?:words?|terms?|phrases?|expressions?|names?|labels?|acronym|"
        r"word for (?:it|this|that)|"
        r"abbreviation|slogan|concept of|notion of|verb|noun|adjective|letters?|password|prefix|suffix|"
        r"spelling)\s*,?\s*$"
        r"|\b(?:known as|so-called|(?:is|are|was|were|be|been)\s+(?:called|termed|dubbed|named|nicknamed)|nicknamed|"
        r"codenamed|code-named|stands for|meaning|means|translates as|spelled|spelt|pronounced|defined as|the word for)"
        r"\s*(?:a|an|the)?\s*$"
    ),
    titles=re.compile(
        r"\b(?:book|novel|memoir|film|movie|documentary|series|show|play|opera|ballet|song|single|album|poem|essay|"
        r"headline|marked|article|paper|report|study|pamphlet|painting|sculpture|exhibition|musical|podcast|programme|program|game|"
        r"column|lecture|magazine|story|anthem|hymn|titled|entitled|headlined|headed|called|watched|reading|read|"
        r"starred in|aria|ballad|chapter|episode|brochure|leaflet|poster|drama|comedy|thriller|tune|symphony)"
        r"\s*,?\s*$",
        re.IGNORECASE,
    ),
    titles_after=re.compile(
        r"^\s*,?\s*(?:(?:a|an|the|his|her|their|its)\s+(?:[\w-]+\s+){0,3})?(?:book|novel|memoir|film|movie|"
        r"documentary|series|play|opera|song|album|poem|essay|painting|exhibition|musical|podcast|pamphlet)\b",
        re.IGNORECASE,
    ),
    scares=re.compile(r"\bso-called\s+$|\bself-styled\s+$|\bsupposed\s+$|\balleged\s+$|\bpurported\s+$", re.IGNORECASE),
    day=re.compile(
        r"(?P<day>\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
        r"|\b(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?(?=\s|,)"
        rf"|\b(?:{_MONTHS})\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s\d{{4}}\b)?"
        rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})\b(?:,?\s\d{{4}}\b)?"
        r"|\b\d{4}-\d\d-\d\d\b|\b[Yy]esterday\b|\b[Tt]oday\b|\b[Ll]ast night\b|\b[Tt]onight\b"
        r"|\b[Tt]his (?:morning|afternoon|evening)\b)"
    ),
    occasions=words(
        "briefing conference statement interview speech address hearing session meeting press release remarks rally "
        "summit debate visit letter question forum event reception dinner lecture testimony questions ceremony post "
        "broadcast"
    ),
    audiences=words(
        "reporters journalists lawmakers parliament senators deputies listeners viewers members delegates reporters' "
        "the a an his her their news press local state regular daily weekly monthly radio television tv harbour "
        "conference briefing this late early on in at during from via through to by before about after and with of "
        "last evening morning afternoon night here there again later earlier also special joint public written "
        "national foreign telephone video brief short"
    ),
    office_endings=("ologist", "woman", "keeper", "maker", "grapher", "foreman", "fisherman", "tradesman", "salesman"),
    female=words(
        "spokeswoman chairwoman mrs mrs. ms ms. queen princess dame lady her wife mother sister daughter stepdaughter "
        "stepmother aunt niece grandmother granddaughter widow sister-in-law mother-in-law daughter-in-law mum mom "
        "forewoman congresswoman councilwoman businesswoman landlady waitress actress baroness duchess nun "
        "headmistress girl woman midwife miss madam schoolgirl housewife"
    ),
    male=words(
        "spokesman chairman mr mr. king prince sir lord fisherman husband father brother son stepson stepfather uncle "
        "nephew grandfather grandson widower brother-in-law father-in-law son-in-law dad foreman congressman "
        "councilman businessman landlord waiter actor baron earl duke emperor sultan emir sheikh monk headmaster boy "
        "man postman clergyman salesman schoolboy rev. rev"
    ),
    companies=words(
        "inc inc. ltd ltd. plc corp corp. co co. llc gmbh group holdings lines airlines airways railways rail energy "
        "partners systems industries motors foods steel mapping media press logistics shipping mining minerals oil "
        "gas power water electric telecom technologies labs pharma pharmaceuticals capital ventures insurance bank "
        "bancorp stores supermarkets hotels homes properties estates construction engineering aerospace dynamics "
        "robotics brands studios records pictures times post gazette herald tribune chronicle ledger news radio "
        "television tv united rangers rovers wanderers athletic fc afc city albion hotspur ports docks shipyards "
        "yards trains buses ferries cruises freight broadcasting publishing games entertainment services solutions "
        "networks works mills mines farms dairies breweries"
    ),
    ands=words("and"),
    utterances=words("statement communique communiqué release post tweet message posting"),
    possessives=words("his her their my our"),
    relatives=words("who which whose whom"),
    who=words("who which"),
    someone=words("one another others some several many both"),
    broad=words(
        "researcher scientist academic expert politician lawmaker legislator executive lawyer diplomat leader scholar "
        "congressman congresswoman councilman councilwoman minister actress actor singer comedian musician author "
        "novelist playwright poet footballer striker goalkeeper boxer cyclist teacher lecturer historian economist "
        "biologist geologist farmer baker butcher mechanic veteran pensioner widow widower student mother father "
        "grandmother grandfather businessman businesswoman entrepreneur attorney barrister solicitor engineer"
    ),
)
