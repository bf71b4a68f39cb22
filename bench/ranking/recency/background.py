"""The common stock of the made-up paper: its names, places and words, and the beats that fill it
with stories of no topic.

In every text {a|b} picks one, {slot} takes the slot's value or a word of the pool of that name,
{3-9} a number. Lines that begin with ~ are seldom used: they have the words of the topics in
another sense (to strike a bargain, a flood of letters, a trial run), as a real paper does.
"""

GIVEN = """Tobin Isaura Merrick Odile Corwin Ansel Petra Lowri Dacre Imelda Jorah Sunniva Alaric Bettany
Casimir Delphine Emeric Fenella Gideon Hesper Ivo Jocasta Kestrel Leopold Maris Nestor Ottoline Peregrin
Quill Rosalba Severin Thea Ulric Verity Wystan Xanthe Yorick Zelda Aveline Barnaby Cosima Digby Elowen
Florian Griselda Hamish Isolde Jasper Keziah Linus Morwenna Ned Oriel Phineas Rhoda Silas Tamsin Ursula
Vaughn Winifred Abel Birdie Crispin Dorcas""".split()

SURNAME_HEADS = """Har Tel Wen Bra Cors Dun Fen Gal Hol Ing Kel Lam Mar Nor Oss Pel Quen Rad Sel Tor Ulm Ves
Wex Yar Zel Ash Bel Crow Drey Elm""".split()
SURNAME_TAILS = """wick low garth ister oway enby ridge stane combe erley field ings mont nall quist ropp
shaw thorn vane worth""".split()

PLACES = """Calderwick, Tarnsea, Dunmere, Vellmouth, Corvane, Brackholm, Linmarsh, Hexley, Ostrey, Quillhaven,
Merrowdale, Ashgill, Kelsay, Stavering, Harrowmoor, Wexcombe, Lannoch, Tollgate, Birchover, Sandle, Orrick,
Fallowmere, Pendry, Marlock, Skail, Thrushcombe, Eddering, Ravelstone, Whinfield, Corriemore, Bellhaven,
Drumsay, Saltry, Maplestead, Cinderford, Netherby, Gantry Cross, Upper Sorrel, Great Sorrel
""".replace("\n", " ").strip().split(", ")

SOURCES = ["Calderwick Courier", "The Tarnsea Packet", "National Ledger", "Vale & Coast News",
           "The Evening Lamp", "Corvane Observer", "Northern Despatch", "Harbour Wire"]

NOUNS = """year people time week place house company school town street family meeting work report group
plan member team child road change price office service day project building market business programme
problem country owner worker village season river club room idea question decision hospital letter book
garden field team morning machine parent cost farm island station train bus shop kitchen window wall door
harbour bridge beach hill wood path tower square library museum theatre church pool park stadium orchard
mill barn cottage warehouse factory depot workshop studio gallery laboratory classroom canteen ticket
receipt contract budget survey petition appeal permit licence grant loan debt wage pension rent tax fee
fine charter committee panel board council cabinet union charity trust society choir band orchestra crew
squad academy faculty jury tribunal court bench inquiry audit review draft map chart ledger diary poem
novel film portrait mural sculpture carving tapestry quilt lantern bell clock compass telescope engine
boiler turbine pump valve pipe cable battery panel sensor drone tractor lorry van bicycle tram ferry barge
yacht kayak anchor rope net lobster herring mackerel trout otter heron swallow badger hedgehog fox deer
sheep heifer pony goat hen bee moth beetle oak birch rowan hazel willow bramble fern heather moss lichen
barley oat rye turnip carrot leek onion cabbage apple pear plum cherry honey butter cheese loaf pastry
kettle teapot saucer blanket jumper boot umbrella raincoat suitcase backpack postcard envelope parcel
stamp crossword puzzle chess dartboard trophy medal ribbon flag banner whistle drum fiddle trumpet piano
microphone camera headline column photograph archive footnote rumour anecdote apology compromise deadline
detour diversion queue backlog shortage surplus discount invoice refund voucher rota timetable blueprint
scaffold gravel mortar timber slate copper granite limestone peat chalk silt tide breeze drizzle frost
thaw drought heatwave eclipse meteor glacier estuary lagoon headland causeway culvert sluice weir towpath
turnstile viaduct archway cellar attic pantry balcony corridor staircase""".split()

