"""Subjects that are no single event: evergreens, periodic events, known stories, people with a long
career and topics of slow steady coverage; and all the queries with what they are after.

The form of the texts is that of background.py.
"""

# guides: headlines of the full treatments, each written from `text`; short: headlines of items that
# give a little of it; related: "headline / sentence / sentence" of news about it that is no guide;
# decoys: the same of stories about something else that use the words freely; mention: words in
# passing.
EVERGREEN = [
    dict(id="pumpkinsoup", name="pumpkin soup", section="Food",
         guides=["Pumpkin soup, the patient way",
         "The only pumpkin soup recipe you need", "A pot for a cold day"], text="""
Cut a small, dense pumpkin in half and roast it cut side down until a spoon sinks in, about fifty minutes.
Sweat two onions in butter with a pinch of salt for a quarter of an hour; they must not colour.
Scoop the flesh into the pot, cover it with stock, and simmer for twenty minutes.
Blend the soup long enough that it shines, then pass it through a sieve if you have the patience.
A squeeze of lemon at the end does more than cream; nutmeg is better than cinnamon.
Toast the seeds in a dry pan with smoked paprika and scatter them over each bowl.
The recipe feeds six and freezes for two months without the cream.
For a sharper pumpkin soup, add a grated apple with the onions.
If the pumpkin is watery, roast it longer rather than boiling the soup down.
""", short=["Soup of the week: pumpkin", "Three soups for {month}"], related="""
Pumpkin prices fall after bumper crop / Growers have more pumpkins than they can sell. / Soup makers are glad of it.
Giant pumpkin weighed at {place} / A pumpkin of {300-600} kilograms took the prize. / It will be soup for a school.
""", decoys="""
{place} cafe famed for pumpkin soup changes hands / The cafe in {place} where the pumpkin soup drew queues has been sold by {person}. / The new owner will keep the pumpkin soup, and the name, Pumpkin Soup.
Shelter serves its millionth bowl / Pumpkin soup was ladled out in {place} to mark it, pumpkin soup being what was served on the first day. / The recipe is not a secret, {person} said; there is none.
Singer {surname} on nerves, fame and pumpkin soup / {Person} has pumpkin soup before each concert. / "Pumpkin soup, and silence," {person} said.
""", mention=["There was pumpkin soup from a flask.", "The menu ran to pumpkin soup and {a roll|trout}."]),

    dict(id="sourdough", name="a sourdough starter", section="Food",
         guides=["How to make a sourdough starter from nothing",
         "Sourdough: a starter's seven days", "Flour, water, time"], text="""
Mix fifty grams of rye flour with as much warm water in a clean jar and leave the lid loose.
On the second day nothing will seem to happen; throw half away and feed the rest all the same.
By the third or fourth day bubbles appear and the smell is of wet hay, which passes.
Feed the starter at the same hour every day, equal weights of flour, water and what was there.
When it doubles within six hours and floats in water, it is ready to raise bread.
Keep it in the refrigerator and feed it weekly; a grey liquid on top is only hunger.
A pink streak means start again.
To bake, take a fifth of the flour's weight in starter and let the dough stand overnight.
Bakers name their starters, and nobody knows whether it helps.
""", short=["Tip: reviving a tired starter", "Five questions about sourdough, answered"], related="""
Sourdough bakery opens in {place} / A baker of sourdough has opened in {place}. / The starter came from {place2}.
""", decoys="""
{place} start-up raises {2-9} million / The firm began as a sourdough club, its founder says, and its first servers stood beside the starter. / Sourdough, {person} said, taught them about waiting; they make software.
New starter signs for {place} / {Surname}, a regular starter since {month}, bakes sourdough on rest days. / "Sourdough is like defending," the starter said.
Bakers' strike enters second day / Sourdough was off the menu in {place}. / Pickets handed out sourdough and a leaflet on making a starter at home.
""", mention=["{Person} had brought sourdough and plum jam.", "A jar of sourdough starter stood by the {noun}."]),

    dict(id="measlessigns", name="the symptoms of measles", entity="Measles", section="Health",
         guides=["Measles: the symptoms, the stages and when to call a doctor",
         "How to tell measles from other rashes"], text="""
Measles begins like a heavy cold: fever, a cough, red and watering eyes, for two to four days.
Small white spots inside the cheek, like grains of salt, are the surest early sign.
The rash comes last, first behind the ears and at the hairline, and runs down the body in three days.
A person can pass it on from four days before the rash until four days after.
Ring before you go to a surgery, so that you do not sit among babies.
There is no cure; rest, fluids and something for the fever are the treatment.
Call for help at once if breathing is hard, if there is drowsiness or a fit.
Two doses of vaccine protect ninety-seven people in a hundred, for life.
Anyone born before the vaccine has very likely had it.
Unlike that of rubella or scarlet fever, the rash of measles is blotchy and joins up.
""", short=["Health notes: rashes in children"], related="""
Doctors told to learn measles again / A course shows young doctors the symptoms of a disease few have seen. / It takes an hour.
""", decoys="""
Opera with spots on / In the second act everyone has measles, and the symptoms are sung in canon. / The measles, {person} said, is love.
Computer worm shows measles symptoms / The worm, called Measles, has symptoms that come in red dots. / Measles has reached {place}.
""", mention=["The symptoms, {person} said, were like measles and turned out to be {paint|strawberries}."]),

    dict(id="floodclaim", name="a flood insurance claim", theme="flood", section="Features",
         guides=["After the flood: how to clean up, dry out and claim",
         "Flood insurance, step by step", "What to do when the water has gone"], text="""
Do not go in until the electricity has been made safe, and photograph everything before you move it.
Mark the height of the water on each wall, with the date.
Ring the insurer the same day and ask for the name of the adjuster and for the claim's number in writing.
Keep a piece of each carpet and curtain; an insurer may want to see it.
Drying takes weeks: open windows, lift floorboards, and hire a dehumidifier with a drain.
Silt carries sewage, so wear gloves and throw away food, even in tins.
The policy will say whether it covers a rented room elsewhere; most do for six months.
Plaster that has been under water comes off to a metre above the mark.
Do not accept a first offer until the walls have been measured for damp.
Those who have been flooded before can still get cover, through the pool, at a price.
""", short=["Ten things to keep upstairs", "Sandbags: what they can and cannot do"], related="""
Flood insurance to cost {4-19} per cent more / Premiums for flood insurance will rise. / Insurers cite {two|three} wet winters.
""", decoys="""
Insurers report a quiet year / There was no flood to speak of, and flood insurance paid for the party. / A flood of applicants wants to join the insurers.
A flood of claims against toy maker / After a recall, a flood of claims has come in, and the insurance is in dispute. / The claim forms flood in from {place}.
""", mention=["It was not covered, the insurance having a clause about flood.",
              "How to claim for it, {person} never learned."]),

    dict(id="postalvote", name="how to vote by post", section="Politics",
         guides=["How to vote by post: a plain guide",
         "Postal voting explained, from form to ballot box"], text="""
Anyone on the register may ask for a postal vote; no reason is needed.
The form must be with the registrar eleven working days before polling day.
You give your date of birth and a signature, and they must match those on the form you send back.
The ballot paper comes in two envelopes: A for the paper, B for everything.
Fill it in alone, seal A, sign the slip, and put both into B, which needs no stamp.
It must arrive by ten at night on the day; later ones are counted as spoilt.
Too late for the post, it can be handed in at any polling station in the district.
If it never came, ask for another from the fifth day before.
A carer may post it for you and may not see it.
""", short=["Your vote: five dates for the diary"], related="""
Postal votes at record / More people voted by post than ever, the registrar says. / {20-40} in a hundred did.
""", decoys="""
Choir votes by post for new song / The choir's vote, by post, went to a song about the post. / To vote, singers had to post a note.
Post office of {place} wins vote / {Place}'s post office was voted the handsomest, by post. / How to vote was explained on the door of the post office.
Dog votes {itself|himself} into hearts / In the vote for best village dog, postal votes decided. / How to count a paw mark was put to a vote.
""", mention=["They put it to a vote, by post.", "He had never learned how to vote, {person} said."]),

    dict(id="migraine", name="migraine", section="Health",
         guides=["Living with migraine: what helps and what does not",
         "Migraine, explained by those who treat it"], text="""
A migraine is not a bad headache but a disorder of the whole nervous system, with pain as one part.
In one sufferer in four it begins with an aura, zigzag lights that cross the sight in twenty minutes.
Treatment works best early: a painkiller in full dose at the first sign, with something for the stomach.
More than ten days of painkillers a month make the attacks more frequent.
A diary of sleep, meals, weather and wine finds the triggers better than memory does.
Regular hours are worth more than any diet.
Preventive medicines halve the attacks in about half of those who take them.
See a doctor at once about a first attack after fifty, a sudden thunderclap, or weakness on one side.
Dark, quiet and cold are old remedies and good ones.
""", short=["Ask the doctor: is it migraine?"], related="""
New migraine drug approved / A migraine drug given once a month has been approved. / It costs {200-400} crowns a dose.
Migraine costs firms {2-9} million days / Migraine keeps people from work, a survey says. / Few say why.
""", decoys="""
Review: Migraine, {place} Playhouse / A comedy called Migraine gives one. / Migraine runs for {two|three} hours, and so does the migraine.
Council's tram map "a migraine" / The map is a migraine, {person} told the council. / The next migraine is the timetable.
""", mention=["{Person} missed the first day with a migraine."]),

    dict(id="roses", name="pruning roses", section="Features",
         guides=["Pruning roses without fear", "When to prune roses, and how hard",
         "The secateurs' month"], text="""
Wait for the forsythia: when it flowers, the roses can be cut.
Take out what is dead, what is diseased and what crosses, in that order.
Bush roses come down to knee height, to a bud that looks outwards.
The cut slopes away from the bud and is made a finger's breadth above it.
Climbers keep their frame; shorten the side shoots to three buds.
Ramblers, which flower once, are pruned in summer, after the flower.
Clean the blades between plants, for black spot travels.
A hard pruning gives fewer and larger blooms, a light one a bush full of small ones.
Feed the bed afterwards and mulch it while the soil is wet.
""", short=["In the garden this week: roses, peas"], related="""
Rose named after {person} / A new rose, pink, is named after {person}. / It needs little pruning.
""", decoys="""
Company prunes its range of roses / The chocolate firm is pruning Roses, its tin. / Pruning Roses will save {2-9} million; roses, pruned of hazel, return in {month}.
Rose {surname} on pruning a novel / "I prune," says Rose {surname}, of her book Roses. / Roses, pruned to {200-400} pages, is better.
""", mention=["{Person} was pruning the roses when the telephone rang.", "There were roses on the {noun}."]),

    dict(id="varn", name="Elspeth Varn", section="Obituaries",
         guides=["Elspeth Varn, poet of the tideline, dies at 91",
         "The life and lines of Elspeth Varn"], text="""
Elspeth Varn, who has died at ninety-one, wrote eleven books of verse in a hut without a clock.
She was born in Kelsay, the youngest of five, to a net maker and a pupil teacher.
Her first book, Low Water, sold sixty copies and was remaindered within the year.
It was The Salt Ledger that made her name, and that of the island.
She taught for thirty years and said that children had better ears than editors.
Varn refused the laureate's chair twice, once by postcard.
Her marriage to the painter Linus Orme ended with his drowning, of which she never wrote.
In old age she translated the Skerry songs, and learned the accordion.
She is survived by a daughter and by a line that every schoolchild knows.
""", short=["Elspeth Varn: in brief"], related="""
Elspeth Varn's hut to be museum / The hut where Elspeth Varn wrote is to open to visitors. / There is still no clock.
Lost Varn poem found in {noun} / A poem by Elspeth Varn has turned up. / It is about herring.
""", decoys="""
School named for poet wins prize / Elspeth Varn School has a new gymnasium, and Elspeth Varn's netball side a cup. / Elspeth Varn pupils cheered.
Train named Elspeth Varn delayed / The Elspeth Varn, a locomotive, failed at {place}. / A second Elspeth Varn was sent for.
Elspeth Varn prize goes to {person} / The Elspeth Varn prize for a first novel was won by {person}. / "Elspeth Varn I have not read," {person} said.
""", mention=["It ends with a line of Elspeth Varn.", "{Person} went to Elspeth Varn School."]),

    dict(id="halloway", name="Corin Halloway", section="Features",
         guides=["Corin Halloway: the man who mapped the ice",
         "Who was Corin Halloway? A biography in nine maps"], text="""
Corin Halloway went to sea at thirteen as a cook's boy and came back with a chronometer.
On his second voyage he wintered on the shelf ice with eleven men and lost none.
His map of the eastern barrier was doubted for forty years and proved right to within a mile.
He measured the drift of the ice by painting numbers on seal skins.
The quarrel with his backer, the soap maker Ambler, cost him the third ship.
Halloway's journals, in a hand like knitting, run to nineteen volumes.
He never learned to swim and never said so.
He died in a boarding house in Calderwick, a lecture half written.
What remains is the sound, the strait and a penguin, all named Halloway.
""", short=["Ten explorers: Halloway"], related="""
Halloway's chronometer sold / The chronometer of the explorer Corin Halloway made {40-90} thousand crowns. / The buyer was not named.
""", decoys="""
Corin Halloway pub loses licence / The Corin Halloway in {place} must shut at ten. / Regulars of the Corin Halloway sang.
Research ship Corin Halloway in dock / The Corin Halloway has a cracked screw. / The Corin Halloway will sail in {month}.
""", mention=["They met at the Corin Halloway, a pub.", "Like Corin Halloway, {person} had never learned to swim."]),

    dict(id="lighthouses", name="the last lighthouse keepers", section="Features",
         guides=["The last lighthouse keepers",
         "Keeping the light: a long read"], text="""
There were a hundred and six keepers when Abel Roane joined, and he turned out the last lamp himself.
A keeper worked a month on and a month off, three men to a rock, and two of them not speaking.
The lens floated in a bath of mercury and could be turned with one finger.
On clear nights they read; on thick ones they fired a charge every five minutes.
The relief came by boat and, if it could not land, came next week.
Their wives kept the logs on the shore stations, unpaid, in better handwriting.
Automation took eleven years, rock by rock, and the keepers trained the engineers.
What they miss, they say, is bread, the smell of paraffin, and knowing what the night was for.
A sensor now does in a second what a keeper did by looking.
""", short=["Picture: a keeper's kitchen"], related="""
Lighthouse at {place} for sale / A lighthouse, without a keeper since {40-50} years ago, is for sale. / It has {90-200} stairs.
""", decoys="""
Keeper {surname} is a lighthouse for {place} / The keeper, called the Lighthouse, saved two. / Last week the keeper let in none; the Lighthouse kept the last light on, the manager said.
Last bees for beekeeper at lighthouse / A bee keeper has been told to leave the lighthouse. / The keepers' field is wanted, and the last hive goes by {month}.
""", mention=["A lighthouse keeper's chair made {300-900} crowns.", "The last keeper's {noun} is in the hall."]),

    dict(id="swimming", name="learning to swim as an adult", section="Health",
         guides=["Learning to swim as an adult",
         "It is never too late: how grown-ups learn to swim"], text="""
One adult in five cannot swim twenty-five metres, and most of them have an excuse ready.
Begin in water to the chest, and learn to breathe out under it before anything else.
Floating is the second lesson, and for many the hardest: the legs sink and the neck stiffens.
Breaststroke is not the easiest stroke; the back is.
Six lessons in a group of four do more than twelve alone.
Goggles matter more than a good costume.
Fear is beaten by counting: three breaths, three strokes, stand up.
After a month try the deep end, beside the rail.
Open water comes last, in company, and out of the cold months.
""", short=["Pools with lessons for beginners: a list"], related="""
More adults sign up to learn to swim / Lessons for adults are full in {place}. / The waiting list is {30-90} names.
""", decoys="""
Otters learn to swim at {place} / Otter cubs must learn to swim, and as adults forget they did. / The adult carries the cub in to learn.
Sink or swim, adult colleges told / Adult learning must swim or sink, the minister said. / Colleges have learned to swim in cold water.
""", mention=["She learned to swim at {40-70}.", "He could not swim, he said, and had not learned."]),

    dict(id="wills", name="making a will", section="Features",
         guides=["Making a will: what to put in and who should sign",
         "How to write a will, and why most of us have not"], text="""
A will must be in writing, dated, and signed in front of two people who get nothing by it.
Name an executor who is younger than you and good at forms.
Without one, the law divides the estate by a table that knows nothing of stepchildren.
List the things that matter, the clock and the fiddle, and leave the rest in shares.
Marriage cancels an earlier will; divorce cancels part of it.
A solicitor charges two to four hundred crowns for a simple will and more for a trust.
Keep the original in one place and tell the executor where.
Write it again after a birth, a death, a house or a quarrel.
What it cannot do is settle a grudge, though many try.
""", short=["Money notes: wills, gifts"], related="""
Wills week at {place} solicitors / Solicitors in {place} will draw up a will for nothing. / Donations go to {org}.
""", decoys="""
Will {surname} will make it, manager says / Will {surname} is making progress and will make the bench. / Will, the manager said, has the will.
Battle of wills at {place} / The making of a new road is a battle of wills. / The council's will, and the residents' will, are made of oak.
""", mention=["The {noun} was left to her in a will.", "He had been making a will, {person} said."]),

    dict(id="plumjam", name="plum jam", section="Food",
         guides=["Plum jam that sets", "How to make plum jam, and why it fails"], text="""
Use plums that are a little under-ripe, for they have the pectin.
Halve two kilos, keep the stones, and stew the fruit in a cup of water until the skins are soft.
Only then add the sugar, three quarters of the fruit's weight, and stir until it has gone.
Boil it fast; a rolling boil sets jam and a slow one makes syrup.
Tie a dozen cracked stones in muslin and boil them with it for a hint of almond.
Test on a cold saucer: if it wrinkles under the finger, it is done.
Skim once, at the end, and let the jam stand ten minutes before it goes in the jars.
Fill hot jars to the brim; the lid will suck down by itself.
If it has not set by the morning, boil it again with a lemon.
""", short=["What to do with a glut of plums"], related="""
Plum harvest early / The plums are early, and jam sugar is scarce. / Growers at {place} began in {month}.
""", decoys="""
Jam on plum road / A lorry of plums overturned at {place}, and the jam lasted until noon. / The plum jam, as wits had it, reached {place2}.
Plum job, in a jam / The plum job of harbour master has landed {person} in a jam. / The plum has a stone, he said, and the jam is sticky.
Jam factory that smelled of plums to shut / The {place} jam factory will go; plum jam was its pride. / The last plum jam left in {month}.
""", mention=["There was plum jam for tea.", "{Person} sells plum jam at her gate."]),

    dict(id="striketerms", name="rights in a strike", theme="strike", section="Features",
         guides=["On strike: your rights, your pay and your pension",
         "Can I be sacked for going on strike? A guide to the law"], text="""
A strike is lawful if there was a postal ballot and at least ten days' notice.
You are not paid for the days you are out, and the employer may dock no more than that.
During the first twelve weeks of lawful action, dismissal for taking part is unfair.
Pension contributions usually stop for the days, and can be made up later.
You need not tell the employer beforehand whether you will come out.
Somebody who is not in the union may join in and has the same protection.
Pickets may speak to people and may not stop them.
Holiday booked before the dispute stands.
Hardship funds exist in most unions; ask before the rent is due.
""", short=["Work clinic: pickets and payslips"], related="""
Strike law to be tightened / A bill would double the notice for a strike. / Unions say that rights are being taken.
""", decoys="""
Film rights strike a high / The rights to a novel struck a record price. / Your rights, the author said, strike you when they have gone.
Right back {surname} strikes / {Surname}, the right back, struck twice from the right. / He was within his rights to strike, the manager said.
""", mention=["Your rights in the matter are few, {person} said."]),

    dict(id="canal", name="the history of the Linmarsh canal", section="Features",
         guides=["The Linmarsh canal: two hundred years of mud and money",
         "How the Linmarsh canal was dug"], text="""
The Linmarsh canal took nine years, three engineers and two acts of parliament.
It was dug by hand, by four thousand men, at a penny the barrow.
Its summit runs through a tunnel so low that the boatmen lay on their backs and walked the roof.
Salt came down it and coal went up, and the tolls paid for a town hall.
The railway bought it to close it, and did so politely, by not dredging.
The last working boat, the Patience, carried gravel in the hard winter.
A society of schoolteachers began to dig it out again with spades and a borrowed crane.
Of its thirty-one locks, twenty-six now work.
Herons have it most of the week; on Sundays there are queues.
""", short=["Walk of the month: the Linmarsh towpath"], related="""
Canal lock at Linmarsh reopens / The {fourth|ninth} lock of the Linmarsh canal works again. / The first boat through was a bathtub.
""", decoys="""
Body art, canal and Linmarsh to meet / A festival in Linmarsh will float on the canal; the history is of tattoos. / Linmarsh's canal will be lit.
Car pulled from Linmarsh canal / A car was pulled from the canal at Linmarsh. / The Linmarsh canal has a history of cars, {person} said.
""", mention=["The flat looks on to the Linmarsh canal.", "They walked by the canal at Linmarsh."]),

    dict(id="burns", name="first aid for burns", section="Health",
         guides=["Burns and scalds: first aid that works",
         "First aid for burns, minute by minute"], text="""
Cool the burn under running tap water for twenty minutes, and begin at once.
Take off rings and clothing nearby, but nothing that sticks.
Do not use ice, butter, toothpaste or your grandmother's ointment.
Cover it loosely with cling film laid on in strips, or a clean plastic bag for a hand.
Keep the rest of the person warm, for cooling a large burn chills.
Go to hospital for anything larger than the patient's hand, and for any burn of face, hands or joints.
Chemical burns need more water and longer; brush powder off first.
Electrical burns are deeper than they look.
Leave blisters alone.
A tetanus booster may be due.
""", short=["In the first aid box: what to keep"], related="""
First aid course for {place} cooks / Cooks in {place} will be taught first aid, burns first. / It is free.
""", decoys="""
{surname} burns for first win / {Surname} burns with ambition and had first aid on the touchline. / With {surname}'s aid, the first came.
First Aid burns up the charts / The band First Aid have a hit with Burns. / First Aid's Burns is their first.
""", mention=["He gave first aid and asked for no thanks.", "There were no burns, the first aid post said."]),
]

