"""First names, and words with a capital that are no part of a person's name, by which full names are told apart."""

from __future__ import annotations

from wawla.model.personal_data.word_set import word_set

FIRST_NAMES = word_set(
    """
    aaliyah aamir aaron abbas abbie abby abdul abdullah abdullahi abigail abraham abu ada adam adanna ade adeel
    adele adil aditya adrian afia agata agnes agnieszka ahmad ahmed aidan aiden aila ailsa aimee aisha aishah
    aisling akash akeem akua alan alana alasdair alastair albert albie aled alejandro aleksandra alex alexa
    alexander alexandra alexia alexis alfie alfred ali alice alicia alina alisha alison alistair aliyah allan
    allen alma alun alyssa amal aman amanda amara amelia amelie amin amina amir amira amirah amit amna amrit amy
    ana ananya anastasia andre andrea andreas andrew andrzej aneesa aneta angela angelina angus anil anisa
    anisha anita anjali ann anna annabel annabelle anne annette annie anthony anton antonia antonio anwen anya
    aoife april aqsa archie aria ariana arjun arlo armaan arman arnav arooj arran arthur arun arya asad asha
    ashley ashok asif asma astrid athena aubrey audrey austin ava avery aya ayaan ayan ayesha aysha ayub azra
    bartosz beata beatrice beatrix becky bella ben benjamin bernadette bernard bertie beth bethan bethany betty
    beverley bibi bilal bill billie billy blake blessing bob bobby bogdan bonnie bradley brandon brenda brendan
    brian bridget bronwen bronwyn bruce bryan bryn bryony caitlin caitlyn callum calum calvin cameron camille
    candice cara carl carla carlos carly carmen carol carole caroline carolyn carys caspar casper cassandra
    catarina catherine cathy catrin cecilia cedric celia ceri chanel chantelle charlene charles charley charlie
    charlotte chelsea cheryl chiara chidi chinedu chioma chloe chris christian christina christine christopher
    ciara cillian cindy claire clara clare clarissa claudia clemmie clive cody cole colette colin conall connor
    conor constance cora coral corey courtney craig cressida crystal curtis cynthia cyrus dafydd dagmar daisy
    damian damien damilola dan dana daniel daniela danielle danny daphne darcey darcy daria darius darren daryl
    dave david davina dean deanna debbie deborah declan delilah della delroy demi denise dennis denzel derek
    desmond dev devon dewi dexter diana diane dilys dinah dionne divya dmitri dominic dominik dominique donald
    donna dora doreen doris dorothy dougal douglas duncan dwayne dylan ebony eddie eden edgar edie edith edmund
    edna edward edwin eesa effie eileen eilidh eimear eira eirlys elaine eleanor eleanora elena eleri eli elijah
    elin eliot elisa elise eliza elizabeth ella elle ellen ellie elliot elliott ellis elodie eloise elsa elsie
    emeka emil emilia emily emma emmanuel emre enid enzo eric erica erik erin esme esmee esra essa estelle
    esther ethan ethel etienne euan eugene eunice eva evan evangeline eve evelyn ewa ewan eze ezra fabian fahad
    faisal faiza farah farhan farida farrah fatima fatimah fay faye felicity felix femi fergus fern fernando
    filip finlay finley finn finnian fiona flora florence folasade frances francesca francis francisco frank
    frankie franklin fraser fred freddie freddy frederick freya gabriel gabriela gabriella gabrielle gareth
    garry gary gavin gemma geoff geoffrey george georgia georgie georgina gerald geraldine gerard gethin ghulam
    gillian gina giovanni gita gladys glen glenda glenn gloria glyn glynis godfrey gordon grace graeme graham
    grant greg gregory greta grzegorz guilia gurpreet gus guy gwen gwyneth hadiya hafsa haidar hakeem haleema
    halima hamid hamish hamza hana hanan hanna hannah hans hari haris harleen harley harold haroon harpreet
    harriet harrison harry haruka harvey hasan hashim hassan hattie hayden hayley hazel heather hector heidi
    helen helena henrik henry hermione hibba hilary hilda hiroshi holly honor hope howard hubert hudson hugh
    hugo huma humaira humphrey husna hussain hussein iain ian ibrahim ida idris ieuan ifeanyi ifeoma ifra
    iftikhar ignacy igor ikram ilham ilse imaan iman imani imogen imran ina inaaya inaya india indira ines
    ingrid ioan iona ira irena irene irfan iris isaac isabel isabella isabelle isha ishaan isla ismail isobel
    isra issa ivan ivor ivy iwan izzy jack jackie jackson jacob jacqueline jacques jade jaden jai jaime jake
    jakub jamal jameela james jamie jamila jamilah jan jana jane janet janice janine jared jasleen jasmin
    jasmine jason jaspreet jatinder javier jay jayden jayne jaz jean jeanette jeff jeffrey jemima jemma jen
    jenna jennifer jenny jensen jeremy jerome jerry jess jessica jessie jill jim jimmy jo joan joanna joanne job
    jocelyn jodie joe joel joey johan johann john johnny jola jolanta jon jonah jonas jonathan joni jordan jorge
    jose joseph josephine josh joshua josie joy joyce juan judith judy julia julian julianne julie juliet junaid
    june juno justin justyna kacper kai kaitlyn kaleb kamal kamil kamran kane karen karim karina karl karolina
    kasia kasper katarzyna kate katherine kathleen kathryn kathy katie katrina katy kavita kay kayla kaylee
    kayleigh keeley keira keiran keith kelechi kelly kelsey kelvin ken kendra kenji kenneth kenny kenzie kerry
    kevin khadija khadijah khadra khalid khalil kian kiera kieran kim kimberley kimberly kingsley kiran kirsten
    kirstie kirsty kit klara kofi kojo kristian kristina krystyna kujtim kwabena kwame kyle kylie kyra lacey
    laila lakshmi lamar lana lance lara larissa laszlo latifa latoya laura laurel lauren laurence lauryn
    lawrence layla layton leah leanne lee leena leila lena lenny leo leon leona leonard leonie leopold leroy
    lesley leslie levi lewis lexi lexie liam liana libby lila lilah lilian lillian lillie lilly lily lina linda
    lindsay lindsey lisa liv livia liz liza llewellyn lloyd lois lola lorcan lorenzo lorna lorraine lottie lou
    louie louis louisa louise luca lucas lucia lucian lucie lucille lucinda lucy luis luisa luka lukas lukasz
    luke luna lydia lyla lyn lynda lynn lynne lynsey lyra mabel mackenzie maddie maddison madeleine madeline
    madison mae maeve magda magdalena maggie maha mahmoud mahmud mahnoor maia mair mairi maisie maisy maja
    malachi malak malcolm malgorzata malia malik mandeep mandy mani manjit manpreet manuel mara marc marcel
    marcia marcin marco marcus marek margaret margarita margot maria mariam marian marianne marie mariella
    marilyn marina mario marion marissa marius marjorie mark marko marlene marley marlon marsha martha martin
    martina martyn marvin mary maryam marysia mason mateo mateusz mathew matilda matt matteo matthew matthias
    mattie maureen maurice max maximilian maxine maxwell maya mayah megan mehmet mehwish mei mel melanie melinda
    melissa melody melvin mercedes mercy meredith mia micah michael michaela michal michelle miguel mihai mikael
    mikayla mike mila milan mildred miles miley millicent millie milly milo mimi mina mira miranda miriam misha
    mitchell mo mohamed mohammad mohammed mohamud moira mollie molly mona monica monika monique morag morgan
    moses mostafa muhammad muhammed muna murad muriel murray musa mustafa mya myfanwy myla myles myra myriam
    nabil nabila nadeem nadia nadine nadiya nafisa naima najma nancy naomi nasir nasra nasreen natalia natalie
    natasha nathalie nathan nathaniel naveed navjot nawal nazia neal neave ned neha neil nell nellie nelson
    nerys nesta nia niall niamh nicholas nick nicky nico nicola nicolas nicole nigel nihal nikhil niki nikita
    nikola nikolai nikolas nila nina nisha nita noah noel noor nora norah noreen norma norman nour nuala nur
    nusrat nyah nyla obinna octavia odette oisin oksana ola oleksandr olga oliver olivia olivier ollie oluwaseun
    omar omari omer oona orla orlando orson oscar osian osman otis otto owain owen oyin pablo paige pamela paolo
    parveen pat patience patrice patricia patrick patrik patryk patsy paul paula paulina pauline pawel pearl
    pedro peggy penelope penny percy perry pete peter petra petros phil philip philippa phillip phoebe phyllis
    pierre piotr pippa polly poppy prakash pranav preeti priscilla prisha priti priya priyanka quentin quincy
    rabia rachael rachel rafael rafal rafe raheem rahim rahul raisa raj rajesh rajinder ralph ramon rana randall
    rania ranjit raphael rashid rashida raul ravi ravinder ray rayan raymond rayyan rebecca rebekah reece reem
    reggie regina reginald rehan reilly reina renata rene reuben rex reza rhea rhian rhiann rhiannon rhodri
    rhona rhys ria ricardo richard rick ricky rida rihanna riley rina rita ritchie rithika riya rob robbie
    robert roberta roberto robin robyn rocco rochelle roderick rodney roger rohan roisin roland roman romeo
    romilly romy ron ronald ronan ronnie rory rosa rosalie rosalind rosamund roscoe rose rosemary rosie ross
    rowan rowena roxanne roy ruairi ruben rubina ruby rufus rukhsana rupert russell ruth ryan ryder saad saanvi
    sabah sabina sabrina sadia sadie safa saffron safiya sahar sahra said saif saima sajid sakina sal salahuddin
    saleem salim sallie sally salma sam samantha samara sameer samia samina samir samira samson samuel sana
    sandeep sandra sanjay santiago sara sarah saraya saskia savannah scarlett scott seamus sean sebastian selena
    selina selma senan seren serena seth shabana shabnam shah shahid shaima shakira shane shania shannon sharon
    shaun shauna shawn shayla sheena sheila shelby shelley sheraz shirley shivani shona shreya sian sid
    siddharth sidney sidra sienna sierra silas silvia simon simona simone simran sinead siobhan siobhán siân sky
    skye skyla soban sofia sofie solomon sonia sonny sophia sophie sorcha stacey stan stanislaw stanley stefan
    steffan stella stephan stephanie stephen steve steven stewart stuart sue suhail sukhdeep sukhi suki sulaiman
    sumaya sumera summer sunil sunita suraya susan susanna susannah susie suzanne svetlana sybil sylvia sylvie
    szymon tabitha tahir tahira talia taliyah tallulah tamara tamika tamsin tamzin tania tanisha tanveer tanya
    tara tariq tarun tasha tasneem tatiana taylor tayyab ted teddy tegan temitope terence teresa terry tess
    tessa thaddeus thalia thea theo theodora theodore theresa thomas tia tiago tiana tiffany tilda tilly tim
    timothy tina tobi tobias toby todd tom tomas tomasz tommy toni tony tracey tracy travis trevor tricia
    tristan trixie tudor tunde tyler tyrese tyrone uma umair umar una unity uriah urszula usha usman uzma
    vaishali valentina valerie vanessa vanya vaughan vera verity veronica vicky victor victoria vihaan vijay
    vikram viktor viktoria vincent viola violet violeta virginia vivek vivian viviana vivien wahid walter wanda
    waqar warren wasim wayne wendy wesley wiktoria wilbur wilf wilfred will willa william willow winifred
    wojciech xander xavier xin yahya yara yasin yasir yasmin yasmine yaw yolanda yosef youssef ysabel yuki yuri
    yusra yusuf yvette yvonne zac zach zachariah zachary zack zahid zahra zain zaina zainab zak zakariya zara
    zarah zayn zaynab zeeshan zelda zena zeynep zia zion zoe zoey zofia zoltan zubair zuberi zulfiqar zuzanna
    """
)
"""First names that are common in schools of this country, in small letters."""