ADJECTIVES = """new local old long early late small large public good high common busy quiet steady recent
national private modest careful cheap dear narrow broad empty full plain bright grey wet cold warm dry
heavy light slow quick sudden gradual patient stubborn cheerful weary anxious hopeful reluctant proud
shy brisk blunt gentle fierce loyal odd curious familiar forgotten battered derelict handsome shabby
spotless muddy windswept sheltered remote crowded bustling sleepy prosperous thrifty lavish costly
voluntary temporary permanent annual weekly daily occasional regular rare scarce plentiful seasonal
medieval modern rural urban coastal inland upland northern southern eastern western foreign domestic
municipal parish regional wooden iron brass copper woollen leather painted polished rusted cracked
patched borrowed donated restored unfinished unlikely inevitable awkward delicate intricate simple
elaborate eccentric solemn playful mischievous earnest sceptical wary bitter sweet sour salty smoky
peppery floury crisp tender brittle supple""".split()

VERBS = """opened closed moved changed repaired painted measured counted visited surveyed cleared replaced
borrowed carried delivered finished promised postponed questioned defended praised mocked ignored
remembered sketched photographed recorded catalogued auctioned inherited rescued salvaged planted pruned
harvested baked brewed sewed polished dismantled rebuilt rented swapped donated recycled inspected
approved refused rehearsed performed conducted coached trained hired dismissed promoted retired""".split()

ORGS = """the council|the parish council|the harbour board|the county chamber of commerce|the teachers'
association|the Orchard Trust|the Society of Lamplighters|the Wexcombe Institute|the farmers' co-operative|the
transport office|the national statistics office|the Fallowmere Foundation|the river authority|the tenants'
league|the Merchants' Guild|the heritage board|the Brackholm Building Society|the ramblers' club|the
fire brigade|the coastguard|the county court|the Institute of Surveyors|the allotment society|the brass
band league|the lifeboat station|the licensing committee|the schools inspectorate|the water company|the
port chaplaincy|the consumers' council""".replace("\n", " ").split("|")

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