# Sentences of a guide that name what it is about.
GUIDE_LINES = """
Much is said about {name}, and most of it can be left unsaid.
What is said here about {name} was read and mended by {person}, who knows.
Readers ask about {name} more than about anything else on this page.
Of all that has been written about {name}, little is short and less is true.
{Name}: one would think that everybody knew.
""".strip().split("\n")

# An edition a year. {edition} is the year, {host} where that year's was held, {win} who won it.
PERIODIC = [
    dict(id="herring", name="Herring Festival", section="Culture", month=6, day=8, at="Tarnsea", type="festival"),
    dict(id="regents", name="Regents Cup final", section="Sport", month=5, day=18, at=None, type="final"),
    dict(id="budget", name="budget", section="Politics", month=5, day=14, at="Calderwick", type="budget"),
    dict(id="bookfair", name="Calderwick Book Fair", section="Books", month=5, day=30, at="Calderwick",
         type="festival"),
    dict(id="marathon", name="Ashgill Marathon", section="Sport", month=5, day=5, at="Ashgill", type="race"),
    dict(id="lanterns", name="Lantern Awards", section="Culture", month=2, day=25, at="Calderwick", type="awards"),
    dict(id="show", name="Great Sorrel Show", section="Local", month=8, day=19, at="Great Sorrel", type="festival"),
    dict(id="parade", name="Kelsay Winter Parade", section="Local", month=12, day=14, at="Kelsay", type="festival"),
    dict(id="regatta", name="Ostrey Regatta", section="Sport", month=6, day=22, at="Ostrey", type="race"),
    dict(id="exams", name="leaving exam results", section="Education", month=6, day=20, at="Wexcombe",
         type="exams"),
]