ALSO_WORDS = word_set(
    """
    abu ade ann april art ashley austin ava avery beverley bill blessing bob carol chad chelsea china christian
    clement constance coral crystal daisy dale dawn dean devon don eve faith fern florence frank grace grant guy
    harry hazel heath heather honor hope hudson ina india iris ivy jack jade jan jay jersey job jordan joy june
    kay lance laurel lee lily link lois lou madison mark mason max may melody mercy milan miles mira mo ola
    olive oscar paris pat patience patsy pearl penny poppy ray rex rita rob robin rocco roman rose rosemary ross
    rowan ruby saffron sage said sally sandy savannah see shah sierra sky skye sue summer summit sunny taylor
    ted tudor tyler unity verity victor victoria viola violet virginia warren wayne will willow young zion
    """
)
"""First names that are words or places too: in small letters they are taken for those."""

COMMON_SURNAMES = word_set(
    """
    adams ahmed akhtar alexander ali allen anderson andrews armstrong atkinson bailey baker ball barker barnes
    barnett barrett bates begum bell bennett berry bibi bishop black booth bradley brooks brown bryant burgess
    burke burns burton butler byrne campbell carr carter chambers chapman chowdhury clark clarke clayton cole
    coleman collins cook cooke cooper cox cunningham curtis davies davis dawson day dean dixon doyle duncan dunn
    edwards elliott ellis evans ferguson fisher fletcher ford foster fox francis fraser gallagher gardner george
    gibson gilbert gill gordon graham grant gray green grey griffiths hall hamilton harding hargreaves harper
    harris harrison hart harvey hassan hawkins henderson henry higgins hill holland holmes hopkins howard howe
    hudson hughes hunt hunter hussain hussein hutchinson iqbal jackson james jenkins jennings johnson johnston
    jones jordan kaur kelly kennedy kerr khan king knight kowalska kowalski lane lawrence lawson lee lewis lloyd
    lowe lynch macdonald mahmood malik marsh marshall martin mason matthews may mccarthy mcdonald mckenzie miah
    miller mills mitchell mohamed mohammed moore moran morgan morris morrison murphy murray nash nelson newman
    newton nicholls noble norris nowak obrien oconnor okafor okeke okonkwo oliver oneill osborne owen owens
    palmer parker parry parsons patel patterson payne pearce pearson perkins perry peters phillips porter potter
    powell price pritchard quinn rahman read reed rees reid reynolds richards richardson riley roberts robertson
    robinson rodriguez rogers rose ross rowe russell ryan saunders scott shah sharma sharp shaw shepherd simmons
    simpson sinclair singh slater smith spencer stephens stevens stewart stone sullivan sutton swift taylor
    thomas thompson thomson todd townsend tucker turner uddin walker wallace walsh walters ward warren waters
    watkins watson watts webb webster wells west wheeler white whittaker wilkinson williams williamson willis
    wilson winter wisniewska wood woods woodward wright yates young
    """
)
"""Surnames that are common in this country, in small letters."""