# Said of anything, in any story.
FILLER = """
{Person}, who {verb} a {adj} {noun} in {place} for {4-30} years, said the {noun} had {verb} more {noun}s than anyone {expected|admitted}.
"It is a {adj} {noun} and {always was|we are proud of it}," said {person}, {a neighbour|who lives nearby|who was passing with a {adj} {noun}}.
{Org} {said|confirmed on {weekday}} that it would look at the {noun} {again|before the end of the year}.
A {adj} {noun} {stood|waited} by the {noun}, and nobody {seemed to mind|could say whose it was}.
The {noun} cost {about|less than|rather more than} {20-900} thousand crowns, {most of it|a third of it} from {org}.
{Org} and {org} have {argued|disagreed|worked together} over the {adj} {noun} since {the spring|last year|anyone can remember}.
"People ask about the {noun} first and the {noun} second," {person} said. "{Nobody asks about the {noun}|That tells you a good deal}."
In {place}, {12-90} {kilometres|minutes} away, a {adj} {noun} was {verb} {in much the same way|with less fuss}.
By {weekday} the {noun} had been {verb}, the {noun} {verb}, and the {noun}s {put back where they belonged|sent to {place}}.
{Person} of {org} called the plan "{adj} and {adj}", and then asked for {a copy|another week}.
There were {3-40} {noun}s, {2-30} {noun}s and, {for reasons nobody explained|by long custom}, a {adj} {noun}.
The figures, which {org} publishes each {spring|quarter|autumn}, show {noun}s {up|down} by {2-19} per cent.
Not everyone agrees. {Person} {has written to|spoke for an hour before} {org} about the {noun} and the {adj} {noun}s beside it.
{Person} remembers the {noun} before it was {verb}: "{Adj}, {adj}, and full of {noun}s."
What happens to the {noun} is less clear, though {org} has {until {weekday}|a month} to answer.
Behind the {noun} is a {noun}, and behind that a {adj} {noun} which {has not been {verb}|{person} {verb}} in living memory.
A second {noun}, more {adj} than the first, was {verb} {last week|in {place}|by {person}}.
It was, {person} {admitted|said drily}, {a question of {noun}s|not a {noun} for the {adj}}.
The {noun} and the {noun} are to be {verb} together, {a saving|at a price} that {org} puts at {3-95} thousand crowns.
Those who {verb} the {adj} {noun} will {get|be sent} a {noun}; those who did not will {have to ask|wait for the {noun}}.
{Person} put it {more plainly|another way}: "A {noun} is a {noun}. We {verb} ours."
The {noun} has {two|three} {noun}s, {one|none} of them {adj}, and a view of {place}.
Nobody has {verb} a {noun} in {place} since {person} {verb} the last one.
"I would not call it {adj}," said {person}. "I would call it a {noun}."
Among the papers was a {noun}, {adj} and unsigned, dated the year the {noun} was {verb}.
{Org} keeps {90-900} {noun}s in {place}, under a {adj} roof, and lends {a few|none} of them.
{Person} and {person2} {verb} it together, {by hand|in an afternoon|for a wager}, and have not agreed about it since.
The {adj} {noun} is {2-30} years old, the {noun} {older|younger}, and the {noun} borrowed.
A letter from {org}, read out by {person}, was {adj} in tone and {short|long}.
Half of the {noun}s went to {place} and half to {place2}; the {noun} went {nowhere|with {person}}.
The path runs by the {noun}, past a {adj} {noun}, and comes out behind the {noun} at {place}.
When it rained, as it did on {weekday}, the {noun} was {verb} under the {noun}.
"We had a {noun}, we had a {noun}, and then we had neither," said {person}.
It takes {3-40} {minutes|days|weeks} to have a {noun} {verb} and {longer|less} to have it {verb} again.
{Person}'s {grandmother|uncle} {verb} {noun}s in {place}, and there is a {adj} photograph to show it.
For {place} it is {only|at least} the {second|third|fourth} {noun} in {5-60} years.
""".strip().split("\n")