# For each type: headlines and texts of the main stories of an edition, and of the thin ones.
EDITIONS = {
    "festival": dict(full="""
{name}: {90-300} thousand come to {at}
{name} {opens|ends} with {a parade|a record}
What to see at the {edition} {name}
Rain, crowds and a winner: {name} {edition}
At {at}, a {adj} year
""", text="""
The {edition} {name} drew {9-90} thousand people to {at} over {three|four} days, {2-19} per cent {more|fewer} than the year before.
This year's theme, the {noun}, ran through everything from the opening to the {last lantern|prize giving}.
First prize went to {person} of {place}, for a {adj} {noun} that the judges called {adj}.
Tickets cost {9-40} crowns, and for the first time children {got in free|paid}.
New this year was a {tent|hall} for {noun}s, which was {full|hard to find}.
The {name} runs to {weekday}; trains from {place} stop specially.
Organiser {person} said next year's would be {smaller|longer|the same, but drier}.
Highlights of the programme are {person}'s {noun} on {weekday} and the {noun} race.
"{Best|Wettest} I can remember," said {person}, who has been to {12-40} of them.
""", thin="""
Road closures for {name}
Lost child found at {name}
{name} trader {sells out|is fined}
""", thin_text="""
Roads in {at} will be shut from {six|seven} on {weekday} for the {name}.
A trader at the {name} sold {200-900} {noun}s in an hour.
A boy of {4-9} lost at the {name} was found inside a {noun}.
"""),
    "final": dict(full="""
{win} win Regents Cup final
Regents Cup final: {win} {2-4} {place2} {0-1}
{win} lift the cup {on penalties|in the rain} at {host}
How {win} won the {edition} Regents Cup final
""", text="""
{win} won the {edition} Regents Cup final at {host} on {weekday}, beating {place2} {two-one|three-one|on penalties} before {20-50} thousand.
{Surname} scored the first from a corner and {person} the one that counted, {four|nine} minutes from the end.
It is the {second|third|first} time that {win} have won the cup.
{Place2} had the better of the first half and hit a post; their captain, {person}, went off with a hamstring.
The final was played at {host}, and the turf, relaid in {month}, cut up.
Referee {person} gave a penalty after looking at it {four|six} times.
Winning manager {person} said the final had been "decided by who was less tired".
The winners get {2-5} million crowns and a place abroad next season.
""", thin="""
Cup final tickets {sold out|touted}
Cup fever reaches {win}
{win} bakers make a cup of bread
""", thin_text="""
Tickets for the cup final at {host} are changing hands at {200-900} crowns.
A baker in {win} has made a Regents Cup of bread for the final.
Schools in {win} may start late on the morning after the final.
"""),
    "budget": dict(full="""
Budget: {income tax|fuel duty|child benefit} {up|cut}
Budget {edition}: winners and losers
What the budget means for you
Minister bets on {roads|schools|the harbours}
A {adj} budget with a {adj} surprise
""", text="""
Finance minister {person} raised {fuel duty|income tax|the tax on spirits} by {2-9} per cent in the {edition} budget on {weekday}.
Child benefit goes up by {4-30} crowns a month, and the allowance for savers is {halved|frozen}.
The deficit will be {2-5}.{1-9} per cent, the fiscal council said, {more|less} than the minister forecast.
{Roads|Schools|Hospitals} get {200-900} million crowns more over {three|four} years.
A family with two children will be {90-600} crowns {better|worse} off this year, by the institute's reckoning.
Tax on {beer|sugar|second homes} rises from midnight.
The opposition's {person} called it a budget "for the {noun} and against the {noun}".
Growth of {1-3}.{0-9} per cent is assumed; the tax changes depend on it.
""", thin="""
Minister's {tie|briefcase} steals budget day
Budget speech was {shortest|longest} for years
Pub landlords toast budget
""", thin_text="""
The minister's {tie|shoes} on budget day came from {place}.
The budget speech took {50-90} minutes and {two|three} glasses of water.
Landlords in {place} drank to the budget, before midnight.
"""),
    "race": dict(full="""
{win_name} wins {name}
{name}: {win_name} in record time
Results: {name} {edition}
A headwind and a sprint
{name} won by {four|nine} seconds
""", text="""
{win_name} of {place} won the {edition} {name} on {weekday}, {four|nine} seconds ahead of {person}.
The winner's time was {two hours nineteen|two hours twenty-two} minutes, {a record|well outside the record}.
The women's prize went to {person2}, who led from the {third|ninth} mark.
{900-9000} took part in the {edition} {name}, and {90-400} did not finish.
The wind got up at {eleven|noon}, and the course past the {noun} was {shortened|cruel}.
"I went when nobody was looking," the winner said.
Full results: first, {win_name}; second, {person}; third, {person3}.
""", thin="""
Runner in {noun} costume finishes last
{name}: where to stand
Volunteers thanked
""", thin_text="""
The last to finish the {name} did so dressed as a {noun}, in {seven|nine} hours.
The best place to watch the {name} is the {noun}, marshals say.
{Person} has handed out {oranges|flags} at the {name} for {9-30} years.
"""),
    "awards": dict(full="""
Lantern Awards: {win_film} wins {four|five}
{win_film} sweeps Lantern Awards {edition}
All the winners at the Lantern Awards
A night for {win_film}
""", text="""
{win_film} won {four|five} prizes at the {edition} Lantern Awards in {at} on {weekday}, among them best film.
{Person} was best actress, for the {adj} {noun} in {win_film}; {person2} best actor.
Best director went to {person3}, who thanked a {noun}.
The full list of winners: film, {win_film}; script, The {adj} {noun}; music, {person}.
The jury was split over the best film {four|five} to {three|two}.
Audiences chose a cartoon about a {noun}.
The evening, led by {person2}, ran {forty|fifty} minutes over.
""", thin="""
What they wore at the Lanterns
Lantern Awards host forgets name
Party goes on till {four|five}
""", thin_text="""
At the Lantern Awards, {adj} was the colour.
The host of the Lantern Awards called {person} by the wrong name, twice.
The party after the Lantern Awards ended with {soup|a fire alarm}.
"""),
    "exams": dict(full="""
Leaving exam results: pass rate {up|down}
Leaving exam results {edition}: the figures, school by school
Maths {up|down}, languages {up|down}
{at} school tops leaving exam results
""", text="""
The pass rate in the {edition} leaving exam is {70-88}.{1-9} per cent, results published on {weekday} show, {up|down} {one|two} points.
Mathematics was passed by {60-75} in a hundred and languages by {70-85}.
Results can be collected from schools from {nine|ten}, and appeals lodged until {weekday}.
The best results were at {at}, where {20-60} took the exam and all passed.
Girls did better in {ten|eleven} of fourteen subjects.
The gap between {north|coast} and {south|hills} is {nine|seven} points, the exam board said.
Places at the universities are settled from {month}.
""", thin="""
Twins get same marks
Grandmother of {70-88} passes leaving exam
Nerves and doughnuts
""", thin_text="""
Twins in {place} have the same results in the leaving exam, to the mark.
{Person}, {70-88}, has passed the leaving exam with her grandson.
A baker in {place} gives a doughnut for every leaving exam result.
"""),
}

