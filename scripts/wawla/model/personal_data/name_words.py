"""Surnames, and words with a capital that are no part of a person's name, by which full names are told apart."""

from __future__ import annotations

from wawla.model.personal_data.word_set import word_set

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
    A Am Abbey Academies Academy Achievement Act Action Acts Advanced Adventures Adviser Advisers Advisor Advisory
    Africa African After Agency Airport All Alliance Alone Also Although Ambassador Ambassadors Ambulance America
    American An And Anglican Anglo Another Answer Answers Appendix Art Arts As Asia Asian Ask Assembly Assessment
    Assistant Assistants Association At Attainment Attendance Attitude Attitudes August Authorities Authority Autumn
    Avenue Award Awards Band Bank Base Battle Beach Bear Because Before Behaviour Best Better Bible Big Bill
    Birmingham Black Blue Board Boards Book Books Borough Both Bowling Boy Boys Breakfast Bridge Brigade Bristol
    Britain British Bronze Brother Brownies Buddies Buddy Building Bus But By Camp Canon Cape Captain Captains
    Castle Cat Cathedral Catholic Ceilidh Centenary Central Centre Centres Chair Champion Champions Change Chapter
    Charity Child Childhood Children Choir Christian Christmas Church Circle Cities Citizenship City Class Classes
    Classroom Client Clinic Close Club Clubs Cluster Clusters Co Coach Coaches College Colleges Commission Committee
    Committees Common Commons Communities Community Computer Computing Concert Conference Consortium Consultant
    Consultants Coordinator Cottage Council Councillor Councils Country County Court Coventry Creative Crescent
    Crossing Crown Cup Curriculum Dame Dance Data Day Days Dear December Department Deputies Deputy Design
    Development Diary Digital Dinner Director Directors Disco Diversity Diwali Doctor Doctors Dog Dr Drama Draw
    Drive Duchess Duke Each Earl Early East Easter Eastern Eco Edition Editions Education Educational Egyptian
    Egyptians Eid Eight Emotional Empire England English Enquiry Equality Error Estate Estyn Europe European Every
    Excel Excellence Facebook Facilitator Facilitators Fair Families Family Farm Father February Federation Festival
    Few Fifth Figure Film Find Fire First Five For Forest Form Formation Forms Forum Foundation Four Fourth
    Framework Frameworks Free Freedom French Friday Friends Friendship From Gallery Games Garden Gardens Geography
    German Gifted Girl Girls Global God Gold Golden Good Google Government Governor Governors Grammar Great Greater
    Greek Greeks Green Group Groups Grove Guardian Guide Guides Hall Hanukkah Hartlepool He Head Heads Headteacher
    Headteachers Health Her Here High Higher Hindu His History Holiday Home Homes Homework Hospital House How
    However Hub Human If Improvement In Inclusion Infant Infants Information Initiative Initiatives Inquiry
    Institute International Internet Ireland Irish Island Islands Issue It Its January Jewish Journal Journey Junior
    Juniors Key King Kingdom Lady Lake Last Later Latin Law Lead Leader Leaders Leadership Leading Leads Learner
    Learners Learning Lecture Leeds Less Level Levels Libraries Library Life Listening Literacy Little Liverpool
    Lives Local Lodge London Look Lord Lower Lunch Magazine Magistrates Majesty Manager Managers Manchester Many
    March Market Mathematics Maths Matter Matters Meal Meals Mediator Mediators Memorial Mentor Mentoring Mentors
    Method Methodist Mews Microsoft Midlands Minister Ministers Miss Monday Monitor Monitors Moor Moral More Most
    Mother Mount Mountain Mr Mrs Ms Museum Music Muslim My National Needs Network Networked Networks New Newcastle
    Next Night Nights Nine No North Northern Not Nottingham Novel November Numeracy Nurse Nursery Nurses October Of
    Office Officer Officers Ofqual Ofsted Old Olympic On One Online Open Or Orange Orchestra Other Our Outstanding
    Page Palace Paper Papers Parent Parents Parliament Part Partnership Partnerships Party Patrol Peer Performing
    Personal Phase Phases Philosophy Physical Picnic Pink Plan Planning Plans Play Plays Please Poem Poems Poetry
    Point Points Police Policies Policy Post Prefect Prefects Premium President Press Primary Prime Prince Princess
    Principal Principals Priory Prize Prof Professor Profile Profiles Programme Programmes Progress Project Projects
    Protection Pupil Pupils Purple Purpose Qualified Quality Queen Question Questions Quiz Quran Rabbit Race Raffle
    Ramadan Read Reading Reception Record Records Red Referral Regional Religious Rep Report Reports Rescue Research
    Researcher Researchers Rev Reverend Review Reviews Right Rights River Road Roman Romans Room Rooms Royal Run
    Safari Safe Safety Saint Saints Santa Saturday Saxon Saxons Scheme Schemes School Schooling Schools Science
    Sciences Scotland Scottish Scout Scouts Sea Second Secondary Secretary Section Senior September Series Server
    Service Services Set Sets Seven Several Shared Sharing She Sheffield Shield Ships Show Sikh Silver Since Sir
    Sister Six Sixth Skills So Social Society Some Song Songs South Southern Spanish Speaking Special Sport Sports
    Spring Square St Stage Stages Standards Star Stars States Station Statue Status Step Steps Stories Story
    Strategies Strategy Street Student Students Studies Study Such Suite Sunday Support Supreme Surgery Survey
    Surveys Syndrome Table Tale Talented Tales Taxonomy Teacher Teachers Teaching Team Teams Technologies Technology
    Tell Ten Term Terms Terrace Thank Thanks That The Theatre Their Then Theorem There These They Thinkers Thinking
    Third This Those Three Thursday Time Times Title Titles To Together Tool Tools Tour Tower Town Towns Tracker
    Trackers Trail Training Treasurer Trip Trophy Trust Trusts Tudors Tuesday Two Union Unions Unit United Units
    Universities University Upper Victorian Victorians Viking Vikings Village Villages Visit Visits Voice Volume
    Wales Walk Walks Walsall War Warrior Warriors Wars Way We Web Wednesday Week Welfare Welsh West Western What
    When Where Which While White Who Why Windows Wing With Word Work Working Works Workshop Workshops World Write
    Writing Year Years Yellow Yes You Zoo Zoom
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