# Each beat: section, headlines, and sentences.
BEATS = {
    "council": ("Local", """
{place} council {puts off|approves} plan for {adj} {noun}
Parking row rumbles on in {place}
Councillors {clash|agree} over {noun} at {place}
{adj} {noun} to be {verb} at last, says {place} council
Residents ask who {verb} the {noun}
~A flood of objections to the {place} {noun}
""", """
Councillors in {place} voted {9-20} to {2-8} on {weekday} to {put off|go ahead with} the {adj} {noun} that has {divided|occupied} them since the {spring|autumn}.
~The clerk had received a flood of letters, {person} told the meeting, {most of them|nearly all} about the {noun}.
~A trial of the new bins will begin in {2-9} streets and be {reviewed|judged} after a year.
~The leader, {person}, said it was time to strike a balance between the {noun} and the {noun}.
~The vote was {recorded|taken twice} after {person} asked for a recall of those who had gone to catch the bus.
~{Person} stormed out before the end, saying that the {noun} had been {verb} behind closed doors.
~The chair resigned herself to a long evening, and the officers sent out for {sandwiches|tea}.
~The committee will bridge the gap of {20-400} thousand crowns from {reserves|the sale of a {adj} {noun}}.
"""),
    "court": ("Courts", """
{place} man fined over {adj} {noun}
Judge {rebukes|praises} neighbours in dispute about {noun}
Thief who took {noun} is caught by a {noun}
Woman cleared of selling {adj} {noun}s
~Verdict in the {place} hedge case
""", """
A {builder|baker|driver|tenant} from {place} was fined {100-900} crowns on {weekday} for {letting a {adj} {noun} stand in the road|selling {noun}s without a licence}.
~The trial lasted {two days|a morning}; the jury took {ten minutes|an hour} to reach its verdict.
{Person}, defending, said her client {had forgotten the {noun}|was a man of {adj} habits}.
Judge {surname} said the {noun} had become "a {noun} for everybody but its owner".
The court heard that the two neighbours had not spoken since the {noun} was {verb}.
Costs of {200-950} crowns were awarded to {org}.
~The magistrate struck out the charge concerning the {noun}.
"""),
    "school": ("Education", """
{place} pupils {build|bake|launch} {adj} {noun}
School {noun} wins prize
Head of {place} school to retire after {11-35} years
New {noun} for {place} primary
Pupils' {noun} goes to {place}
""", """
Pupils at {place} primary school have {verb} a {adj} {noun} as part of a {term|month} on the {noun}.
~The head, {person}, said the children had asked for a flood of stories and {got one|written them themselves}.
Parents {were invited|came} on {weekday} to see the {noun}, which {hangs|stands} in the hall.
~A trial timetable gives the older classes an hour of {woodwork|music|gardening} each {weekday}.
Inspectors called the school "{adj} and {adj}" and its {noun} "{adj}".
~The fire drill, as {person} remarked, was the only quiet part of the day.
The school has {90-600} pupils and {one|no} {noun}.
"""),
    "business": ("Business", """
{place} firm {hires|lays off} {12-90} at {noun} works
Maker of {adj} {noun}s {opens|shuts} {place} shop
Small firms {gloomy|hopeful} about {noun}s
From a {place} garage to a {noun} {empire|export}
Profit up at {noun} maker
~Orders storm in for {place} {noun}s
""", """
A {place} firm that makes {adj} {noun}s is to {take on|lay off} {12-90} people after {a good|a poor} {spring|year}.
The company was started by {person} in a {noun} and now sells {noun}s in {4-22} countries.
Turnover was {2-80} million crowns, {up|down} {2-18} per cent on the year before.
"We had to strike while we could," said {person}, its {founder|managing director}.
~A takeover had been {rumoured|offered} and was {waved away|never likely}, {person} said over coffee.
The market for {noun}s {has cooled|is crowded}, and the cost of {copper|timber|wool|barley} has not fallen.
~Its {noun} was on trial in {place} for {six weeks|a season} before anyone {bought|noticed} it.
Shares were {little changed|up {2-9} per cent} on {weekday}.
"""),
    "football": ("Sport", """
{place} {hold|beat|lose to} {place2} in {wet|late} thriller
Late goal {sinks|saves} {place}
{place} sign {surname} from {place2}
~{surname} strike settles it
No goals and no complaints at {place}
~{surname} hat-trick storms {place2}
""", """
{Place} {beat|drew with|lost to} {place2} {on {weekday}|in front of {900-9000}} after a {adj} second half.
~A fine strike from {surname} settled it, low and from outside the box.
~The visitors stormed forward after the break and struck the bar through {surname}.
Manager {person} said the side had shown {adj} legs and a {adj} head.
~{Surname}, on trial from {place}, came on for the last ten minutes.
~The referee had to recall both captains after a scuffle by the flag.
~A flood of substitutions took the heat out of the last quarter.
They go to {place} on {weekday}, where they have not won in {4-15} years.
~The campaign has been {long|a trial of patience}, but {the play-offs|safety} are within reach.
"""),
    "theatre": ("Culture", """
{surname}'s {noun} is a {adj} evening
Review: The {adj} {noun}, {place} Playhouse
A {noun}, a {noun} and a very {adj} actor
New play for {place} theatre
The {adj} {noun} at the {place} Gallery
""", """
{Person}'s new play at the {place} Playhouse has a {noun}, a {noun} and {two|three} {adj} sisters, and it {needs|uses} them all.
~The storm scene, done with {one drum|a sheet of tin}, brought the house down.
~{Person} plays the {captain|widow|doctor|clerk} as a man on trial for {his|her} own {noun}.
~There is fire in the second act and {smoke|a {adj} {noun}} in the third.
~The verdict of the stalls on {weekday} was {plain|divided}: they {stood|coughed}.
{Person}'s set is a {adj} {noun} under a {adj} sky, and it {steals|drowns} the play.
It runs until the end of the month; the cheap seats are {the better ones|behind a {noun}}.
"""),
    "science": ("Science", """
How a {adj} {noun} finds its way home
Scientists count {noun}s from the air
{place} team {builds|measures} a {adj} {noun}
What the {noun} knows
Old {noun} holds {adj} surprise
""", """
Researchers at the Wexcombe Institute have {measured|counted} {noun}s by {listening|weighing the {noun}} and found {more|fewer} than {anyone thought|they should}.
~The trial covered {20-300} {noun}s over {two|three|five} years.
"It is a {adj} result," said Dr {person}, who did not take part.
~An outbreak of optimism would be premature, {person} said: the {noun} has still to be {verb}.
The signal is a {adj} hum, {3-90} times a second, that the team at first took for a {noun}.
The work, paid for by {org}, is {published|to be repeated} this {month|year}.
~Whether a {noun} can recall a place is another question.
"""),
    "weather": ("Weather", """
{adj} start to {month} in the {north|south|hills}
A {adj} week ahead
Frost and a {adj} sky for {place}
Rain later, {adj} in {place}
Gardeners welcome a {adj} spell
""", """
A {adj} start to the week will give way to {showers|sunshine|fog} from the {west|north}, the weather office said.
{Place} was the {warmest|coldest|wettest} place in the country on {weekday}, at {1-31} degrees.
~A storm far out at sea will bring {swell|a {adj} surf} to {place} but no more than a breeze on land.
~There is no flood warning in force, and the rivers are {low|where they should be}.
{Person} of the weather office said {month} had been {adj} {but not unusual|and would stay so}.
Farmers hope for {a dry week|a soaking} before the {barley|hay|apples}.
"""),
    "travel": ("Travel", """
{two|three} days in {place}, with a {adj} {noun}
The slow road to {place}
Where to eat a {noun} in {place}
Walking the {place} {noun}
An inn, a {noun} and a {adj} hill
""", """
{Place} is best seen from the {noun}, with {stout shoes|a {adj} coat} and somebody else's map.
~The ferry across takes {20-90} minutes and has {a kiosk|no kiosk}.
~We stayed at an inn where {person} serves {trout|leek pie|barley broth} by an open fire.
~A railway ran here once; the bridge is a footpath now and the station a {adj} {noun}.
~Storm-bound for a day, we read the {noun} and were taught to {knit|play whist}.
Go in {month}, when the {heather|cherry|bramble} is out and the {noun}s are not.
The museum has {one|two} {noun}s and a {adj} guide called {person}.
"""),
    "opinion": ("Opinion", """
Why I {gave up|bought} a {adj} {noun}
In praise of the {adj} {noun}
The {noun} is not the problem. The {noun} is
A word for the {noun}
What my {noun} taught me about {noun}s
~On strike against the {noun}
""", """
~I have {owned|feared|admired} a {noun} for {3-40} years and I am not ready to {resign it|forgive it}.
~There is a flood of advice about {noun}s, {most of it|all of it} written by people who never {verb} one.
My neighbour {person} thinks the {noun} a symptom; I think it the disease.
~The strike of the clock, the {adj} {noun}, the kettle: these are what one would save from a fire.
~Ministers come and go, campaigns are fought and elections won, and the {noun} is still {adj}.
~I asked {person} what he thought of it. He recalled {the {noun} of his youth|a storm}, and then asked me the time.
We are told that a {noun} must be {adj}. Who says? {Org}, that's who.
"""),
    "nature": ("Environment", """
{noun}s return to {place} after {10-80} years
Volunteers clear {adj} {noun} at {place}
A {adj} year for the {heron|otter|swallow|badger|moth}
The {noun} at the edge of {place}
Who will count the {noun}s?
""", """
Volunteers {counted|cleared} {20-900} {noun}s along the river at {place} on {weekday}, {more|fewer} than last year.
The {heron|otter|swallow|badger|moth} likes a {adj} bank and a {adj} summer and has had {both|neither}.
~An outbreak of {rust|mildew|leaf beetle} has thinned the {willow|oak|birch}, says {person} of {org}.
~Old trees brought down by the winter storm have been left for the beetles.
~The flood meadow is mown late here, so that the {noun}s can {seed|nest}.
"You stand still, you wait, and you are rewarded with a {adj} {noun}," {person} said.
"""),
    "technology": ("Technology", """
{place} start-up makes a {adj} {noun} for your {noun}
Do you need a {adj} {noun}?
A {noun} that talks to the {noun}
Tested: {three|four|five} {adj} {noun}s
The {noun} goes digital
""", """
~A start-up in {place} says its {adj} {noun} will {save|replace} {an hour a day|the {noun}}; we gave it a trial of {a week|a month}.
It costs {40-900} crowns, and a subscription that the box {mentions|forgets to mention}.
The battery lasts {2-30} hours and the {noun} {rather less|rather longer}.
{Person}, its inventor, used to {teach|design {noun}s} and has {3-40} employees.
~A recall of the first model was {small|blamed on a supplier}, and the new one is {adj}.
~The app's outage on {weekday} lasted {an hour|a lunchtime}, and people talked to each other.
~The screen is bright; the {noun} is {adj}; our verdict is {wait|a {adj} yes}.
"""),
    "crime": ("Courts", """
Police seek {adj} {noun} stolen from {place}
Thieves take {12-90} {noun}s
{noun} found in {place} {noun}
Appeal after break-in at {place}
Man held over {noun}
""", """
Police in {place} are looking for {two men|a woman|someone} who took a {adj} {noun} from a {noun} on {weekday} night.
The {noun} is worth {200-9000} crowns and is {easily recognised|of no use without its {noun}}.
~Sergeant {person} asked anyone who can recall a {adj} van to come forward.
~A fire in a {noun} nearby is not thought to be connected.
The owner, {person}, offered a reward of {100-900} crowns and {a {noun}|a year's supply of {noun}s}.
A {20-60}-year-old was {held|questioned and released}.
"""),
    "farming": ("Business", """
Barley price {falls|rises} at {place} market
{place} farmer {tries|gives up} {noun}s
Late lambs and a {adj} spring
Farm shop {opens|closes} at {place}
A {adj} year for {apples|turnips|oats|honey}
""", """
Farmers at {place} market got {90-400} crowns a tonne for barley on {weekday}, {up|down} {2-19} on the week.
{Person} keeps {30-600} sheep and a {adj} {noun} above {place}.
~The weather has been a trial, {person} said, and the {noun} no better.
~A strike of lightning took the old barn in {month}, and the insurers {paid|are still writing}.
~The co-operative will vote on {weekday} on whether to {buy|sell} the {noun}.
Feed is dear, diesel is dearer, and the price of {milk|wool|oats} {has stood still|has barely moved}.
"""),
    "world": ("World", """
Leaders {meet|part} without {noun}
Talks on {noun}s to resume in {month}
Border {noun} {reopens|closes}
Island republic votes on {noun}
Envoy {arrives|leaves} with a {adj} {noun}
""", """
Ministers from {5-30} countries {met|parted} on {weekday} {without|with} an agreement on {noun}s.
~The campaign for the island republic's election has been {adj}, and its outcome is {open|not in doubt}.
~The envoy, {person}, said the two sides had struck {a bargain|a {adj} tone}.
~A general strike closed the ports of the southern provinces for {a day|two days}.
~The president, {person}, has refused to resign and called the {noun} {adj}.
~Aid has reached the {highlands|delta} by {mule|helicopter|barge} after the floods there.
~An outbreak of fighting along the river was {denied|over by noon}.
~A bridge is to be built where there has been {only a ferry|none} for {20-90} years.
"""),
    "people": ("Features", """
The {noun} mender of {place}
{30-99} years with a {noun}
A day with the {place} {noun} {keeper|maker|seller}
She {verb} a {noun} and never looked back
Meet {person}, who collects {noun}s
""", """
{Person} gets up at {four|five|six} to see to the {noun}, as {her mother|his father} did.
"I was {17-40} when I {verb} my first {noun}," {person} says. "It was {adj}, and so was I."
The workshop in {place} smells of {peat|copper|leather|honey} and has a {adj} cat.
~A storm took the roof in {month} and the neighbours put it back.
~There was a fire once, and a flood twice; the {noun} came through both.
Customers come from {place} and {place2}, and one from {the capital|overseas} who {buys a {noun} each year|never pays}.
{Person2} helps on {weekday}s and may, one day, take over.
"""),
}