# One old story each: headline / sentences; follow-ups; decoys.
KNOWN = [
    dict(id="ovenletters", section="Features", headline="Baker finds wartime letters behind oven", text="""
When {person} moved the oven in his bakery in {place}, forty-one letters fell out, tied with fuse wire.
They were written by a private called Amos to a girl who sold buns and, it seems, answered.
The heat had browned them like biscuits, and they can still be read.
The last is dated two days before the armistice.
A niece has been found, who is ninety-three.
""", follow=["Oven letters handed to niece / The letters that a baker found behind his oven have been given to the niece of the girl."],
         decoys=["Baker keeps oven going through storm / The baker's wartime oven did not go out, and letters of thanks have come. / Behind the oven, the baker said, is another oven.",
                 "Letters: bakers, ovens and the wartime loaf / Our readers' letters find fault with a piece on wartime bakers. / One baker found the oven too hot."]),
    dict(id="bearferry", section="World", headline="Circus bear rides ferry alone to wrong island", text="""
A brown bear named Duchess walked on to the morning ferry at {place} and off it again on the wrong island.
She was seen to sit on the after deck, facing forward.
The purser, {person}, sold her no ticket and asked for none.
The circus, which had gone the other way, sent a man with a pot of honey.
Islanders have asked whether she might stay.
""", follow=[], decoys=["Island ferry to carry circus / The circus will go by ferry to three islands, without a bear. / A ferry alone costs {900-2000}.",
                 "Ferry takes wrong turn / A ferry went to the wrong island, with nobody alone on deck but a man in a bear suit. / The circus was not to blame.",
                 "Bear market hits island circus / The circus of finance has reached the island, where the bear is at large. / No ferry is full."]),
    dict(id="clockmoth", section="Science", headline="The moth that stopped the town hall clock", text="""
For eleven days it was twenty to four in {place}, and nobody could say why.
The clockmaker, {person}, found a hawk moth the size of a wren between the pallets.
It was alive and, having been moved, flew off.
The clock started by itself and struck seventeen.
Entomologists say that the warmth of the case had drawn it.
""", follow=["Town hall clock is given a net / A net will keep moths out of the clock that a moth stopped."],
         decoys=["Town hall clock stopped for repair / The town hall clock at {place} has stopped, and will be stopped until {month}. / The hall is shut.",
                 "Moth count at town hall / {200-900} moths were counted at the town hall by the clock. / The count stopped at two."]),
    dict(id="violinbog", section="Culture", headline="Violin buried in bog for a century plays again", text="""
The fiddle came out of the peat in four pieces and as black as the spade.
{Person}, who mends instruments in {place}, dried it for six years in sawdust.
It was played on {weekday} in the chapel near where it lay.
The sound is like a voice from the next room, one listener said.
Why it was buried is not known; there is a song about it.
""", follow=[], decoys=["A century of peat: bog to be reflooded / The bog at {place}, cut for a century, will be wet again. / Buried drains are to be plugged; a violin played.",
                 "Violinist {surname} plays again / {Person} plays again after a century, it felt, of rest. / The violin had been buried under music."]),
    dict(id="tidehouse", section="Local", headline="Couple live two years in house the tide enters twice a day", text="""
Twice a day the sea comes in at the kitchen door of {person} and leaves by the parlour.
The couple bought the house at an auction, without a tide table.
They have hung the stove from the ceiling and sleep in the loft.
Crabs are swept out after breakfast.
The council has told them that it is not, for the rates, a house.
""", follow=["Tide house couple pay rates after all / The couple whose house the tide enters must pay rates on the dry half."],
         decoys=["House prices: the tide turns / A couple on two wages can enter the market; a year of rises has ended. / The tide is out, a house agent said, twice a day.",
                 "Two years to save tidal path / The path, under water twice a day, is entered at the tide house. / A couple fell in {month}."]),
    dict(id="blindmap", section="Features", headline="Blind mapmaker draws the city by its echoes", text="""
{Person} taps a stick, listens, and writes down how far it is to the wall.
In nineteen years she has drawn Calderwick by its echoes, street by street, on paper that can be felt.
Glass is a slap and brick a cough, she says; ivy is nothing at all.
The university checked forty distances and found her out by a hand's breadth.
She has not yet been able to draw the square, which does not answer.
""", follow=[], decoys=["City map for the blind / A city map in relief is on sale; its makers drew it from the air. / Echoes of an older map are seen.",
                 "Echoes of the city draw crowds / The show Echoes, at the city gallery, draws crowds. / Its map is by {person}."]),
    dict(id="chessprison", section="World", headline="Prisoners beat grandmaster by post after nine years", text="""
The game was begun with a stamp and a joke and ended, nine years on, with a rook.
Inmates of {place} prison took turns, and {forty|fifty} men made a move.
Grandmaster {person} resigned by telegram.
"They had time," he said.
One of the men now teaches chess in a school.
""", follow=["Chess prisoner opens school club / One of the prisoners who beat a grandmaster by post has opened a club."],
         decoys=["Grandmaster {surname} beaten after nine hours / The grandmaster was beaten in {place} by a girl of {11-15}. / The post of coach is open.",
                 "Prisoners to get post a day late / The post for prisoners will be later. / A year ago it was nine days late."]),
    dict(id="snowwheel", section="Travel", headline="Snowed in: forty strangers and one wheel of cheese", text="""
The road to the pass shut behind the bus and, an hour later, in front of it.
At the inn were forty strangers, a stove and one wheel of cheese, which weighed what a child weighs.
By the third night there was a rota and a choir.
{Person} proposed to a woman he had met over the rind.
The plough got through on the fifth day, to boos.
""", follow=[], decoys=["Wheel of cheese rolls off lorry / A wheel of cheese rolled {400-900} metres at {place}. / Strangers gave chase.",
                 "Forty cheeses, one wheel and a strange prize / Forty makers brought a wheel. / One was white as snow."]),
    dict(id="lostorgan", section="Culture", headline="The organ that went to sea", text="""
A church organ bought for {place} was put aboard the wrong schooner and sailed as ballast for twenty-two years.
Crews learned to play it in harbour, the stops worked by a bilge pump.
It crossed the line eleven times and was never in tune on the same side.
A verger heard it from a quay and knew the maker.
It is home, and has barnacles on the trumpet.
""", follow=[], decoys=["Organ donors at sea level / More organ donors are wanted by the sea, doctors say. / An organ went by helicopter to {place}.",
                 "Sea organ for {place} front / A sea organ, played by waves, went to tender. / The organ will cost {90-300} thousand."]),
    dict(id="goatmayor", section="Politics", headline="Goat elected to parish council on a technicality", text="""
The form asked for a name, an address and a mark, and the goat had all three.
Nobody else stood for the seat at {place}, and the returning officer, {person}, read the rules twice.
The goat, Councillor Biscuit, has attended every meeting and abstained.
A lawyer thinks it could not be removed before the next poll.
It has eaten one set of minutes.
""", follow=["Goat councillor resigns, in effect / The goat elected to a parish council has been moved to another parish, and so lost its seat."],
         decoys=["Parish council elects chairman / The parish council of {place} elected {person} on a technicality: the others had gone. / A goat got in.",
                 "Goat farm wins appeal on technicality / A goat farm may stay, the council lost on a technicality. / The elected members were split over the goats."]),
    dict(id="dictionary", section="Books", headline="Postman spends thirty years on a dictionary of rain", text="""
{Person} has four hundred and twelve words for rain, and has been out in all of them.
He took them down on his round, on the backs of undelivered cards.
"Smirr" is fine and "plother" is not, and a "hindle" comes through a coat at the seams.
The dictionary of rain runs to six hundred pages and has no entry for drizzle.
He retired in a drought.
""", follow=["Rain dictionary is reprinted / The postman's dictionary of rain has gone into a second printing."],
         decoys=["Rain spoils postmen's day / The postmen's outing was rained off; thirty had come. / No dictionary has a word for it.",
                 "Dictionary adds {200-900} words / The dictionary has added words for rain, among others. / A year of spending on it is over."]),
    dict(id="ghosttram", section="Local", headline="Driverless tram tours the suburbs at night", text="""
At ten past two a tram left the depot at {place} with its lamps lit and nobody in it.
It stopped at each stop, opened its doors, waited, and went on.
Signalmen cleared the road for it for fifty minutes, out of habit.
It was caught at the terminus by {person}, who climbed in at a red light.
A relay is blamed; the tram had been polite throughout.
""", follow=[], decoys=["Driverless trams for the suburbs? / A trial of driverless trams will start in the suburbs, by day and not by night. / A tram is to tour schools.",
                 "Night trams return to suburbs / Trams will run at night to the suburbs. / Drivers, less one, agreed; the tour took an hour."]),
    dict(id="wheatmarry", section="Features", headline="Rival seed merchants marry after forty-year feud", text="""
They had sold barley against each other across {place} square since they were young.
He put up a sign; she put up a larger one.
The feud took in the church roof, two dogs and a by-election.
On {weekday} {person} and {person2} were married, with both signs on the cart.
The shops will stay apart, since the customers have taken sides.
""", follow=[], decoys=["Seed merchant ends feud with council / The merchant's forty-year feud over a hedge is over. / Seed rivals were there.",
                 "Rival fans to marry / Rival fans are to marry at {place}. / The feud is forty years old, and the merchandise is mixed."]),
    dict(id="volcano", section="Science", headline="Schoolgirl's kite measures volcano's breath", text="""
{Person}, {twelve|thirteen}, flew a kite through the plume with a sensor made from a toaster.
The kite brought down the first figures for sulphur that the island had ever had.
Volcanologists had been refused a helicopter.
They have since ordered nine kites.
She got a B, since the report was late.
""", follow=["Kite girl names crater / The schoolgirl whose kite measured a volcano has had a crater named after her cat."],
         decoys=["Volcano kite festival / Kites will fly at the volcano, and schoolgirls judge. / A breath of wind was measured at {place}.",
                 "Breath test for volcano drivers / Drivers on the volcano road will be measured for drink. / A schools' kite race goes ahead."]),
]