NO_NAMES = word_set(
    """
    A Abbey Academies Academy Achievement Act Action Acts Advanced Adventures Adviser Advisers Advisor Advisory
    Africa African After Agency Airport All Alliance Alone Also Although Ambassador Ambassadors Ambulance
    America American An And Anglican Anglo Another Answer Answers Appendix Art Arts As Asia Asian Ask Assembly
    Assessment Assistant Assistants Association At Attainment Attendance Attitude Attitudes August Authorities
    Authority Autumn Avenue Award Awards Band Bank Battle Beach Because Before Behaviour Best Better Bible Big
    Bill Birmingham Black Blue Board Boards Book Books Borough Both Bowling Boy Boys Breakfast Bridge Bristol
    Britain British Bronze Brother Brownies Buddies Buddy Building But By Camp Canon Cape Captain Captains
    Castle Cathedral Catholic Ceilidh Central Centre Centres Chair Champion Champions Change Chapter Charity
    Child Childhood Children Choir Christian Christmas Church Circle Cities Citizenship City Class Classes
    Classroom Client Clinic Club Clubs Cluster Clusters Co Coach Coaches College Colleges Commission Committee
    Committees Common Commons Communities Community Computer Computing Concert Conference Consortium Consultant
    Consultants Coordinator Council Councillor Councils Country County Court Coventry Creative Crescent Crossing
    Crown Curriculum Dame Dance Data Day Days Dear December Department Deputies Deputy Design Development Diary
    Digital Dinner Director Directors Disco Diversity Diwali Doctor Doctors Dr Drama Draw Drive Duchess Duke
    Each Earl Early East Easter Eastern Eco Edition Editions Education Educational Egyptian Egyptians Eid Eight
    Emotional Empire England English Enquiry Equality Error Estyn Europe European Every Excel Excellence
    Facebook Facilitator Facilitators Fair Families Family Farm Father February Federation Festival Few Fifth
    Figure Film Find Fire First Five For Forest Form Formation Forms Forum Foundation Four Fourth Framework
    Frameworks Free Freedom French Friday Friends Friendship From Gallery Games Garden Gardens Geography German
    Gifted Girl Girls Global God Gold Golden Good Google Government Governor Governors Grammar Great Greater
    Greek Greeks Green Group Groups Grove Guardian Guide Guides Hall Hanukkah Hartlepool He Head Heads
    Headteacher Headteachers Health Her Here High Higher Hindu His History Holiday Home Homes Homework Hospital
    House How However Human If Improvement In Inclusion Infant Infants Information Initiative Initiatives
    Inquiry Institute International Internet Ireland Irish Island Islands Issue It Its January Jewish Journal
    Journey Junior Juniors Key King Kingdom Lady Lake Last Later Latin Law Lead Leader Leaders Leadership
    Leading Leads Learner Learners Learning Leeds Less Level Levels Libraries Library Life Listening Literacy
    Little Liverpool Lives Local London Look Lord Lower Lunch Magazine Magistrates Majesty Manager Managers
    Manchester Many March Market Mathematics Maths Matter Matters Meal Meals Mediator Mediators Mentor Mentoring
    Mentors Methodist Mews Microsoft Midlands Minister Ministers Miss Monday Monitor Monitors Moor Moral More
    Most Mother Mount Mountain Mr Mrs Ms Museum Music Muslim My National Needs Network Networked Networks New
    Newcastle Next Night Nights Nine No North Northern Not Nottingham Novel November Numeracy Nurse Nursery
    Nurses October Of Office Officer Officers Ofqual Ofsted Old Olympic On One Online Open Or Orange Orchestra
    Other Our Outstanding Page Palace Paper Papers Parent Parents Parliament Part Partnership Partnerships Party
    Patrol Peer Performing Personal Phase Phases Philosophy Physical Picnic Pink Plan Planning Plans Play Plays
    Please Poem Poems Poetry Point Points Police Policies Policy Post Prefect Prefects Premium President Press
    Primary Prime Prince Princess Principal Principals Priory Prize Prof Professor Profile Profiles Programme
    Programmes Progress Project Projects Protection Pupil Pupils Purple Purpose Qualified Quality Queen Question
    Questions Quiz Quran Race Raffle Ramadan Read Reading Reception Record Records Red Referral Regional
    Religious Rep Report Reports Rescue Research Researcher Researchers Rev Reverend Review Reviews Right Rights
    River Road Roman Romans Royal Run Safari Safe Safety Saint Saints Santa Saturday Saxon Saxons Scheme Schemes
    School Schooling Schools Science Sciences Scotland Scottish Scout Scouts Sea Second Secondary Secretary
    Section Senior September Series Server Service Services Set Sets Seven Several Shared Sharing She Sheffield
    Show Sikh Silver Since Sir Sister Six Sixth Skills So Social Society Some Song Songs South Southern Spanish
    Speaking Special Sport Sports Spring Square St Stage Stages Standards Star Stars States Station Status Step
    Steps Stories Story Strategies Strategy Street Student Students Studies Study Such Sunday Support Supreme
    Surgery Survey Surveys Table Tale Talented Tales Teacher Teachers Teaching Team Teams Technologies
    Technology Tell Ten Term Terms Terrace Thank Thanks That The Theatre Their Then There These They Thinkers
    Thinking Third This Those Three Thursday Time Times Title Titles To Together Tool Tools Tour Tower Town
    Towns Tracker Trackers Trail Training Treasurer Trip Trust Trusts Tudors Tuesday Two Union Unions Unit
    United Units Universities University Upper Victorian Victorians Viking Vikings Village Villages Visit Visits
    Voice Volume Wales Walk Walks Walsall War Warrior Warriors Wars We Web Wednesday Week Welfare Welsh West
    Western What When Where Which While White Who Why Windows With Word Work Working Works Workshop Workshops
    World Write Writing Year Years Yellow Yes You Zoo Zoom
    """
)
"""Words with a capital that are no part of a person's name: of schools, places, subjects, offices, days, sentences."""

SURNAMES_TOO = word_set(
    """
    Abbey Abbott Baker Ball Bank Bell Best Bill Bishop Black Book Bridge Bright Butler Carter Castle Chambers
    Chapel Christmas Church Cook Darling Day Drake Duke Earl Easter England English Farm Field Fields Finch
    Fisher Forest Fox French Friday Friend Gardener Gardner Gold Good Green Guise Guy Hall Head Heron Hill
    Holland House Ireland King Knight Lake Lancaster Lane Law Little London Long Lord Love Major March Marsh
    Martin Mason May Monday Monk Moody Moor Nightingale Noble North Page Park Parrot Parsons Peacock Penny Pope
    Post Power Price Priest Prince Read Reading Rich Rivers Rose Savage Sharp Shepherd Short Spring Star
    Starling Street Strong Summer Sunday Swan Swift Tait Temple Tower Towers Walker Walsh Waters Wells Welsh
    West White Winter Wolf Wood Woods Work Works Young
    """
)
"""Words that are surnames as well: after a first name that is sure, they are taken for such."""

ALSO_VERBS = word_set("may will rose mark bill grant drew hope pat sue rob dawn faith grace joy chase guy jade pearl")
"""First names that are ordinary words after `pupil`: a pupil may, will or rose."""