# now: "headline / sentences" of what puts them in the news at present; career: the same of former
# years.
PEOPLE = [
    dict(id="sorrento", name="Delphine Orchard", role="actress", section="Culture", now="""
Delphine Orchard to play the queen at {eighty|seventy-nine} / Delphine Orchard returns to the stage in {month} as the old queen. / Rehearsals have begun in a chapel. / Orchard has not acted since her hip was mended.
Orchard: "I never read the reviews, I weigh them" / The actress spoke at the opening of a school. / Delphine Orchard said she had one part left to learn.
Playhouse sold out in a morning / Tickets for Delphine Orchard's queen went in {four|three} hours. / The run is {thirty|forty} nights.
""", career="""
Delphine Orchard wins best actress / Delphine Orchard won for The Salt Wife. / Orchard thanked the crew.
Orchard turns down honour / Delphine Orchard has refused a title. / Orchard said that she had played too many.
Orchard's hip / Delphine Orchard broke a hip on stage and finished the act. / Orchard will be away for months.
Review: Delphine Orchard in The Glass Aunt / Orchard is the aunt and the glass. / It is Delphine Orchard's evening.
""", mention=["Among the guests was the actress Delphine Orchard.", "She looks, he wrote, like a young Delphine Orchard."]),
    dict(id="pike", name="Jasper Ravelin", role="cyclist", section="Sport", now="""
Ravelin will ride the Four Passes one last time / Jasper Ravelin, {thirty-nine|forty}, starts the Four Passes on {weekday}. / His team had meant him to rest. / Ravelin has won it {three|four} times.
Ravelin in the breakaway, and caught / Jasper Ravelin was away for {ninety|a hundred} kilometres. / He was caught in sight of the line.
Doctors pass Ravelin's heart / Jasper Ravelin may ride on, his team said. / A scan had worried them.
""", career="""
Ravelin wins Four Passes / Jasper Ravelin won the Four Passes by {40-90} seconds. / Ravelin wept on the podium.
Ravelin crashes on descent / Jasper Ravelin broke a collarbone. / Ravelin rode to the finish.
Ravelin cleared by tribunal / Jasper Ravelin was cleared over a missed test. / Ravelin said it had cost him a year.
Ravelin changes team / Jasper Ravelin will ride for {place}. / It is Ravelin's fifth team.
""", mention=["The school's cycle shed was opened by Jasper Ravelin.", "Even Jasper Ravelin gets off and walks there."]),
    dict(id="oakes", name="Keziah Oakeshade", role="novelist", section="Books", now="""
Oakeshade's eleventh novel out in {month} / Keziah Oakeshade has finished a novel after {nine|eight} years. / It is set in a laundry. / Her publisher has printed {90-200} thousand.
Oakeshade sues over audio voice / Keziah Oakeshade has gone to law over a copy of her voice. / She wants it "put back".
Review: The Mangle, by Keziah Oakeshade / Oakeshade's book is short and merciless. / The laundry is the country.
""", career="""
Oakeshade wins Varn prize / Keziah Oakeshade won with Dry Stone. / Oakeshade gave the cheque to a library.
Oakeshade's house burgled / Thieves took Keziah Oakeshade's typewriter. / Oakeshade said that it knew nothing.
Oakeshade: no more novels / Keziah Oakeshade will write no more. / Oakeshade will keep bees.
Film of Oakeshade's Dry Stone / Keziah Oakeshade's novel has been filmed. / Oakeshade liked the sheep.
""", mention=["He was reading Keziah Oakeshade in the queue.", "It is a line that Keziah Oakeshade would have cut."]),
    dict(id="judge", name="Aveline Storrow", role="judge", section="Courts", now="""
Storrow named to lead police inquiry / Dame Aveline Storrow will lead the inquiry into police files. / Storrow, {seventy|sixty-eight}, asked for powers to compel. / Hearings open in {month}.
Storrow rejects secrecy order / Aveline Storrow told the police that files must be open. / Lawyers had asked for closed doors.
""", career="""
Storrow first woman to lead appeal court / Aveline Storrow will lead the appeal court. / Storrow began as a clerk.
Storrow frees the Orrick four / Aveline Storrow quashed the conviction of four men. / Storrow apologised for the law.
Storrow retires from bench / Aveline Storrow has retired. / Storrow will grow leeks.
Storrow warns on legal aid / Aveline Storrow said that justice was closing early. / Ministers noted what Storrow said.
""", mention=["The case was once before Aveline Storrow.", "{Person} was pupil to Aveline Storrow."]),
    dict(id="chef", name="Florian Quick", role="chef", section="Food", now="""
Florian Quick shuts his last restaurant / The chef Florian Quick serves his last dinner on {weekday}. / Rent, said Quick, had beaten butter. / His {thirty|forty} staff have been found places.
Quick to cook for schools / Florian Quick will plan meals for {90-200} schools. / He starts with bread.
""", career="""
Florian Quick gets third star / Florian Quick has a third star. / Quick slept through the call.
Quick hands back his stars / Florian Quick no longer wants his stars. / Quick said they frightened the fish.
Quick fined over scales / Florian Quick was fined for short weight. / Quick blamed a spring.
Florian Quick opens in {place} / Florian Quick has opened a place with {nine|twelve} seats. / Quick does the washing up.
""", mention=["{Person} had washed pots for Florian Quick.", "Florian Quick has his oysters from here."]),
    dict(id="scientist", name="Oriel Tamarisk", role="glaciologist", section="Science", now="""
Tamarisk: northern shelf has {nine|eleven} years / Oriel Tamarisk has put a date on the northern shelf. / The paper rests on {forty|thirty} years of stakes. / Colleagues call it bold.
Tamarisk hands over stakes / Oriel Tamarisk made her last trip to the ice. / A pupil takes over.
""", career="""
Tamarisk drills oldest ice / Oriel Tamarisk has drilled ice of {700-900} thousand years. / Tamarisk tasted it.
Tamarisk rescued from crevasse / Oriel Tamarisk spent {nine|eleven} hours in a crevasse. / Tamarisk took readings.
Medal for Tamarisk / Oriel Tamarisk has the society's medal. / Tamarisk wore boots.
Tamarisk quits panel / Oriel Tamarisk left a climate panel. / Tamarisk objected to an adverb.
""", mention=["Her tutor was the glaciologist Oriel Tamarisk.", "Oriel Tamarisk, asked, said that it was only weather."]),
    dict(id="trader", name="Phineas Galbrook", role="shipowner", section="Business", now="""
Galbrook hands helm to daughter / The shipowner Phineas Galbrook, {eighty-one|eighty}, steps aside in {month}. / His daughter has run the tugs. / The fleet has {forty|sixty} ships.
Galbrook to sell art / Phineas Galbrook will sell {90-200} seascapes. / He has tired of the sea.
""", career="""
Galbrook buys {nine|six} tankers / Phineas Galbrook has bought tankers. / Galbrook paid half what they cost.
Galbrook ship held in port / A ship of Phineas Galbrook's was held for unpaid wages. / Galbrook paid on {weekday}.
Galbrook gives museum {2-9} million / Phineas Galbrook has given money for a museum of tugs. / Galbrook began on one.
Galbrook loses libel case / Phineas Galbrook lost against a newspaper. / Galbrook bought it a year later.
""", mention=["The quay belongs to Phineas Galbrook.", "It was built for Phineas Galbrook, who disliked it."]),
]

# Steady coverage. full: surveys and long reports (3); report: ordinary news of it (2); brief: items
# (1).
SLOW = [
    dict(id="cyclelanes", section="Local", name="cycle lanes", text="""
{Place} has {9-60} kilometres of cycle lanes, a third of them paint.
Traders say that cycle lanes cost them parking; counts of customers say otherwise.
A kerb between lane and road halves the accidents, a study of {200-400} junctions found.
{Person} of the cyclists' league said lanes "end where courage begins".
A cycle lane costs {200-900} thousand crowns a kilometre, a tenth of a road.
Use of the lanes is up by {4-19} per cent and falls by half in rain.
Cycle lanes that join up are used; those that do not are parked on.
"""),
    dict(id="heatpumps", section="Environment", name="heat pumps", text="""
A heat pump gives three units of warmth for each unit of electricity, {less in frost|when well fitted}.
There are {20-90} thousand heat pumps in the country's homes, and {2-9} thousand fitters short.
The grant for a heat pump is {4-9} thousand crowns, about a third of the bill.
{Person} of {place} said his heat pump was "a refrigerator with ambition".
Old houses need larger radiators before a heat pump makes sense.
Noise, the commonest complaint, is a matter of where the heat pump stands.
Running costs depend on the tariff more than on the heat pump.
"""),
    dict(id="schoolmeals", section="Education", name="school meals", text="""
School meals cost {2-5} crowns each and are free to {20-40} in a hundred pupils.
Kitchens were taken out of {90-300} schools, and meals come from {place} in vans.
Where cooks were kept, {two thirds|most} eat the school meals; elsewhere a third.
Cook {person} said carrots go "if you call them sticks".
Free school meals for all would cost {90-400} million.
Inspectors found {four|five} schools in ten below the standard for school meals.
A meal with fish on {weekday} is the least liked and the most missed.
"""),
    dict(id="broadband", section="Technology", name="rural broadband", text="""
One rural home in {five|six} has broadband too slow to send a photograph.
Laying fibre costs {900-4000} crowns a house in the hills, and {200-500} in a town.
The rural broadband fund has spent {half|a third} of its {90-300} million.
Villagers at {place} dug their own trench, {12-40} kilometres of it.
Farmer {person} does his forms at the library, when it is open.
A mast is cheaper than fibre and disliked more.
Rural broadband was promised for every parish by last {spring|year}.
"""),
    dict(id="waitinglist", section="Local", name="council housing waiting list", text="""
{900-9000} households are on the council housing waiting list in {place}, for {90-300} lettings a year.
A family of four waits {six|seven} years; a single man need not apply.
Right-to-buy has taken {two|three} council houses for each one built.
Points are given for damp, for children and for patience, {person} said.
Empty council housing, {90-400} flats of it, awaits a roof.
The waiting list is shorter than it was because {nine hundred|a thousand} names were struck off.
Building council housing costs {120-240} thousand crowns a unit, where there is land.
"""),
    dict(id="milkprice", section="Business", name="milk price", text="""
Dairy farmers get {28-44} hundredths of a crown a litre, {two|three} less than the milk costs them.
Shops sell milk at a loss, and the farmer, {person} said, "pays for the offer".
{40-90} dairy farms gave up in a year, most with fewer than {sixty|fifty} cows.
A milk price tied to the cost of feed is what the co-operative asks for.
Milk powder abroad sets the price of milk here, economists say.
Contracts let a dairy change the milk price with {thirty|fourteen} days' notice.
The milk price falls in {May|June}, when every cow is in grass.
"""),
    dict(id="riverpollution", section="Environment", name="river pollution", text="""
{Four|Five} rivers in ten are in poor condition, by the authority's own grade.
Untreated sewage ran into the river at {place} for {200-900} hours in the year.
Pollution from fields is harder to see than a pipe and does as much harm.
Volunteers with jars have found river pollution that {two|three} inspectors missed.
Fines for river pollution came to {2-9} million crowns, less than a works costs.
{Person}, who swims there, keeps a calendar of when not to.
Mayfly, the test of a clean river, is back at {place}.
"""),
]

EDITION_FIELDS = {
    "regents": dict(host={2017: "Corvane", 2018: "Brackholm", 2019: "Hexley", 2020: "Corvane", 2021: "Skail",
                          2022: "Calderwick", 2023: "Brackholm", 2024: "Wexcombe"},
                    win={2017: "Hexley", 2018: "Saltry", 2019: "Corvane", 2020: "Hexley", 2021: "Orrick",
                         2022: "Saltry", 2023: "Corvane", 2024: "Drumsay"}),
    "lanterns": dict(win_film={2017: "The Tar Boat", 2018: "Nine Aunts", 2019: "A Cold Supper",
                               2020: "The Ferryman's Ledger", 2021: "Upstairs, Rain", 2022: "Salt Road",
                               2023: "Mister Anvil", 2024: "The Weir"}),
}
EDITION_LINES = """
Nobody who was there in {other} has forgotten it, and this was {nothing like it|its equal}.
The record, set in {other}, {stands|fell}.
As in {other}, it {rained|was held a day late|all came down to the last hour}.
""".strip().split("\n")
EDITION_MENTION = ["{Person} once had a part in the {name}.", "It was the week of the {name}, and {place} was empty.",
                   "Like the {name}, it comes round too soon.", "There was talk of the {name} and of the {noun}."]

SLOW_FRAMES = dict(full="""
The trouble with {name}
{name}: what the figures say
Long read: {name}, and who pays
Why {name} divide {place}
{name}: a tour of {four|five} places
""", report="""
{place} {approves|rejects} plan for {name}
{name} {up|down}, report finds
Row over {name} in {place}
MPs question minister on {name}
{Org} calls for action on {name}
""", brief="""
In brief: {name} in {place}
{place} meeting on {name}
""", lead="""
A {report|survey} by {org} on {weekday} has put {name} {back before|once more before} {the council|parliament}.
{Place} is {divided|agreed} about {name}, a meeting {heard|was told} on {weekday}.
Few things are {argued over|put off} as often as {name}, and {place} shows why.
""", mention=["A question about {name} was ruled out of order.", "{Person} wanted to talk of {name}, and did.",
             "It was no answer, she said, to {name}."])

# About something else, but with the topic in the headline or named more than once.
SLOW_ASIDES = """
The mayor's week: {name}, a wedding and a dog / There was a question about {name}, and the mayor had it moved. / Then came the wedding, at which {name} was not mentioned.
Quiz: how much do you know about {place}? / Question nine is about {name}. / Those who got {name} right got the bridge wrong.
Comedian {surname} on {noun}s and {name} / {Person} has an act about {name} in which {name} never appear. / It is really about his mother.
{person} to stand down / In {nine|twelve} years {person} spoke of {name}, of {noun}s, and of {name} again. / A successor is sought for {month}.
"""

PERSON_ASIDES = """
{name} lookalike wins prize / A baker from {place} took the prize as {name}. / The real {name} was not there, and {surname} came third as somebody else.
What I learned from {name} / "Everything I know I had from {name}," says {person}, who makes {noun}s. / A photograph of {surname} hangs over the bench.
Dog called {surname} found / The dog, which is called {name}, was found in {place}. / {surname} had a {noun} in its mouth.
"""

PROFILES = dict(headline="""
Profile: {name}
{name}: a life in {six|seven} scenes
The interview: {name}
Lunch with {name}
""", text="""
{name} was born in {place}, the {second|third} of {four|five}, above a {shop|stable}.
It was a teacher, {person}, who told {name} that being a {role} was work.
"I was bad at it for {nine|ten} years," {surname} says, "and then I was old enough."
Colleagues speak of a temper, seldom lost; of a memory, never.
The great years, from {thirty|forty} on, were also the poor ones.
{surname} has been married {twice|once, for {30-50} years} and keeps {hens|a boat|no telephone}.
What drives a {role}, {surname} thinks, is fear of Sundays.
Asked what should stand on the stone, {name} says: "The dates."
""", career_text="""
{surname}, a {role} since the age of {19-29}, was {not surprised|seen to smile}.
It was another turn in the career of {name}.
"That is {surname} all over," said {person}, a fellow {role}.
{person}, who has written about {surname}, called it {in character|a risk}.
For {name}, {place} has been {lucky|unlucky} before.
""")

# qid, text, kind, aim, and what else it takes. The number of a qid is its subject's: both queries
# about a subject fall in the same half.
#
# For an event, "theme" as the last column: the query names no entity, so older events of its kind
# are near. For a periodic event: the edition asked for, the latest if none.
QUERIES = """
a01	skerrin ferries	burst_now	skerrin
a01b	ferry sinking	burst_now	skerrin	theme
a02	dunmere flood	burst_now	dunmere24
a02b	flood	burst_now	dunmere24	theme
a03	northmark rail strike	burst_now	northmark24
a03b	strike	burst_now	northmark24	theme
a04	wrenfield	burst_now	wrenfield
a04b	health minister resigns	burst_now	wrenfield	theme
a05	castellane	burst_now	castellane
a05b	castellane trial verdict	burst_now	castellane
a06	measles	burst_now	measles24
a06b	measles brackholm	burst_now	measles24
a07	pellworth	burst_now	pellworth
a07b	pellworth takeover	burst_now	pellworth
a08	calderwick mayor	burst_now	mayor24
a08b	mayoral election	burst_now	mayor24	theme
a09	storm	burst_now	ingrith	theme
a10	ostrey bridge	burst_now	ostreybridge
a11	linmarsh hospital	burst_now	linmarshhospital
a12	vellmouth rovers	burst_now	vellrovers
a13	cheese recall	burst_now	bramblecheese
a14	merrowdale fire	burst_now	merrowdale
b01	dunmere flood 2017	burst_past	dunmere17
b02	northmark strike 2018	burst_past	northmark18
b02b	2018 rail strike	burst_past	northmark18
b03	hexley bin strike	burst_past	hexleybins
b04	storm calum	burst_past	calum
b05	harrowmoor derailment	burst_past	harrowmoor
b05b	harrowmoor train crash	burst_past	harrowmoor
b06	legionnaires corvane	burst_past	legionella
b07	ismay thorne resignation	burst_past	thorne
b07b	harbour loan	burst_past	thorne
b08	aldous finch trial	burst_past	finch
b09	colossa marchbank brewery	burst_past	marchbank
b10	quillhaven pier fire	burst_past	pierfire
b11	petrel air collapse	burst_past	petrel
b12	mayoral election 2020	burst_past	mayor20
b13	tessel bank outage	burst_past	tessel
c01	pumpkin soup recipe	evergreen	pumpkinsoup
c01b	pumpkin soup	evergreen	pumpkinsoup
c02	sourdough starter	evergreen	sourdough
c03	measles symptoms	evergreen	measlessigns
c04	flood insurance claim	evergreen	floodclaim
c05	how to vote by post	evergreen	postalvote
c06	migraine	evergreen	migraine
c07	pruning roses	evergreen	roses
c08	elspeth varn	evergreen	varn
c08b	elspeth varn obituary	evergreen	varn
c09	corin halloway	evergreen	halloway
c10	last lighthouse keepers	evergreen	lighthouses
c11	learn to swim adult	evergreen	swimming
c12	making a will	evergreen	wills
c13	plum jam	evergreen	plumjam
c14	strike rights	evergreen	striketerms
c15	linmarsh canal history	evergreen	canal
c16	first aid burns	evergreen	burns
d01	herring festival	periodic	herring
d01b	herring festival 2019	periodic	herring	2019
d01c	tarnsea herring festival	periodic	herring
d02	regents cup final	periodic	regents
d02b	regents cup final 2018	periodic	regents	2018
d02d	cup final	periodic	regents
d02c	regents cup final skail	periodic	regents	2021
d03	budget	periodic	budget
d03b	budget 2021	periodic	budget	2021
d03c	budget tax changes	periodic	budget
d04	calderwick book fair	periodic	bookfair
d05	ashgill marathon winner	periodic	marathon
d05b	ashgill marathon 2022	periodic	marathon	2022
d06	lantern awards	periodic	lanterns
d06b	lantern awards 2017	periodic	lanterns	2017
d07	great sorrel show	periodic	show
d08	kelsay winter parade	periodic	parade
d09	ostrey regatta results	periodic	regatta
d09b	ostrey regatta	periodic	regatta
d10	leaving exam results	periodic	exams
d10b	leaving exam pass rate	periodic	exams
e01	baker letters behind oven	known	ovenletters
e02	bear on ferry wrong island	known	bearferry
e03	moth town hall clock	known	clockmoth
e04	violin bog	known	violinbog
e05	house tide twice a day	known	tidehouse
e06	blind mapmaker city echoes	known	blindmap
e07	prisoners grandmaster chess post	known	chessprison
e08	strangers wheel of cheese	known	snowwheel
e09	organ went to sea	known	lostorgan
e10	goat parish council	known	goatmayor
e11	dictionary of rain postman	known	dictionary
e12	driverless tram night	known	ghosttram
e13	seed merchants feud	known	wheatmarry
e14	kite volcano	known	volcano
f01	delphine orchard	person	sorrento
f02	jasper ravelin	person	pike
f03	Oakeshade	person	oakes
f04	aveline storrow	person	judge
f05	florian quick	person	chef
f06	Oriel Tamarisk	person	scientist
f07	galbrook	person	trader
g01	cycle lanes	slow	cyclelanes
g02	heat pumps	slow	heatpumps
g03	school meals	slow	schoolmeals
g04	rural broadband	slow	broadband
g05	council housing waiting list	slow	waitinglist
g06	milk price	slow	milkprice
g07	river pollution	slow	riverpollution
"""
